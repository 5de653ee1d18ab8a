/* The options of a command, read and described. */
import yargs, { type Options } from 'yargs';
import { nearestName } from '../../store/query/nearest-name.ts';
import { type Command, commonOptions, type Given } from './command.ts';
import { Refusal } from './exit.ts';

/** @throws Refusal for an unknown option or a missing value. */
export async function parseOptions(command: Command, options: readonly string[]): Promise<Given['options']> {
  const known: Record<string, Options> = { ...commonOptions, ...command.options };
  refuseStrangers(command, options, known);
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

/** Names the nearest option, which yargs does not. */
function refuseStrangers({ name: verb }: Command, options: readonly string[], known: Readonly<Record<string, Options>>): void {
  for (const option of options) {
    const [, name = '', value] = /^--?([^=]+)(?:=(.*))?$/s.exec(option) ?? [];
    if (!Object.hasOwn(known, name)) {
      const near = nearestName(name, Object.keys(known));
      throw new Refusal(
        `cables ${verb}: there is no option ${option}. Nothing was changed. ${near === null ? `Type: cables help ${verb}` : `Did you mean: --${near}`}`,
      );
    }
    const { type } = known[name]!;
    if (type !== 'boolean' && value === undefined)
      throw new Refusal(`cables ${verb}: ${option} needs a value behind it. Nothing was changed. Type: cables help ${verb}`);
    if (type === 'number' && !/^\d+$/.test(value!))
      throw new Refusal(`cables ${verb}: --${name} ${value}: not a number. Nothing was changed. Type: --${name} 20`);
  }
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
