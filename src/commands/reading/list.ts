import type { CatalogueRow, Sort } from '../../../store/corpus/corpus.ts';
import { changeSettings, readSettings } from '../../../store/library/library-settings.ts';
import type { Library } from '../../../store/library/open-library.ts';
import type { Plan } from '../../../store/query/plan.ts';
import type { Command } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { page } from '../../command-line/page.ts';
import { printText } from '../../command-line/print.ts';
import { sayNoMatch } from '../../command-line/say-no-match.ts';
import { planWords } from '../../command-line/select-cables.ts';
import { groupDigits } from '../../text/group-digits.ts';
import { escapeForJson, makeVisible } from '../../text/visible.ts';
import { formatRow } from './format-row.ts';

const SORTS: readonly Sort[] = ['newest', 'oldest', 'released', 'origin', 'subject', 'relevance'];
const FIELDS = ['id', 'created', 'released', 'classification', 'origin', 'subject', 'tags', 'versions', 'size'] as const;
type Field = (typeof FIELDS)[number];
const CHUNK = 1000;

export const list: Command = {
  name: 'list',
  takes: '[QUERY]',
  describe: 'list cables, newest first',
  options: {
    json: { type: 'boolean', describe: 'one object a line' },
    ids: { type: 'boolean', describe: 'reference ids alone' },
    fields: { type: 'string', describe: `columns, tab separated: ${FIELDS.join(',')}` },
    0: { type: 'boolean', describe: 'end each line with NUL instead of a newline' },
    sort: { type: 'string', describe: SORTS.join(', ') },
    limit: { type: 'number', describe: 'at most so many' },
    new: { type: 'boolean', describe: 'only cables imported since the cursor was advanced' },
    cursor: { type: 'string', describe: 'the name of the cursor for --new' },
    advance: { type: 'boolean', describe: 'after listing, put the cursor behind the last import' },
    at: { type: 'string', describe: 'the journal as it was at this time' },
  },
  examples: [
    ['cables list from:arcadia tag:SENV date:2009..', 'by origin, tag and date'],
    ['cables list is:kept --ids', 'ids for another command'],
    ['cables list tag:SENV --new --cursor mail --advance', 'what came since this was last typed'],
  ],
  run: (given, around) =>
    withLibrary(given, around, 'read', async (library) => {
      const { options } = given;
      const sort = readSort(options['sort']);
      const limit = typeof options['limit'] === 'number' ? options['limit'] : Number.POSITIVE_INFINITY;
      const cursor = readCursor(options, library);
      const asked = planWords([...given.words, ...(given.after ?? [])], library, around);
      const { text, understood } = asked;
      const plan: Plan = cursor === null ? asked.plan : { kind: 'and', of: [asked.plan, { kind: 'after-run', run: cursor.run }] };
      if (text !== '') around.stderr.write(`searching: ${makeVisible(understood)}\n`);
      const write = chooseFormat(options, around.stdout);
      const end = options['0'] ? '\0' : '\n';
      let listed = 0;
      async function* lines(): AsyncGenerator<string> {
        for (let from = 0; from < limit; from += CHUNK) {
          const rows = await library.corpus.page(plan, { from, limit: Math.min(CHUNK, limit - from), sort });
          listed += rows.length;
          yield rows.map((row) => write(row) + end).join('');
          if (rows.length < CHUNK) return;
        }
      }
      if (end === '\0' || options['json'] || options['ids'] || options['fields'])
        for await (const part of lines()) await printText(around, part);
      else await page(lines(), around);
      if (listed === 0) {
        around.stderr.write(
          cursor === null || library.corpus.info.cables === 0
            ? await sayNoMatch(text, library)
            : `Nothing new since ${cursor.name} was advanced.\n`,
        );
        cursor?.advance();
        return NOTHING_FOUND;
      }
      cursor?.advance();
      const total = listed === limit ? await library.corpus.count(plan) : listed;
      if (listed < total) around.stderr.write(`${groupDigits(listed)} of ${groupDigits(total)}\n`);
      return 0;
    }),
};

interface Cursor {
  readonly name: string;
  /** The import run behind which cables are new; 0 for a cursor that was never advanced. */
  readonly run: number;
  /** Puts it behind the last import where `--advance` says so. Cables cut off by `--limit` are not listed again. */
  advance(): void;
}

function readCursor({ new: wanted, cursor: name, advance }: Readonly<Record<string, unknown>>, { folder, corpus }: Library): Cursor | null {
  if (wanted !== true && name === undefined && advance !== true) return null;
  if (wanted !== true || typeof name !== 'string' || name === '')
    throw new Refusal(
      '--new, --cursor and --advance belong together. Nothing was listed. Type: cables list QUERY --new --cursor NAME [--advance]',
    );
  const { cursors = {} } = readSettings(folder.root);
  const { lastRun } = corpus.info;
  return {
    name,
    run: Object.hasOwn(cursors, name) ? cursors[name]! : 0,
    advance() {
      if (advance === true) changeSettings(folder.root, (settings) => void (settings.cursors = { ...settings.cursors, [name]: lastRun }));
    },
  };
}

function readSort(value: unknown): Sort {
  if (value === undefined) return 'newest';
  const sort = SORTS.find((name) => name === value);
  if (sort === undefined) throw new Refusal(`--sort ${String(value)}: unknown. One of: ${SORTS.join(', ')}`);
  return sort;
}

function chooseFormat(options: Readonly<Record<string, unknown>>, stdout: NodeJS.WriteStream): (row: CatalogueRow) => string {
  if (options['json']) return (row) => escapeForJson(JSON.stringify(row));
  if (options['ids']) return ({ id }) => makeVisible(id);
  if (typeof options['fields'] === 'string') {
    const fields = options['fields'].split(',').map((name): Field => {
      const field = FIELDS.find((known) => known === name.trim());
      if (field === undefined) throw new Refusal(`--fields: no field ${name.trim()}. There are: ${FIELDS.join(', ')}`);
      return field;
    });
    return (row) => fields.map((field) => makeVisible(String(row[field] ?? '')).replaceAll(/[\t\n]/g, ' ')).join('\t');
  }
  return (row) => formatRow(row, stdout.isTTY ? (stdout.columns ?? 80) : null);
}
