/* What a ledger is made of: things that have events of their own, and what a snapshot holds of them. */
import type { JournalEvent } from '../events.ts';
import type { BookmarkState } from './bookmark-fold.ts';
import type { CableState } from './cable-fold.ts';
import type { CableBrief } from './cable-index.ts';
import type { NoteState } from './note-fold.ts';
import type { SearchState } from './search-fold.ts';
import { subjectsOf } from './subjects.ts';

/** A thing with events of its own. `state` is null while it has to be folded (again). */
export interface Entry<S> {
  readonly key: string;
  /** What a snapshot said, up to `base.last`; the events are those after it. */
  base: S | null;
  events: JournalEvent[];
  state: S | null;
}

export interface CableEntry extends Entry<CableState> {
  /** What the index holds of it. */
  indexed: CableState | null;
  /** What a snapshot says of it, not read yet. */
  frozen: (() => CableState) | null;
  /** Few cables have any: those share one empty set. */
  bookmarks: ReadonlySet<string>;
  notes: ReadonlySet<string>;
  /** Anything that a screen remembers about it; forgotten at each change. */
  cached: unknown;
}

export interface Added {
  /** How many events were not known before. */
  readonly fresh: number;
  /** What they are about; empty at the first reading of many. */
  readonly cables: ReadonlySet<string>;
}

/** A cable of a snapshot: its registers are only read where somebody asks for them. */
export interface FrozenCable {
  readonly brief: CableBrief;
  readonly thaw: () => CableState;
}

/** A day of reading in a snapshot: how many cables, and which, where somebody asks. */
export interface FrozenDay {
  readonly count: number;
  readonly thaw: () => readonly string[];
}

/** The newest verdict about one cable that was come to by a filter. */
export interface LastVerdict {
  readonly cable: string;
  readonly queue: string | null;
  readonly query: string | null;
  readonly at: string;
  readonly event: string;
  readonly action: string;
}

/** What a snapshot holds: the state up to `last`, without the events. */
export interface LedgerBase {
  readonly cables: ReadonlyMap<string, FrozenCable>;
  readonly notes: ReadonlyMap<string, NoteState>;
  readonly bookmarks: ReadonlyMap<string, BookmarkState>;
  readonly searches: ReadonlyMap<string, SearchState>;
  /** Days of reading: `2026-11-24` -> cables. */
  readonly days: ReadonlyMap<string, FrozenDay>;
  /** The cable that was opened or read last. */
  readonly lastRead: string | null;
  readonly lastVerdict: LastVerdict | null;
  /** Greatest id folded. */
  readonly last: string;
}

export function entryOf<S>(among: Map<string, Entry<S>>, key: string): Entry<S> {
  let entry = among.get(key);
  if (!entry) {
    entry = { key, base: null, events: [], state: null };
    among.set(key, entry);
  }
  return entry;
}

/** Every cable that a note or bookmark was ever on, as far as is known here. */
export function cablesOfEntry({ base, events }: Entry<NoteState> | Entry<BookmarkState>): Set<string> {
  const cables = new Set<string>(events.flatMap((event) => subjectsOf(event).cables));
  if (base && 'heads' in base) for (const { cable } of base.heads) cables.add(cable);
  else if (base?.bookmark) cables.add(base.bookmark.cable);
  return cables;
}
