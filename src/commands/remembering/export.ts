import type { Library } from '../../../store/library/open-library.ts';
import type { Command, Given } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { refuseUnknown } from '../../command-line/refuse-unknown.ts';
import { sayNoMatch } from '../../command-line/say-no-match.ts';
import { planWords } from '../../command-line/select-cables.ts';
import type { Exported } from '../../export/exported.ts';
import { gatherBookmarks, gatherLedger, gatherList, gatherNotes, type Wanted } from '../../export/gather.ts';
import { writeBibtex, writeChicago, writeCslJson } from '../../export/write-citations.ts';
import { writeCsv } from '../../export/write-csv.ts';
import { writeMarkdown } from '../../export/write-markdown.ts';
import { escapeForJson } from '../../text/visible.ts';

const WHAT = ['bookmarks', 'notes', 'list', 'ledger'] as const;
type What = (typeof WHAT)[number];

const FORMATS: Readonly<Record<string, (exported: Exported) => string>> = {
  md: writeMarkdown,
  json: ({ rows }) => rows.map(({ fields }) => `${escapeForJson(JSON.stringify(fields))}\n`).join(''),
  csv: writeCsv,
  bibtex: writeBibtex,
  'csl-json': writeCslJson,
  chicago: writeChicago,
};

export const exportCables: Command = {
  name: 'export',
  takes: `${WHAT.join('|')} [QUERY]`,
  describe: 'bookmarks and notes with quotes and citations, a list, or the ledger of a question: what was decided when, where and why',
  options: {
    format: { type: 'string', describe: `${Object.keys(FORMATS).join(', ')}; md where nothing is said` },
    for: { type: 'string', describe: 'with ledger: the saved search whose verdicts it is about' },
    all: { type: 'boolean', describe: 'with ledger: also what was decided otherwise since, or taken back' },
    at: { type: 'string', describe: 'the journal as it was at this time' },
  },
  examples: [
    ['cables export notes is:kept', 'notes on kept cables, as Markdown'],
    ['cables export ledger --for border --format csv', 'every verdict of a question, for a spreadsheet'],
    ['cables export list is:kept --format bibtex', 'a bibliography'],
  ],
  run(given, around) {
    const [word, ...words] = [...given.words, ...(given.after ?? [])];
    const what = WHAT.find((name) => name === word) ?? refuseUnknown('cables export', word, WHAT);
    const { format = 'md' } = given.options;
    const write = FORMATS[String(format)] ?? refuseUnknown('--format', String(format), Object.keys(FORMATS));
    return withLibrary(given, around, 'read', async (library) => {
      const asked = words.length === 0 ? null : planWords(words, library, around);
      const ids = asked && (await library.corpus.ids(asked.plan));
      const exported = await gather(what, { library, ids, links: around.loaded.config.links }, given);
      if (exported.rows.length === 0) {
        around.stderr.write(
          asked && ids?.length === 0
            ? `Nothing to export. ${await sayNoMatch(asked.text, library)}`
            : `Nothing to export: ${NOTHING[what]}\n`,
        );
        return NOTHING_FOUND;
      }
      around.stdout.write(write(exported));
      return 0;
    });
  },
};

const NOTHING: Readonly<Record<What, string>> = {
  bookmarks: 'no bookmark. Type: cables bookmark REF#12, or m in the reader.',
  notes: 'no note. Type: cables note REF#12 TEXT, or a in the reader.',
  list: 'no cable matches.',
  ledger: 'nothing was decided. Keep and skip in a saved search, or type: cables mark kept --for SEARCH -- QUERY',
};

function gather(what: What, wanted: Wanted, { options }: Given): Promise<Exported> {
  switch (what) {
    case 'bookmarks':
      return gatherBookmarks(wanted);
    case 'notes':
      return gatherNotes(wanted);
    case 'list':
      return gatherList(wanted);
    case 'ledger':
      return gatherLedger(
        wanted,
        typeof options['for'] === 'string' ? questionNamed(options['for'], wanted.library) : undefined,
        options['all'] === true,
      );
  }
}

function questionNamed(name: string, { journal }: Library): string {
  const search = journal.personal.searches().find((saved) => saved.name === name);
  if (!search) throw new Refusal(`--for ${name}: no such saved search. Type: cables searches`);
  return search.id;
}
