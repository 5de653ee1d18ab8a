/* What the journal remembers, as lists: one line a thing, or one object a line. */
import type { Options } from 'yargs';
import type { Personal } from '../../../store/journal/personal.ts';
import type { Command } from '../../command-line/command.ts';
import { NOTHING_FOUND } from '../../command-line/exit.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { printJson, printLine } from '../../command-line/print.ts';

interface PersonalList<T> {
  readonly name: string;
  readonly describe: string;
  read(personal: Personal): readonly T[];
  line(item: T): string;
  /** Said where there is none yet: the command that makes the first. */
  readonly none: string;
}

const options: Record<string, Options> = {
  json: { type: 'boolean', describe: 'one object a line' },
  at: { type: 'string', describe: 'the journal as it was at this time' },
};

const day = (at: string) => at.slice(0, 10);

export const bookmarks = listCommand({
  name: 'bookmarks',
  describe: 'list bookmarks, newest first',
  read: (personal) => personal.bookmarks(),
  line: ({ at, cable, para, label, quote }) =>
    `${day(at)}  ${cable}${para === null ? '' : `#${para}`}  ${label ?? ''}${label && quote ? ': ' : ''}${quote ?? ''}`,
  none: 'No bookmarks yet. Type: cables bookmark REF#12, or m in the reader.',
});

export const tags = listCommand({
  name: 'tags',
  describe: 'list your own tags with their counts',
  read: (personal) => personal.tags(),
  line: ({ count, tag }) => `${String(count).padStart(7)}  ${tag}`,
  none: 'No tags yet. Type: cables tag +follow-up -- QUERY, or t in the reader.',
});

export const notes = listCommand({
  name: 'notes',
  describe: 'list notes, newest first',
  read: (personal) => personal.notes(),
  line: ({ at, cable, para, text, conflicts }) =>
    `${day(at)}  ${cable}${para === null ? '' : `#${para}`}  ${text.replaceAll('\n', ' ')}${conflicts.length > 0 ? `  (${conflicts.length + 1} versions)` : ''}`,
  none: 'No notes yet. Type: cables note REF#12 TEXT, or a in the reader.',
});

export const searches = listCommand({
  name: 'searches',
  describe: 'list saved searches',
  read: (personal) => personal.searches(),
  line: ({ name, query }) => `${name.padEnd(20)}  ${query}`,
  none: 'No saved searches yet. Narrow a list in the reader and press S.',
});

function listCommand<T>(list: PersonalList<T>): Command {
  return {
    name: list.name,
    takes: '',
    describe: list.describe,
    options,
    run: (given, around) =>
      withLibrary(given, around, 'read', async ({ journal }) => {
        const items = list.read(journal.personal);
        for (const item of items) {
          if (given.options['json']) printJson(around, item);
          else printLine(around, list.line(item));
        }
        if (items.length === 0) around.stderr.write(`${list.none}\n`);
        return items.length === 0 ? NOTHING_FOUND : 0;
      }),
  };
}
