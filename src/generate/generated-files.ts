/* Path below the project -> what it must hold. */

import { describeCommand } from '../command-line/parse-command.ts';
import { loadAllCommands } from '../commands/all-commands.ts';
import { configJsonSchema } from '../config/json-schema.ts';
import { configExample } from '../help/config-example.ts';
import { filterHelp } from '../help/filters.ts';
import type { HelpLine, HelpSection } from '../help/help-section.ts';
import { understandingCables } from '../help/understanding-cables.ts';
import { nameKeys } from '../reader/keys/key-sheet.ts';
import { defaultCommands, GROUPS, type Group } from '../reader/keys/keymap.ts';
import { width } from '../text/width.ts';
import { configSheet } from './config-sheet.ts';
import { drawFrame } from './frame-picture.ts';
import { sampleFrames } from './sample-frames.ts';
import { tourSheet } from './tour-sheet.ts';

const NOTE = '<!-- Made by `npm run fix` from the tables of the program: edit those. -->';

export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  files.set('docs/keys.md', `# Keys\n\n${NOTE}\n\n${keyTables()}`);
  files.set('docs/filters.md', `# Filters\n\n${NOTE}\n\n${asMarkdown(filterHelp)}`);
  files.set('docs/cables.md', `# Understanding cables\n\n${NOTE}\n\n${asMarkdown(understandingCables)}`);
  files.set('docs/tour.md', `# A tour in ten minutes\n\n${NOTE}\n\n${tourSheet()}`);
  files.set('docs/config.md', `# Settings\n\n${NOTE}\n\n${CONFIG_HEAD}\n${configSheet()}`);
  files.set('docs/config.schema.json', configJsonSchema());
  files.set('docs/commands.md', `# Commands\n\n${NOTE}\n\n${await commandSheet()}`);
  for (const [name, { lines, columns }] of await sampleFrames()) files.set(`docs/${name}.svg`, drawFrame(lines, columns, width));
  return files;
}

const CONFIG_HEAD = `\`$XDG_CONFIG_HOME/cables/config.json\` (\`~/.config/cables/config.json\`), or where \`--config FILE\` or \`CABLES_CONFIG\` says. Comments and a comma
after the last of a list are let through. A mistake costs no more than its own field: the reader starts, says so in one line, and \`cables config\` names each with its
line, its field and the nearest that is right. [config.schema.json](config.schema.json), which \`cables config schema\` prints, lets an editor complete and check it.

\`\`\`jsonc
${configExample}\`\`\`
`;

function keyTables(): string {
  return (Object.keys(GROUPS) as Group[])
    .map((group) => {
      const rows = defaultCommands
        .filter((command) => command.group === group)
        .map(
          ({ id, keys, title }) =>
            `| ${nameKeys(keys)
              .split(' ')
              .map((key) => (key === '|' ? '`\\|`' : `\`${key}\``))
              .join(' ')} | ${title} | \`${id}\` |`,
        );
      return `## ${GROUPS[group]}\n\n| keys | | in config.json |\n|---|---|---|\n${rows.join('\n')}\n`;
    })
    .join('\n');
}

function asMarkdown(sections: readonly HelpSection[]): string {
  return sections.map(({ title, text }) => `## ${title}\n\n${inGroups(text).join('\n\n')}\n`).join('\n');
}

/** Forms that stand one after the other are one table. */
function inGroups(text: readonly HelpLine[]): string[] {
  const parts: string[] = [];
  for (const line of text) {
    if (typeof line === 'string') parts.push(line);
    else {
      const row = `| ${line[0]
        .split('   ')
        .map((form) => `\`${form.replaceAll('|', '\\|')}\``)
        .join(' ')} | ${line[1]} |`;
      if (parts.at(-1)?.startsWith('| ')) parts.push(`${parts.pop()}\n${row}`);
      else parts.push(`| | |\n|---|---|\n${row}`);
    }
  }
  return parts;
}

async function commandSheet(): Promise<string> {
  const sheets: string[] = [];
  for (const command of await loadAllCommands())
    sheets.push(`## ${command.name}\n\n\`\`\`\n${(await describeCommand(command, 100)).trim()}\n\`\`\`\n`);
  return sheets.join('\n');
}
