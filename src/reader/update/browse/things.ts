/* Short lists: bookmarks, tags, notes, searches, history, undo list, references, outline. Made from the projections, again when those change. */
import type { HistoryLine } from '../../../../store/journal/personal.ts';
import { LONGEST_VERB } from '../../../../store/journal/projections/words.ts';
import type { Line } from '../../../text/line.ts';
import { makeVisible } from '../../../text/visible.ts';
import { padToWidth } from '../../../text/width.ts';
import { articlesOf } from '../../cable-text/articles-of.ts';
import { findCite } from '../../cable-text/find-cite.ts';
import { placedMarks } from '../../cable-text/placed-marks.ts';
import type { Step } from '../../messages.ts';
import { dateAndClass } from '../../screens/list-row.ts';
import { rowsPerPage } from '../../screens/page-size.ts';
import { currentView, type ReaderState, type Target, type Thing, type ThingsKind, type ThingsView, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { nothing } from '../step.ts';
import { dayNames } from './day-names.ts';
import { describeQuestion } from './questions.ts';

const TITLES: Readonly<Record<ThingsKind, string>> = {
  bookmarks: 'bookmarks',
  tags: 'tags',
  notes: 'notes',
  searches: 'saved searches',
  undo: 'undo list',
  history: 'history',
  outline: 'outline',
  references: 'references',
  'cited-by': 'cited by',
  tree: 'tree of references',
  articles: 'articles that quote',
  places: 'my places',
};
const MOST = 2000;
/** What the journal does not change. */
const LAID_OUT_ONCE: ReadonlySet<ThingsKind> = new Set(['outline', 'references', 'cited-by', 'tree', 'articles']);

export function openThings(state: ReaderState, what: ThingsKind, of: string | null, around: Surroundings): ReaderState {
  const things = makeThings(state, what, around);
  const view: ThingsView = {
    kind: 'things',
    what,
    title: of === null ? TITLES[what] : `${TITLES[what]}: ${of}`,
    of,
    things,
    narrow: '',
    cursor: 0,
    top: 0,
  };
  const opened: ReaderState = { ...state, views: [...state.views, view] };
  return moveInThings(opened, view, firstRow(things, rowOfReading(state, what, things), 1), rowsPerPage(opened));
}

/** An outline opens at the paragraph one reads. */
function rowOfReading(state: ReaderState, what: ThingsKind, things: readonly Thing[]): number {
  const view = currentView(state);
  if (what !== 'outline' || view.kind !== 'cable') return 0;
  return Math.max(
    0,
    things.findIndex(({ target }) => target?.to === 'paragraph' && target.index === view.paragraph),
  );
}

/** Made again after the journal changed; the cursor stays on its row's place. */
export function refreshThings(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'things' || LAID_OUT_ONCE.has(view.what)) return nothing(state);
  const things = makeThings(state, view.what, around);
  return nothing(withView(state, { ...view, things, cursor: firstRow(things, Math.min(view.cursor, things.length - 1), 1) }));
}

/** Rows that the narrowing leaves. */
export function shownThings({ things, narrow }: ThingsView): readonly Thing[] {
  if (narrow === '') return things;
  const words = narrow.toLowerCase().split(/\s+/).filter(Boolean);
  return things.filter(({ line, heading }) => {
    const text = line
      .map((piece) => piece.text)
      .join('')
      .toLowerCase();
    return !heading && words.every((word) => text.includes(word));
  });
}

export function moveInThings(state: ReaderState, view: ThingsView, row: number, page: number): ReaderState {
  const things = shownThings(view);
  const wanted = Math.max(0, Math.min(row, things.length - 1));
  const cursor = firstRow(things, wanted, row >= view.cursor ? 1 : -1);
  const top =
    cursor < view.top ? cursor : cursor >= view.top + page ? cursor - page + 1 : Math.min(view.top, Math.max(0, things.length - 1));
  const next = { ...view, cursor, top: cursor <= 1 ? 0 : top };
  // Scrolling may bring the calendar in or out, and with it another number of rows.
  const room = rowsPerPage(state, next);
  return withView(state, cursor >= next.top + room ? { ...next, top: cursor - room + 1 } : next);
}

/** The nearest row that is no heading, looking one way and then the other. */
function firstRow(things: readonly Thing[], from: number, step: 1 | -1): number {
  for (const way of [step, -step]) for (let i = from; i >= 0 && i < things.length; i += way) if (!things[i]!.heading) return i;
  return Math.max(0, from);
}

function makeThings(state: ReaderState, what: ThingsKind, around: Surroundings): Thing[] {
  const { personal, glyphs } = around;
  switch (what) {
    case 'bookmarks':
      return personal.bookmarks().map(({ cable, para, label, quote, at }) =>
        makeRow(
          [
            day(at),
            id(cable),
            { text: `${para === null ? '' : `${glyphs.paragraph}${para}`}`.padEnd(6), role: 'dim' },
            { text: [label, quote].filter(Boolean).join(': ') },
          ],
          {
            target: { to: 'cable', id: cable, goTo: para === null ? null : String(para), via: { jump: 'bookmark' } },
            cable,
          },
        ),
      );
    case 'tags':
      return personal.tags().map(({ tag, count, lastUsed }) =>
        makeRow(
          [
            { text: String(count).padStart(7) },
            { text: `  #${tag}`.padEnd(30), role: 'tag' },
            { text: `last used ${lastUsed.slice(0, 10)}`, role: 'dim' },
          ],
          {
            tag,
            target: { to: 'list', title: `#${tag}`, query: `mine:${tag}` },
          },
        ),
      );
    case 'notes':
      return personal.notes().map(({ cable, para, text, at, draft, conflicts }) =>
        makeRow(
          [
            day(at),
            id(cable),
            { text: (para === null ? '' : `${glyphs.paragraph}${para}`).padEnd(6), role: 'dim' },
            {
              text: `${draft ? '(draft) ' : ''}${conflicts.length > 0 ? `(${conflicts.length + 1} versions) ` : ''}${text.replaceAll('\n', ' ')}`,
            },
          ],
          {
            target: { to: 'cable', id: cable, goTo: para === null ? null : String(para), via: { jump: 'note' } },
            cable,
          },
        ),
      );
    case 'searches':
      return personal.searches().map((search) => {
        const { id: question, name, query } = search;
        const { total, detail } = describeQuestion(search, state);
        return makeRow(
          [
            { text: ` ${padToWidth(name, 20)} `, role: 'strong' },
            { text: ` ${total.padStart(8)}  ` },
            { text: detail.padEnd(22), role: 'dim' },
            { text: ` ${query}` },
          ],
          { target: { to: 'list', title: name, query, question } },
        );
      });
    case 'undo':
      return personal.undoList(MOST).map(({ action, handle, at, summary, undone }) =>
        makeRow(
          [
            { text: `${undone ? glyphs.undone : ' '} ${at.slice(0, 16).replace('T', ' ')}  ${handle}  `, role: 'dim' },
            { text: summary, role: undone ? 'dim' : 'plain' },
          ],
          { action },
        ),
      );
    case 'history':
      return historyThings(personal.history({ limit: MOST }), around);
    case 'outline':
      return outlineThings(state, around);
    case 'references':
      return referenceThings(state);
    case 'places':
      return placeThings(state, around);
    case 'articles':
      return articleThings(state);
    case 'cited-by':
    case 'tree':
      return [];
  }
}

function historyThings(lines: readonly HistoryLine[], around: Surroundings): Thing[] {
  const things: Thing[] = [];
  const days = dayNames(around);
  let last = '';
  for (const line of lines) {
    const date = line.at.slice(0, 10);
    if (date !== last)
      things.push({ line: [{ text: ` ${days(date)}`, role: 'strong' }], target: null, cable: null, action: null, heading: true });
    last = date;
    const [only] = line.cables;
    const what = line.cables.length === 1 ? only! : line.cables.length === 0 ? '' : `${line.cables.length} cables`;
    const how = [line.detail, line.because ? `because: ${line.because}` : ''].filter(Boolean).join('  ');
    const role = line.undone ? ('dim' as const) : ('plain' as const);
    things.push(
      makeRow(
        [
          { text: `${line.undone ? around.glyphs.undone : ' '} ${line.at.slice(11, 16)}  `, role: 'dim' },
          { text: line.verb.padEnd(LONGEST_VERB + 1), role },
          ...(what === '' ? [] : [{ ...id(what), role }]),
          { text: how, role },
        ],
        {
          target: line.cables.length === 1 ? { to: 'cable', id: only!, goTo: null, via: { jump: 'history' } } : null,
          cable: line.cables.length === 1 ? only! : null,
          action: line.undoable ? line.action : null,
        },
      ),
    );
  }
  return things;
}

function outlineThings(state: ReaderState, { personal, glyphs }: Surroundings): Thing[] {
  const view = state.views.findLast((below) => below.kind === 'cable');
  if (view?.kind !== 'cable' || view.cable === null) return [];
  const { cable } = view;
  const placed = placedMarks(view.id, cable, personal);
  const marks = new Map(placed.bookmarks.map(({ para, label }) => [para, label]));
  const notes = new Map(placed.notes.map(({ para, text }) => [para, text]));
  const headings = cable.layout.blocks.filter(({ kind }) => kind === 'heading');
  const rows = cable.paragraphs.map((paragraph, index) => ({
    at: paragraph.start,
    thing: makeRow(
      [
        { text: `  ${paragraph.number === null ? `${glyphs.paragraph}${index + 1}` : `${paragraph.number}.`}`.padEnd(7) },
        { text: (paragraph.portion === null ? '' : `(${paragraph.portion})`).padEnd(7), role: 'dim' },
        {
          text: marks.has(index + 1) ? `${glyphs.bookmark} ${marks.get(index + 1) ? `${marks.get(index + 1)}: ` : ''}` : '',
          role: 'accent',
        },
        { text: notes.has(index + 1) ? `${glyphs.note} ${notes.get(index + 1)!.replaceAll('\n', ' ')}  ` : '', role: 'tag' },
        {
          text: makeVisible(
            cable.body
              .slice(paragraph.textStart, Math.min(paragraph.end, paragraph.textStart + 300))
              .replaceAll(/\s+/g, ' ')
              .trim(),
          ),
        },
      ],
      { target: { to: 'paragraph', index } },
    ),
  }));
  const heads = headings.map(({ start, end }) => ({
    at: start,
    thing: {
      line: [{ text: ` ${makeVisible(cable.body.slice(start, end).trim())}`, role: 'strong' as const }],
      target: null,
      cable: null,
      action: null,
      heading: true,
    },
  }));
  return [...rows, ...heads].sort((a, b) => a.at - b.at).map(({ thing }) => thing);
}

/** Where one stopped, put a bookmark or wrote a note in the cable below, in the order of the text. */
function placeThings(state: ReaderState, { personal, glyphs }: Surroundings): Thing[] {
  const view = state.views.findLast((below) => below.kind === 'cable');
  if (view?.kind !== 'cable') return [];
  const stopped = personal.place(view.id);
  const { bookmarks, notes } = placedMarks(view.id, view.cable, personal);
  const places = [
    ...(stopped ? [{ para: stopped.para, sign: ' ', text: `read to here on ${stopped.at.slice(0, 10)}` }] : []),
    ...bookmarks.map(({ para, label, quote }) => ({
      para,
      sign: glyphs.bookmark,
      text: [label, quote].filter(Boolean).join(': '),
    })),
    ...notes.map(({ para, text }) => ({ para, sign: glyphs.note, text: text.replaceAll('\n', ' ') })),
  ];
  return places
    .sort((a, b) => (a.para ?? 0) - (b.para ?? 0))
    .map(({ para, sign, text }) =>
      makeRow([{ text: ` ${para === null ? '' : `${glyphs.paragraph}${para}`}`.padEnd(7), role: 'dim' }, { text: `${sign} ` }, { text }], {
        target: { to: 'paragraph', index: (para ?? 1) - 1 },
      }),
    );
}

function referenceThings(state: ReaderState): Thing[] {
  const view = state.views.findLast((below) => below.kind === 'cable');
  if (view?.kind !== 'cable' || view.cable === null) return [];
  return view.cable.references.map(({ label, id: cited, text, kind }) => {
    const cite = cited === null ? undefined : findCite(view.cites, cited);
    const lead: Line = [{ text: ` ${label ?? ' '}  `, role: 'strong' }, id(cite?.row?.id ?? cited ?? '')];
    if (cite?.row) {
      const { id: here, subject } = cite.row;
      const facts = dateAndClass(cite.row, state.size.columns - 1);
      const twin: Line = here === cited ? [] : [{ text: `  written ${cited}`, role: 'dim' }];
      const target: Target = { to: 'cable', id: here, goTo: null, via: { from: view.id } };
      return makeRow([...lead, ...facts, { text: subject ?? '(no subject)' }, ...twin], { target, cable: here });
    }
    const what = cited === null ? `${kind}: ${text}` : `not here, cited ${cite?.cited ?? 1}x`;
    return makeRow([...lead, { text: what, role: 'dim' }], { target: cited === null ? null : whatCites(cited) });
  });
}

/** Each by its address, which `enter` copies: the machine this runs on has no browser. */
function articleThings(state: ReaderState): Thing[] {
  const view = state.views.findLast((below) => below.kind === 'cable');
  if (view?.kind !== 'cable' || !view.found) return [];
  return articlesOf(view).map((text) => makeRow([{ text: ` ${text}` }], { target: { to: 'clipboard', text } }));
}

/** A cable that is not here leads to those that cite it. */
export const whatCites = (id: string): Target => ({ to: 'list', title: `cites ${id}`, query: `cites:${id}` });

/** The action that a row of history or of the undo list shows. */
export function actionUnderCursor(state: ReaderState): string | null {
  const view = currentView(state);
  return view.kind === 'things' && (view.what === 'history' || view.what === 'undo')
    ? (shownThings(view)[view.cursor]?.action ?? null)
    : null;
}

export function makeRow(line: Line, rest: Partial<Thing>): Thing {
  return {
    line: line.map((piece) => ({ ...piece, text: makeVisible(piece.text) })),
    target: null,
    cable: null,
    action: null,
    heading: false,
    ...rest,
  };
}

const day = (at: string) => ({ text: `${at.slice(0, 10)}  `, role: 'dim' as const });
const id = (text: string) => ({ text: `${text.padEnd(17)} ` });
