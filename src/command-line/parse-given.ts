/* What a command was given. The parser of options is loaded only where there is one: most starts have none. */
import { type Command, commonOptions, type Given } from './command.ts';
import { splitArguments } from './split-arguments.ts';

/** @throws Refusal for an unknown option or a missing value. */
export async function parseGiven(command: Command, argv: readonly string[]): Promise<Given> {
  const { options, words, after } = splitArguments(argv, { ...commonOptions, ...command.options });
  if (options.length === 0) return { options: {}, words, after };
  const { parseOptions } = await import('./parse-command.ts');
  return { options: await parseOptions(command, options), words, after };
}
