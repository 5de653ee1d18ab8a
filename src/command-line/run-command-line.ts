/* Arguments -> command -> exit code. The reader is imported only by the command that shows it. */
import { nearestName } from '../../store/query/nearest-name.ts';
import { loadCommand, verbGroups, verbs } from '../commands/all-commands.ts';
import { loadConfig } from '../config/load-config.ts';
import { commonOptions, type Given, type Surroundings } from './command.ts';
import { Refusal } from './exit.ts';
import { explainError } from './explain-error.ts';
import { verdictNamed } from './mark-named.ts';
import { parseGiven } from './parse-given.ts';
import { systemZone } from './system-zone.ts';

/** What a command line needs of its process; a test has others in their place. */
export type ProcessParts = Pick<Surroundings, 'env' | 'stdin' | 'stdout' | 'stderr'>;

/**
 * Runs what `cables` was given, as typed behind that word.
 * @returns the exit code; why it is not 0 was said on standard error
 */
export async function runCommandLine(argv: readonly string[], parts: ProcessParts): Promise<number> {
  try {
    return await run(argv, parts);
  } catch (error) {
    return explainError(error, parts);
  }
}

async function run(argv: readonly string[], parts: ProcessParts): Promise<number> {
  const { stdout } = parts;
  const [first = ''] = argv;
  if (first === '--version') {
    const { version } = await import('../version.ts');
    stdout.write(`cables ${version}\n`);
    return 0;
  }
  if (first === '--help' || first === '-h') {
    const { overview } = await import('../commands/keeping/help.ts');
    stdout.write(overview(verbGroups, stdout.columns ?? 80));
    return 0;
  }
  const at = findVerb(argv);
  const named = at === -1 ? null : await loadCommand(argv[at]!);
  const command = named ?? (await import('../commands/reading/open.ts')).open;
  const rest = named ? argv.toSpliced(at, 1) : argv;
  if (rest.some((word, i) => (word === '--help' || word === '-h') && !rest.slice(0, i).includes('--'))) {
    const { describeCommand } = await import('./parse-command.ts');
    stdout.write(`${await describeCommand(command, stdout.columns ?? 80)}\n`);
    return 0;
  }
  if (!named && at !== -1) refuseMistypedVerb(argv[at]!, argv.slice(at + 1));
  const given = await parseGiven(command, rest);
  return command.run(given, await surround(given, parts));
}

async function surround({ options }: Given, parts: ProcessParts): Promise<Surroundings> {
  const { env, stdout } = parts;
  const loaded = await loadConfig(typeof options['config'] === 'string' ? options['config'] : undefined, env);
  return {
    env,
    // Opened by the commands that need them.
    get stdin() {
      return parts.stdin;
    },
    get stderr() {
      return parts.stderr;
    },
    stdout,
    now: () => new Date(),
    zone: loaded.config.zone ?? systemZone(env),
    loaded,
  };
}

/** The first argument that is no option and no option's value: `--store DIR list` has its verb at 2. */
function findVerb(argv: readonly string[]): number {
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i]!;
    if (argument === '--') return -1;
    if (!argument.startsWith('-')) return i;
    const option = Object.entries(commonOptions).find(([name]) => argument === `--${name}`)?.[1];
    if (option?.type === 'string') i += 1;
  }
  return -1;
}

/** A first word within two letters of a verb, or a mark, is more likely that than a query. */
function refuseMistypedVerb(word: string, behind: readonly string[]): void {
  const mark = verdictNamed(word);
  const near = /^[a-z]{3,}$/.test(word) ? nearestName(word, verbs) : null;
  const meant = mark === null ? near : `mark ${mark} -- ${behind.filter((one) => !one.startsWith('-')).join(' ') || 'REF'}`;
  if (meant !== null) throw new Refusal(`${word}: did you mean  cables ${meant}  ? To search for the word, type: cables open ${word}`);
}
