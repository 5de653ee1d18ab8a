import { nearestName } from '../../../store/query/nearest-name.ts';
import type { Command } from '../../command-line/command.ts';
import { Refusal } from '../../command-line/exit.ts';
import { page } from '../../command-line/page.ts';
import { describeCommand } from '../../command-line/parse-command.ts';
import { helpTopics } from '../../help/help-topics.ts';

/** `cables help`, `cables help VERB`, `cables help cables|tags|keys|filters`. */
export function makeHelp(loadCommands: () => Promise<readonly Command[]>): Command {
  return {
    name: 'help',
    takes: '[VERB | cables|tags|keys|filters]',
    describe: 'what there is to type; understanding cables, their TAGS, the keys, the filters',
    options: {},
    async run(given, around) {
      const [word] = given.words;
      const columns = around.stdout.columns ?? 80;
      const commands = await loadCommands();
      if (word === undefined) {
        await page(overview(commands), around);
        return 0;
      }
      const command = commands.find(({ name }) => name === word);
      const topic = helpTopics[word];
      if (command) around.stdout.write(`${await describeCommand(command, columns)}\n`);
      else if (topic) await page(await topic(columns, around.loaded.config), around);
      else {
        const near = nearestName(word, [...commands.map(({ name }) => name), ...Object.keys(helpTopics)]);
        throw new Refusal(`There is no help on ${word}.${near ? ` Did you mean: cables help ${near}` : ' Type: cables help'}`);
      }
      return 0;
    },
  };
}

/** The first screen of help: every verb in one line. */
export function overview(commands: readonly Command[]): string {
  const usages = commands.map(({ name, takes, describe }) => [`cables ${name}${takes ? ` ${takes}` : ''}`, describe] as const);
  const wide = 42;
  const lines = usages.map(([usage, describe]) =>
    usage.length < wide ? `  ${usage.padEnd(wide)}${describe}` : `  ${usage}\n  ${''.padEnd(wide)}${describe}`,
  );
  return [
    'cables: read, triage and remember diplomatic cables in a terminal',
    '',
    `  ${'cables [QUERY | REF]'.padEnd(wide)}open the reader`,
    `  ${'cables --sample'.padEnd(wide)}open it on the bundled sample cables`,
    ...lines,
    '',
    `Topics: cables help ${Object.keys(helpTopics).join(' | cables help ')}`,
    'A verb: cables help list',
    '',
  ].join('\n');
}
