/* The options of a command, read and described. */
import yargs, { type Options } from 'yargs';
import { type Command, commonOptions, type Given } from './command.ts';
import { Refusal } from './exit.ts';

/** @throws Refusal for an unknown option or a missing value. */
export async function parseOptions(command: Command, options: readonly string[]): Promise<Given['options']> {
  const known: Record<string, Options> = { ...commonOptions, ...command.options };
  const parsed = await yargs([...options])
    .scriptName('cables')
    .version(false)
    .options(known)
    .parserConfiguration({
      'camel-case-expansion': false,
      'boolean-negation': false,
      'dot-notation': false,
      'duplicate-arguments-array': false,
    })
    .strictOptions()
    .help(false)
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new Refusal(`cables ${command.name}: ${message}. Nothing was changed. Type: cables help ${command.name}`);
    })
    .parseAsync();
  return parsed as Given['options'];
}

/** The usage of one command, as `cables help VERB` and `cables VERB --help` print it. */
export async function describeCommand(command: Command, columns: number): Promise<string> {
  let usage = yargs([])
    .scriptName('cables')
    .version(false)
    .usage(`cables ${command.name}${command.takes ? ` ${command.takes}` : ''}\n\n${command.describe}`)
    .options({ ...command.options, ...commonOptions })
    .wrap(Math.min(columns, 110))
    .help(false);
  for (const [line, what] of command.examples ?? []) usage = usage.example(line, what);
  return usage.getHelp();
}
