/* What a command was given. The parser of options is loaded only where there is one: most starts have none. */
import { type Command, commonOptions, type Given } from './command.ts';
import { Refusal } from './exit.ts';
import { splitArguments } from './split-arguments.ts';

/** @throws Refusal for an unknown option, a missing value, or a word where the command takes none. */
export async function parseGiven(command: Command, argv: readonly string[]): Promise<Given> {
  const { options, words, after } = splitArguments(argv, { ...commonOptions, ...command.options });
  const [word] = [...words, ...(after ?? [])];
  if (command.takes === '' && word !== undefined)
    throw new Refusal(`cables ${command.name}: ${word} says nothing here. Nothing was changed. Type: cables help ${command.name}`);
  if (options.length === 0) return { options: {}, words, after };
  const { parseOptions } = await import('./parse-command.ts');
  return { options: await parseOptions(command, options), words, after };
}
