/* The state of the ledger beside the journal, so that a start need not fold a million events. A cache: never trusted (a
 * file that does not continue from where the snapshot says makes it void), never in the way (void means replay, silently).
 *
 *     { format, reducers, last, files: [[path, bytes read, sum of the last line, …]], cables: {"09ARCADIA812": […]}, … }
 *     registers of the first cable
 *     registers of the second …
 *     cables read on the first day …
 *
 * The first line has what the index needs of each cable, how many cables were read on each day, and how long each line behind it is. A
 * register has its winning id; they are arrays in the order below. A line stays bytes until somebody asks for that cable or day: a start
 * passes over them.
 */
import type { Search, Verdict, Via } from '../personal.ts';
import type { BookmarkState } from '../projections/bookmark-fold.ts';
import type { CableState, PlaceRegister } from '../projections/cable-fold.ts';
import type { CableBrief } from '../projections/cable-index.ts';
import type { LastVerdict, LedgerBase } from '../projections/ledger-entry.ts';
import type { NoteVersion } from '../projections/note-fold.ts';

/** Changes with every change of what folding means. */
export const REDUCERS = 1;
const FORMAT = 6;

/** How far one journal file is in the snapshot. */
export interface FileMark {
  /** Below the journal folder. */
  readonly path: string;
  readonly bytes: number;
  /** `sum` of the last line before `bytes`; null where none was read. */
  readonly mark: string | null;
  readonly lines: number;
  readonly damaged: readonly number[];
  readonly unknown: number;
  readonly newer: number;
}

type TagRow = readonly [tag: string, on: 0 | 1, at: string, event: string];
type VerdictRow = readonly [
  queue: string | null,
  verdict: Verdict | null,
  until: string | null,
  words: string | null,
  because: string | null,
  event: string,
];
type BookmarkRow = readonly [
  last: string,
  /** Null where it is the last. */
  event: string | null,
  bookmark: readonly [cable: string, para: number | null, quote: string | null, label: string | null, at: string] | null,
];
type PlaceRow = readonly [para: number, of: number, at: string, via: Via, event: string];
/** Read 1 or opened 2, tags that are on (their places in `tags`), verdicts, bytes of its registers. */
type CableRow = readonly [flags: number, readingMs: number, tags: readonly number[], verdicts: CableBrief['verdicts'], length: number];
type Registers = readonly [
  last: string,
  tags: readonly TagRow[],
  verdicts: readonly VerdictRow[],
  read: 0 | 1,
  readBy: string | null,
  opened: 0 | 1,
  readingMs: number,
  visitMs: number,
  place: PlaceRow | null,
  seenAt: string | null,
];

export interface Snapshot {
  readonly format: number;
  readonly reducers: number;
  readonly last: string;
  readonly tags: readonly string[];
  readonly files: readonly FileMark[];
  readonly cables: Readonly<Record<string, CableRow>>;
  readonly notes: Readonly<Record<string, readonly [last: string, heads: readonly NoteVersion[]]>>;
  readonly bookmarks: Readonly<Record<string, BookmarkRow>>;
  readonly searches: Readonly<Record<string, readonly [last: string, event: string, looked: number | null, search: Search | null]>>;
  readonly lastRead: string | null;
  readonly lastVerdict: LastVerdict | null;
  /** How many cables, and the bytes of the line that has them: by their place in `cables`, or by name where they are not there. */
  readonly days: Readonly<Record<string, readonly [count: number, length: number]>>;
  /** The lines behind the head, in the order of `cables` and `days`: not part of the JSON. */
  readonly lines: Buffer;
}

export function takeSnapshot(base: LedgerBase, files: readonly FileMark[]): Snapshot {
  const places = new Map([...base.cables.keys()].map((cable, place) => [cable, place]));
  const tags: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (tag: string): number => {
    const known = numbers.get(tag);
    if (known !== undefined) return known;
    numbers.set(tag, tags.length);
    return tags.push(tag) - 1;
  };
  const lines: Buffer[] = [];
  /** @returns its bytes */
  const addLine = (value: unknown): number => {
    const line = Buffer.from(`${JSON.stringify(value)}\n`);
    lines.push(line);
    return line.length;
  };
  return {
    format: FORMAT,
    reducers: REDUCERS,
    last: base.last,
    tags,
    files,
    cables: fromEntries(base.cables, ({ brief, thaw }): CableRow => {
      const length = addLine(writeCable(thaw()));
      const flags = (brief.read ? 1 : 0) + (brief.opened ? 2 : 0);
      return [flags, brief.readingMs, brief.tags.map((tag) => numberOf(tag)), brief.verdicts, length];
    }),
    notes: fromEntries(base.notes, ({ last, heads }) => [last, heads]),
    bookmarks: fromEntries(
      base.bookmarks,
      ({ last, event, bookmark }): BookmarkRow => [
        last,
        event === last ? null : event,
        bookmark && [bookmark.cable, bookmark.para, bookmark.quote, bookmark.label, bookmark.at],
      ],
    ),
    searches: fromEntries(base.searches, ({ last, event, looked, search }) => [last, event, looked, search]),
    lastRead: base.lastRead,
    lastVerdict: base.lastVerdict,
    days: fromEntries(base.days, ({ count, thaw }) => [count, addLine(thaw().map((cable) => places.get(cable) ?? cable))] as const),
    lines: Buffer.concat(lines),
  };
}

/** Null where it was made by other code, or is damaged. */
export function readSnapshot(snapshot: Snapshot | null): LedgerBase | null {
  if (!snapshot || snapshot.format !== FORMAT || snapshot.reducers !== REDUCERS) return null;
  try {
    const names = Object.keys(snapshot.cables);
    const { lines } = snapshot;
    let next = 0;
    const nextLine = (length: number): (() => unknown) => {
      const from = next;
      next += length;
      return () => JSON.parse(lines.toString('utf8', from, from + length));
    };
    const cables = toMap(snapshot.cables, ([flags, readingMs, tags, verdicts, length]) => {
      const line = nextLine(length);
      return {
        brief: { read: (flags & 1) > 0, opened: (flags & 2) > 0, readingMs, tags: tags.map((number) => snapshot.tags[number]!), verdicts },
        thaw: () => readCable(line() as Registers),
      };
    });
    const days = toMap(snapshot.days, ([count, length]) => {
      const line = nextLine(length);
      return { count, thaw: () => (line() as (number | string)[]).map((cable) => (typeof cable === 'number' ? names[cable]! : cable)) };
    });
    return {
      last: snapshot.last,
      cables,
      days,
      lastRead: snapshot.lastRead,
      lastVerdict: snapshot.lastVerdict,
      notes: toMap(snapshot.notes, ([last, heads]) => ({ last, heads })),
      bookmarks: toMap(snapshot.bookmarks, readBookmark),
      searches: toMap(snapshot.searches, ([last, event, looked, search]) => ({ last, event, looked, search })),
    };
  } catch {
    return null;
  }
}

function writeCable(state: CableState): Registers {
  const { place } = state;
  return [
    state.last,
    [...state.tags].map(([tag, { on, at, event }]): TagRow => [tag, on ? 1 : 0, at, event]),
    [...state.verdicts].map(
      ([queue, { verdict, until, words, because, event }]): VerdictRow => [queue, verdict, until, words, because, event],
    ),
    state.read ? 1 : 0,
    state.readBy,
    state.opened ? 1 : 0,
    state.readingMs,
    state.visitMs,
    place && [place.para, place.of, place.at, place.via, place.event],
    state.seenAt,
  ];
}

function readCable([last, tags, verdicts, read, readBy, opened, readingMs, visitMs, place, seenAt]: Registers): CableState {
  return {
    last,
    tags: new Map(tags.map(([tag, on, at, event]) => [tag, { on: on === 1, at, event }])),
    verdicts: new Map(verdicts.map(([queue, verdict, until, words, because, event]) => [queue, { verdict, until, words, because, event }])),
    read: read === 1,
    readBy,
    opened: opened === 1,
    readingMs,
    visitMs,
    place: place && readPlace(place),
    seenAt,
  };
}

function readPlace([para, of, at, via, event]: PlaceRow): PlaceRegister {
  return { para, of, at, via, event };
}

function readBookmark([last, event, row]: BookmarkRow, id: string): BookmarkState {
  if (row === null) return { last, event: event ?? last, bookmark: null };
  const [cable, para, quote, label, at] = row;
  return { last, event: event ?? last, bookmark: { id, cable, para, quote, label, at } };
}

function fromEntries<S, R>(states: ReadonlyMap<string, S>, write: (state: S) => R): Record<string, R> {
  const rows: Record<string, R> = Object.create(null);
  for (const [key, state] of states) rows[key] = write(state);
  return rows;
}

function toMap<S, R>(rows: Readonly<Record<string, R>>, read: (row: R, key: string) => S): Map<string, S> {
  const states = new Map<string, S>();
  for (const key of Object.keys(rows)) states.set(key, read(rows[key]!, key));
  return states;
}
