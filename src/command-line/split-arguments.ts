/* Separates options from words before yargs sees them. A filter may hold `-word`, a tag change is `+a` or `-b`: neither is
 * an option. So only `--name` (and `-0`, `-h`) is one, and a value follows it only where the command says that it takes one.
 *
 *     tag +border -old --dry-run -- from:arcadia -fish
 *     └ options: --dry-run        └ words: +border -old | from:arcadia -fish
 */
import type { Options } from 'yargs';

export interface SplitArguments {
  readonly options: readonly string[];
  /** Words before a lone `--`; all words where there is none. */
  readonly words: readonly string[];
  /** Words after a lone `--`, or null where there is none. */
  readonly after: readonly string[] | null;
}

const SHORT = new Set(['-0', '-h']);

/** @param known the command's options by name: those with `type: 'string'` or `'number'` take the next argument as their value. */
export function splitArguments(argv: readonly string[], known: Readonly<Record<string, Options>>): SplitArguments {
  const options: string[] = [];
  const words: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i]!;
    if (argument === '--') return { options, words, after: argv.slice(i + 1) };
    if (argument.startsWith('--')) {
      const takesValue = ['string', 'number'].includes(known[argument.slice(2)]?.type ?? '');
      if (!takesValue || i + 1 >= argv.length) options.push(argument);
      // One argument, so that a value which begins with a dash stays a value.
      else options.push(`${argument}=${argv[++i]!}`);
    } else if (SHORT.has(argument)) options.push(argument);
    else words.push(argument);
  }
  return { options, words, after: null };
}
