import { nearestName } from '../../../store/query/nearest-name.ts';
import type { Command } from '../../command-line/command.ts';
import { Refusal } from '../../command-line/exit.ts';
import { page } from '../../command-line/page.ts';
import { describeCommand } from '../../command-line/parse-command.ts';
import { type HelpLine, type HelpSection, wrapHelp } from '../../help/help-section.ts';
import { helpTopics } from '../../help/help-topics.ts';

/** `cables help`, `cables help VERB`, `cables help cables|tags|keys|filters`. */
export function makeHelp(
  loadCommands: () => Promise<readonly Command[]>,
  groups: () => Readonly<Record<string, readonly string[]>>,
): Command {
  return {
    name: 'help',
    takes: '[VERB | commands|cables|tags|keys|filters]',
    describe: 'what there is to type; understanding cables, their TAGS, the keys, the filters',
    options: {},
    async run(given, around) {
      const [word] = given.words;
      const columns = around.stdout.columns ?? 80;
      const commands = await loadCommands();
      if (word === undefined) {
        await page(overview(groups(), columns), around);
        return 0;
      }
      if (word === 'commands') {
        await page(describeAll(commands, groups(), columns), around);
        return 0;
      }
      const command = commands.find(({ name }) => name === word);
      const topic = helpTopics[word];
      if (command) around.stdout.write(`${await describeCommand(command, columns)}\n`);
      else if (topic) await page(await topic(columns, around.loaded.config), around);
      else {
        const near = nearestName(word, ['commands', ...commands.map(({ name }) => name), ...Object.keys(helpTopics)]);
        throw new Refusal(`There is no help on ${word}.${near ? ` Did you mean: cables help ${near}` : ' Type: cables help'}`);
      }
      return 0;
    },
  };
}

/** What a newcomer sees first: one screen of 80x24. */
export function overview(groups: Readonly<Record<string, readonly string[]>>, columns: number): string {
  const verbs = Object.entries(groups).map(([name, of]): HelpLine => [name, of.join('  ')]);
  const sections: readonly HelpSection[] = [
    {
      title: 'cables: read, triage and remember diplomatic cables in a terminal',
      text: [
        ['cables', 'open the reader; with an empty library on invented sample cables'],
        ['cables border from:arcadia', 'open it on what a filter finds'],
        ['cables 09ARCADIA812', 'open one cable'],
        ['cables import PATH...', 'bring your own cables in'],
        ['cables --sample', 'the sample again'],
      ],
    },
    { title: 'Commands', text: verbs },
    {
      title: 'Help',
      text: [
        ['cables help list', 'one command, with its options and examples'],
        ['cables help commands', 'all of them, each in a line'],
        ['cables help filters', 'what may stand in a filter'],
        ['cables help keys', 'the keys of the reader; there ? shows them'],
        ['cables help cables | tags', 'understanding cables, and their TAGS'],
      ],
    },
  ];
  return `${wrapHelp(sections, columns).join('\n').trimEnd()}\n`;
}

/** Every command in a line, by what one wants of it. */
function describeAll(commands: readonly Command[], groups: Readonly<Record<string, readonly string[]>>, columns: number): string {
  const sections = Object.entries(groups).map(
    ([title, of]): HelpSection => ({
      title,
      text: commands
        .filter(({ name }) => of.includes(name))
        .map(({ name, takes, describe }): HelpLine => [`${name}${takes ? ` ${takes}` : ''}`, describe]),
    }),
  );
  return `${wrapHelp(sections, columns).join('\n').trimEnd()}\n`;
}
