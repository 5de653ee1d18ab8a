/* What the journal remembers, as lists: one line a thing, or one object a line. */
import type { Options } from 'yargs';
import type { Personal, Search } from '../../../store/journal/personal.ts';
import type { Library } from '../../../store/library/open-library.ts';
import type { Plan } from '../../../store/query/plan.ts';
import { planQuery } from '../../../store/query/plan-query.ts';
import type { Command, Surroundings } from '../../command-line/command.ts';
import { NOTHING_FOUND } from '../../command-line/exit.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { printJson, printLine } from '../../command-line/print.ts';
import { planWords } from '../../command-line/select-cables.ts';

interface PersonalList<T> {
  readonly name: string;
  readonly describe: string;
  read(personal: Personal, library: Library, around: Surroundings): readonly T[] | Promise<readonly T[]>;
  line(item: T): string;
  /** The cable an item is about, where the list can be narrowed to some. */
  readonly cableOf?: (item: T) => string;
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
  describe: 'list bookmarks, newest first, of all cables or of those of a query',
  read: (personal) => personal.bookmarks(),
  line: ({ at, cable, para, label, quote }) =>
    `${day(at)}  ${cable}${para === null ? '' : `#${para}`}  ${label ?? ''}${label && quote ? ': ' : ''}${quote ?? ''}`,
  cableOf: ({ cable }) => cable,
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
  describe: 'list notes, newest first, of all cables or of those of a query',
  read: (personal) => personal.notes(),
  line: ({ at, cable, para, text, conflicts }) =>
    `${day(at)}  ${cable}${para === null ? '' : `#${para}`}  ${text.replaceAll('\n', ' ')}${conflicts.length > 0 ? `  (${conflicts.length + 1} versions)` : ''}`,
  cableOf: ({ cable }) => cable,
  none: 'No notes yet. Type: cables note REF#12 TEXT, or a in the reader.',
});

export const searches = listCommand({
  name: 'searches',
  describe: 'list saved searches: how many cables each has, how many are decided, what is new since you last looked',
  read: (personal, library, around) => Promise.all(personal.searches().map((search) => countSearch(search, library, around))),
  line: ({ name, query, cables, decided, new: fresh }) =>
    `${name.padEnd(20)} ${String(cables).padStart(8)}  ${`${decided} decided`.padEnd(16)} ${(fresh ? `+${fresh} new` : '').padEnd(10)} ${query}`,
  none: 'No saved searches yet. Narrow a list in the reader and press S.',
});

async function countSearch(search: Search, { corpus, journal }: Library, { now, zone }: Surroundings) {
  const { plan, problems } = planQuery(search.query, { now: now(), zone, searches: journal.personal.searches() });
  const count = (...of: readonly Plan[]) => (problems.length > 0 ? 0 : corpus.count({ kind: 'and', of: [plan, ...of] }));
  const [cables, decided, fresh] = await Promise.all([
    count(),
    count({ kind: 'personal', predicate: 'decided', queue: search.id, value: null }),
    search.looked === null ? 0 : count({ kind: 'after-run', run: search.looked }),
  ]);
  return { ...search, cables, decided, new: fresh };
}

function listCommand<T>(list: PersonalList<T>): Command {
  const { cableOf } = list;
  return {
    name: list.name,
    takes: cableOf ? '[QUERY]' : '',
    describe: list.describe,
    options,
    run: (given, around) =>
      withLibrary(given, around, 'read', async (library) => {
        const all = await list.read(library.journal.personal, library, around);
        const words = [...given.words, ...(given.after ?? [])];
        const wanted = words.length > 0 ? new Set(await library.corpus.ids(planWords(words, library, around).plan)) : null;
        const items = wanted && cableOf ? all.filter((item) => wanted.has(cableOf(item))) : all;
        for (const item of items) {
          if (given.options['json']) printJson(around, item);
          else printLine(around, list.line(item));
        }
        if (items.length === 0)
          around.stderr.write(all.length === 0 ? `${list.none}\n` : `None of the ${list.name} is on a cable that matches.\n`);
        return items.length === 0 ? NOTHING_FOUND : 0;
      }),
  };
}
