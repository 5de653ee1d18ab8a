/* Bookmarks, notes, a list, or the ledger of a question, with the cables they are about. */
import type { Cable } from '../../store/cable/cable.ts';
import type { CitedCable } from '../../store/cable/citation/cited-cable.ts';
import { parseCable } from '../../store/cable/parse-cable.ts';
import { readQuestionLedger } from '../../store/journal/question-ledger.ts';
import type { Library } from '../../store/library/open-library.ts';
import type { Config } from '../config/config.ts';
import { fillLink } from '../config/fill-link.ts';
import { paragraphText } from '../reader/cable-text/paragraph-text.ts';
import type { Exported, ExportedRow, Value } from './exported.ts';

export interface Wanted {
  readonly library: Library;
  /** Ids of the filter, newest first; null where none was given. */
  readonly ids: readonly string[] | null;
  readonly links: Config['links'];
}

const CABLE_COLUMNS = ['cable', 'created', 'classification', 'origin', 'subject'] as const;

export async function gatherBookmarks(wanted: Wanted): Promise<Exported> {
  const marks = within(wanted, wanted.library.journal.personal.bookmarks());
  const places = await placesOf(wanted, marks);
  return {
    title: 'Bookmarks',
    columns: [...CABLE_COLUMNS, 'paragraph', 'label', 'quote', 'at', 'link'],
    rows: marks.map((mark) => rowOf(places(mark), { label: mark.label, quote: places(mark).text ?? mark.quote, at: mark.at })),
  };
}

export async function gatherNotes(wanted: Wanted): Promise<Exported> {
  const notes = within(wanted, wanted.library.journal.personal.notes()).filter(({ draft }) => !draft);
  const places = await placesOf(wanted, notes);
  return {
    title: 'Notes',
    columns: [...CABLE_COLUMNS, 'paragraph', 'note', 'quote', 'at', 'link'],
    // Texts that were written at the same time elsewhere are all there.
    rows: notes.map((note) =>
      rowOf(places(note), { note: [note.text, ...note.conflicts].join('\n\n'), quote: places(note).text ?? note.quote, at: note.at }),
    ),
  };
}

export async function gatherList(wanted: Wanted): Promise<Exported> {
  const { corpus, journal } = wanted.library;
  const ids = wanted.ids ?? (await corpus.ids({ kind: 'all' }));
  const places = await placesOf(
    wanted,
    ids.map((cable) => ({ cable, para: null })),
  );
  return {
    title: 'Cables',
    columns: [...CABLE_COLUMNS, 'verdict', 'tags', 'link'],
    rows: ids.map((cable) => {
      const { verdict, tags } = journal.personal.mark(cable, null);
      return rowOf(places({ cable, para: null }), { verdict, tags: tags.join(' ') });
    }),
  };
}

/** @param question id of a saved search; undefined for all. @param all also what was changed or taken back since */
export async function gatherLedger(wanted: Wanted, question: string | undefined, all: boolean): Promise<Exported> {
  const rows = within(wanted, readQuestionLedger(wanted.library.journal, question)).filter(({ standing }) => all || standing === 'stands');
  const places = await placesOf(
    wanted,
    rows.map(({ cable, via }) => ({ cable, para: via.hit ?? null })),
  );
  return {
    title: 'Ledger',
    columns: [
      ...[
        'at',
        'device',
        'question',
        'verdict',
        ...CABLE_COLUMNS,
        'hit',
        'through',
        'because',
        'until',
        'of',
        'standing',
        'handle',
        'event',
      ],
    ],
    rows: rows.map((row) =>
      rowOf(places({ cable: row.cable, para: row.via.hit ?? null }), {
        at: row.at,
        device: row.device,
        question: row.question,
        verdict: row.verdict,
        hit: row.via.hit ?? null,
        through: row.how,
        because: row.because,
        until: row.until,
        of: row.batch,
        standing: row.standing,
        handle: row.handle,
        event: row.event,
      }),
    ),
  };
}

interface Place {
  readonly cable: string;
  /** Ordinal from 1. */
  readonly para: number | null;
}

interface Placed extends Pick<ExportedRow, 'cable' | 'paragraph' | 'link'> {
  /** The paragraph; null where the cable is not here. */
  readonly text: string | null;
}

function within<T extends { readonly cable: string }>({ ids }: Wanted, things: readonly T[]): readonly T[] {
  if (ids === null) return things;
  const wanted = new Set(ids);
  return things.filter(({ cable }) => wanted.has(cable));
}

/** What is cited of each: its row of the catalogue, the paragraph's own number, its address. A cable that is not here is its id. */
async function placesOf({ library, links }: Wanted, places: readonly Place[]): Promise<(place: Place) => Placed> {
  const { corpus } = library;
  const rows = new Map((await corpus.rows([...new Set(places.map(({ cable }) => cable))])).map((row) => [row.id, row]));
  const cables = new Map<string, Cable>();
  for (const cable of new Set(places.filter(({ para }) => para !== null).map((place) => place.cable))) {
    const found = await corpus.get(cable);
    if (found) cables.set(cable, parseCable(found.versions[0]!));
  }
  return ({ cable, para }) => {
    const cited: CitedCable = rows.get(cable) ?? { id: cable, created: null, classification: null, origin: null, subject: null };
    const text = cables.get(cable);
    const found = para === null ? undefined : text?.paragraphs[para - 1];
    const paragraph = para === null ? null : (found?.number ?? para);
    const { id, created } = cited;
    const link =
      paragraph === null
        ? fillLink(links.cable, { id, created })
        : fillLink(links.paragraph, { id, created, paragraph: String(paragraph) });
    return { cable: cited, paragraph, link, text: text && found ? paragraphText(text, found) : null };
  };
}

function rowOf({ cable, paragraph, link }: Placed, own: Readonly<Record<string, Value>>): ExportedRow {
  const { id, created, classification, origin, subject } = cable;
  const said = { cable: id, created, classification, origin, subject: subject?.replaceAll(/\s+/g, ' ') ?? null, paragraph, link };
  return { cable, paragraph, link, fields: { ...said, ...own } };
}
