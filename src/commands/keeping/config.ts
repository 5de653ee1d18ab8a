import type { Command } from '../../command-line/command.ts';
import { Refusal, WRONG_USAGE } from '../../command-line/exit.ts';
import { printJson, printLine } from '../../command-line/print.ts';
import { describeProblem } from '../../config/load-config.ts';
import { configExample } from '../../help/config-example.ts';

export const config: Command = {
  name: 'config',
  takes: '[check | example | schema]',
  describe: 'where your settings are, what they are, and what is wrong with them',
  options: { json: { type: 'boolean', describe: 'the settings that hold, as one object' } },
  examples: [
    ['cables config example > ~/.config/cables/config.json', 'one to begin with'],
    ['cables config check', 'all that is wrong, with line and field; exit code 2 where something is'],
  ],
  async run(given, around) {
    const { loaded } = around;
    const [word] = given.words;
    if (word === 'example') {
      around.stdout.write(configExample);
      return 0;
    }
    if (word === 'schema') {
      const { configJsonSchema } = await import('../../config/json-schema.ts');
      around.stdout.write(configJsonSchema());
      return 0;
    }
    if (word !== undefined && word !== 'check')
      throw new Refusal(
        `cables config ${word}: not known. Nothing was changed. Type: cables config, or with check, example or schema behind it`,
      );
    if (given.options['json']) printJson(around, loaded.config);
    else {
      printLine(around, `${loaded.file}${loaded.found ? '' : '  (not there: everything is as the program has it)'}`);
      for (const problem of loaded.problems) printLine(around, `  ${describeProblem(problem)}`);
      if (word === undefined)
        for (const [field, value] of Object.entries(loaded.config)) printLine(around, `${field.padEnd(11)}${show(value)}`);
      else if (loaded.problems.length === 0) printLine(around, loaded.found ? 'all sound' : 'nothing to check');
    }
    return loaded.problems.length === 0 ? 0 : WRONG_USAGE;
  },
};

const show = (value: unknown): string => (typeof value === 'string' ? value : value === null ? "the machine's" : JSON.stringify(value));
