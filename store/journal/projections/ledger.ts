/* All events of a journal and what they add up to.
 *
 *     events (id order) ──index──▶ cable, note, bookmark, search: each with its own events ──fold when asked──▶ state
 *
 * Nothing is folded until somebody asks, and a change only marks those it concerns: undoing an action of last year, or
 * events that arrive late from another machine, fold the few lists that name them. Pure but for its own memory: no clock,
 * no file.
 */
import type { EventOf, JournalEvent } from '../events.ts';
import { type BookmarkState, foldBookmark } from './bookmark-fold.ts';
import { type FoldRules, foldCable, type Rename } from './cable-fold.ts';
import { briefOf, CableIndex } from './cable-index.ts';
import { findLastVerdict } from './last-verdict.ts';
import {
  type Added,
  type CableEntry,
  cablesOfEntry,
  type Entry,
  entryOf,
  type FrozenCable,
  type FrozenDay,
  type LastVerdict,
  type LedgerBase,
} from './ledger-entry.ts';
import { foldNote, type NoteState } from './note-fold.ts';
import { findEvent, insertEvent, mergeEvents, sortEvents } from './ordered-events.ts';
import { foldSearch, type SearchState } from './search-fold.ts';
import { isReading, subjectsOf } from './subjects.ts';
import { changedActions, findUndone } from './undone.ts';

const NONE: ReadonlySet<string> = new Set();

function putName(entry: CableEntry, of: 'notes' | 'bookmarks', name: string): void {
  entry[of] = new Set([...entry[of], name]);
}

export class Ledger {
  readonly cables = new Map<string, CableEntry>();
  readonly notes = new Map<string, Entry<NoteState>>();
  readonly bookmarks = new Map<string, Entry<BookmarkState>>();
  readonly searches = new Map<string, Entry<SearchState>>();
  readonly index = new CableIndex();
  /** Grows with every change. */
  revision = 0;
  /** Grows when events came in that are older than others here: what was made in order has to be made again. */
  lateness = 0;

  /** What the events here go on from, and how to get at those before it. Null: all events are here. */
  private base: (Pick<LedgerBase, 'last' | 'days' | 'lastRead' | 'lastVerdict'> & { readonly loadAll: () => JournalEvent[] }) | null = null;
  private readonly log: JournalEvent[] = [];
  /** Events beyond the first, of actions that have several. */
  private readonly further = new Map<string, JournalEvent[]>();
  private readonly undos: EventOf<'action.undone'>[] = [];
  private readonly renamed: EventOf<'tag.renamed'>[] = [];
  private readonly forgets: EventOf<'reading.forgotten'>[] = [];
  private excluded: Set<string> = new Set();
  private rules: FoldRules = { undone: this.excluded, renames: [], forgotten: null };
  private readonly dirtyCables = new Set<CableEntry>();
  private readonly dirtySmall = new Set<Entry<NoteState> | Entry<BookmarkState>>();

  /** Every event known, in id order. */
  get events(): readonly JournalEvent[] {
    this.complete();
    return this.log;
  }

  get undone(): ReadonlySet<string> {
    return this.excluded;
  }

  /** Months before this one (`2026-03`) are forgotten as reading. */
  get forgotten(): string | null {
    return this.rules.forgotten;
  }

  /** The greatest id here. */
  get last(): string {
    return this.log.at(-1)?.id ?? this.base?.last ?? '';
  }

  /** Takes events in, in any order and also such as are here already. The array may be sorted in place. */
  add(batch: JournalEvent[]): Added {
    if (this.base && this.reachesBack(batch)) this.complete();
    const before = this.log.length;
    const lastBefore = this.last;
    const fresh = mergeEvents(this.log, sortEvents(batch));
    const touched = new Set<string>();
    if (fresh.length === 0) return { fresh: 0, cables: touched };
    const late = before > 0 && fresh[0]!.id < lastBefore;
    if (late) this.lateness += 1;
    let exclusions = false;
    let rules = false;
    const report = before > 0 || this.base !== null || fresh.length < 1_000 ? touched : null;
    for (let i = 0; i < fresh.length; i += 1) {
      const event = fresh[i]!;
      if (event.type === 'action.undone') {
        insertEvent(this.undos as JournalEvent[], event);
        exclusions = true;
      } else if (event.type === 'tag.renamed') {
        insertEvent(this.renamed as JournalEvent[], event);
        rules = true;
      } else if (event.type === 'reading.forgotten') {
        insertEvent(this.forgets as JournalEvent[], event);
        rules = true;
      }
      if (event.action !== event.id) this.rememberAction(event);
      this.indexEvent(event, late, report);
    }
    if (exclusions) rules = this.settleExclusions(touched) || rules;
    if (rules) this.settleRules();
    this.revision += 1;
    return { fresh: fresh.length, cables: touched };
  }

  /** Starts from a snapshot. @param loadAll every event there is, when it turns out that the state is not enough */
  startFrom(base: LedgerBase, loadAll: () => JournalEvent[]): void {
    this.clear();
    this.base = { last: base.last, days: base.days, lastRead: base.lastRead, lastVerdict: base.lastVerdict, loadAll };
    for (const [key, { brief, thaw }] of base.cables) {
      this.cableEntry(key).frozen = thaw;
      this.index.put(key, brief);
    }
    for (const [key, state] of base.notes) {
      this.notes.set(key, { key, base: state, events: [], state });
      for (const { cable } of state.heads) putName(this.cableEntry(cable), 'notes', key);
    }
    for (const [key, state] of base.bookmarks) {
      this.bookmarks.set(key, { key, base: state, events: [], state });
      if (state.bookmark) putName(this.cableEntry(state.bookmark.cable), 'bookmarks', key);
    }
    for (const [key, state] of base.searches) this.searches.set(key, { key, base: state, events: [], state });
    for (const entry of this.cables.values()) if (entry.frozen === null) this.dirtyCable(entry);
  }

  /** The cable that was opened or read last. */
  lastRead(): string | null {
    this.settle();
    let newest: CableEntry | null = this.base?.lastRead ? this.cable(this.base.lastRead) : null;
    for (const entry of this.cables.values()) {
      const place = entry.state?.place;
      if (place && place.event > (newest?.state?.place?.event ?? '')) newest = entry;
    }
    return newest?.state?.place ? newest.key : null;
  }

  /** Where deciding one after the other stopped. */
  lastVerdict(): LastVerdict | null {
    const newest = findLastVerdict(this.log, this.excluded);
    if (newest || !this.base) return newest;
    const { lastVerdict } = this.base;
    if (lastVerdict === null || !this.excluded.has(lastVerdict.action)) return lastVerdict;
    this.complete();
    return findLastVerdict(this.log, this.excluded);
  }

  /** Loads what a snapshot stood for, so that every event is here. */
  complete(): void {
    if (!this.base) return;
    const { loadAll } = this.base;
    const since = [...this.log];
    this.clear();
    this.add(loadAll());
    this.add(since);
  }

  /** The state as a snapshot may hold it. */
  toBase(): LedgerBase {
    this.settle();
    const cables = new Map<string, FrozenCable>();
    for (const key of this.cables.keys()) {
      const state = this.cable(key)!.state!;
      cables.set(key, { brief: briefOf(state), thaw: () => state });
    }
    const states = <S>(among: ReadonlyMap<string, Entry<S>>, stateOf: (key: string) => S | null): Map<string, S> =>
      new Map([...among.keys()].flatMap((key) => (stateOf(key) === null ? [] : [[key, stateOf(key)!]])));
    return {
      cables,
      notes: states(this.notes, (key) => this.note(key)),
      bookmarks: states(this.bookmarks, (key) => this.bookmark(key)),
      searches: states(this.searches, (key) => this.search(key)),
      days: this.readingDays(),
      lastRead: this.lastRead(),
      lastVerdict: this.lastVerdict(),
      last: this.last,
    };
  }

  /** Days on which something was read or opened, local to the writer: `2026-11-24` -> how many cables, and which. */
  readingDays(): Map<string, FrozenDay> {
    const since = new Map<string, Set<string>>();
    for (const event of this.log) {
      if (event.type !== 'cable.read' && event.type !== 'cable.opened') continue;
      if (this.forgotten !== null && event.id < this.forgotten) continue;
      const day = event.at.slice(0, 10);
      const cables = since.get(day);
      if (cables) cables.add(event.data.cable);
      else since.set(day, new Set([event.data.cable]));
    }
    const days = new Map(this.base?.days);
    for (const [day, cables] of since) {
      for (const cable of days.get(day)?.thaw() ?? []) cables.add(cable);
      days.set(day, { count: cables.size, thaw: () => [...cables] });
    }
    return days;
  }

  /** Forgets everything, to take it in again: some file turned out not to be the one that was read. */
  clear(): void {
    for (const held of [this.cables, this.notes, this.bookmarks, this.searches, this.further]) held.clear();
    for (const held of [this.log, this.undos, this.renamed, this.forgets]) held.length = 0;
    for (const held of [this.dirtyCables, this.dirtySmall]) held.clear();
    this.index.clear();
    this.base = null;
    this.excluded = new Set();
    this.rules = { undone: this.excluded, renames: [], forgotten: null };
    this.revision += 1;
    this.lateness += 1;
  }

  /** Events of an action, in id order. */
  eventsOf(action: string): readonly JournalEvent[] {
    if (this.base && action <= this.base.last) this.complete();
    const first = findEvent(this.log, action);
    const further = this.further.get(action) ?? [];
    return first ? [first, ...further.filter((event) => event !== first)] : further;
  }

  findEvent(id: string): JournalEvent | null {
    if (this.base && id <= this.base.last) this.complete();
    return findEvent(this.log, id);
  }

  /** The effective undos that name an action: those which a redo has to take back. */
  undosOf(action: string): readonly EventOf<'action.undone'>[] {
    this.complete();
    return this.undos.filter((undo) => undo.data.action === action && !this.excluded.has(undo.action));
  }

  /** State of one cable; null where nothing is known of it. */
  cable(key: string): CableEntry | null {
    if (this.dirtySmall.size > 0) this.settleSmall();
    const entry = this.cables.get(key);
    if (!entry) return null;
    if (entry.state === null) this.foldEntry(entry);
    return entry;
  }

  /** Folds whatever has to be: after it the index is right. */
  settle(): void {
    this.settleSmall();
    for (const entry of this.dirtyCables) if (entry.state === null) this.foldEntry(entry);
    this.dirtyCables.clear();
  }

  note(key: string): NoteState | null {
    const entry = this.notes.get(key);
    if (!entry) return null;
    entry.state ??= foldNote(entry.base, entry.events, this.excluded);
    return entry.state;
  }

  bookmark(key: string): BookmarkState | null {
    const entry = this.bookmarks.get(key);
    if (!entry) return null;
    entry.state ??= foldBookmark(entry.base, entry.events, this.excluded);
    return entry.state;
  }

  search(key: string): SearchState | null {
    const entry = this.searches.get(key);
    if (!entry) return null;
    entry.state ??= foldSearch(entry.base, entry.events, this.excluded);
    return entry.state;
  }

  /** Some of the events cannot be folded on top of the base: they lie before its end, or speak of what does. */
  private reachesBack(batch: readonly JournalEvent[]): boolean {
    const { last } = this.base!;
    return batch.some(
      (event) =>
        event.id <= last ||
        event.type === 'tag.renamed' ||
        event.type === 'reading.forgotten' ||
        (event.type === 'action.undone' && event.data.action <= last),
    );
  }

  private rememberAction(event: JournalEvent): void {
    const events = this.further.get(event.action);
    if (events) insertEvent(events, event);
    else this.further.set(event.action, [event]);
  }

  /** @param late it may belong before others, else it comes last */
  private indexEvent(event: JournalEvent, late: boolean, touched: Set<string> | null): void {
    const only = (event.data as { readonly cable?: unknown } | null)?.cable;
    if (isReading(event.type) && typeof only === 'string') {
      this.indexCable(only, event, late, touched);
      return;
    }
    const subjects = subjectsOf(event);
    const { cables } = subjects;
    for (let i = 0; i < cables.length; i += 1) this.indexCable(cables[i]!, event, late, touched);
    if (subjects.note !== undefined) this.indexSmall(this.notes, subjects.note, event, touched);
    if (subjects.bookmark !== undefined) this.indexSmall(this.bookmarks, subjects.bookmark, event, touched);
    if (subjects.search !== undefined) {
      const entry = entryOf(this.searches, subjects.search);
      insertEvent(entry.events, event);
      entry.state = null;
    }
  }

  private indexCable(key: string, event: JournalEvent, late: boolean, touched: Set<string> | null): void {
    const entry = this.cableEntry(key);
    if (late) insertEvent(entry.events, event);
    else if (entry.events[entry.events.length - 1] !== event) entry.events.push(event);
    if (entry.state !== null || entry.events.length === 1) this.dirtyCable(entry);
    touched?.add(key);
  }

  private indexSmall(
    among: Map<string, Entry<NoteState>> | Map<string, Entry<BookmarkState>>,
    key: string,
    event: JournalEvent,
    touched: Set<string> | null,
  ): void {
    const entry = entryOf(among as Map<string, Entry<NoteState>>, key);
    insertEvent(entry.events, event);
    entry.state = null;
    this.dirtySmall.add(entry);
    if (touched) for (const cable of cablesOfEntry(entry)) touched.add(cable);
  }

  private cableEntry(key: string): CableEntry {
    let entry = this.cables.get(key);
    if (!entry) {
      entry = {
        key,
        base: null,
        events: [],
        state: null,
        indexed: null,
        frozen: null,
        bookmarks: NONE,
        notes: NONE,
        cached: null,
      };
      this.cables.set(key, entry);
    }
    return entry;
  }

  private dirtyCable(entry: CableEntry): void {
    entry.state = null;
    entry.cached = null;
    this.dirtyCables.add(entry);
  }

  private foldEntry(entry: CableEntry): void {
    if (entry.frozen) {
      entry.base = entry.indexed = entry.frozen();
      entry.frozen = null;
    }
    const state = foldCable(entry.base, entry.events, this.rules);
    this.index.replace(entry.key, entry.indexed, state);
    entry.indexed = state;
    entry.state = state;
    entry.cached = null;
  }

  /** Which notes and bookmarks lie on which cable. */
  private settleSmall(): void {
    for (const entry of this.dirtySmall) {
      const isNote = this.notes.get(entry.key) === entry;
      const on = isNote
        ? new Set(this.note(entry.key)!.heads.map((head) => head.cable))
        : new Set([this.bookmark(entry.key)!.bookmark?.cable].filter((cable) => cable !== undefined));
      for (const cable of cablesOfEntry(entry)) this.place(isNote, entry.key, cable, on.has(cable));
    }
    this.dirtySmall.clear();
  }

  private place(isNote: boolean, key: string, cable: string, is: boolean): void {
    const entry = this.cableEntry(cable);
    if (entry.state === null) this.dirtyCables.add(entry);
    const of = isNote ? 'notes' : 'bookmarks';
    if (is) putName(entry, of, key);
    else entry[of] = entry[of].difference(new Set([key]));
    entry.cached = null;
  }

  /** Finds what is undone now; true where a rule of folding (a rename) changed with it. */
  private settleExclusions(touched: Set<string>): boolean {
    const before = this.excluded;
    this.excluded = findUndone(this.undos);
    this.rules = { ...this.rules, undone: this.excluded };
    let rules = false;
    for (const action of changedActions(before, this.excluded)) {
      for (const event of this.eventsOf(action)) {
        if (event.type === 'tag.renamed' || event.type === 'reading.forgotten') rules = true;
        this.refold(event, touched);
      }
    }
    return rules;
  }

  private refold(event: JournalEvent, touched: Set<string>): void {
    const { cables, note, bookmark, search } = subjectsOf(event);
    for (const key of cables) {
      this.dirtyCable(this.cableEntry(key));
      touched.add(key);
    }
    for (const entry of [note !== undefined && this.notes.get(note), bookmark !== undefined && this.bookmarks.get(bookmark)]) {
      if (!entry) continue;
      entry.state = null;
      this.dirtySmall.add(entry);
      for (const cable of cablesOfEntry(entry)) touched.add(cable);
    }
    const saved = search === undefined ? undefined : this.searches.get(search);
    if (saved) saved.state = null;
  }

  /** Renames and forgetting speak of all cables; rare enough to fold all again. */
  private settleRules(): void {
    const renames: Rename[] = [];
    for (const event of this.renamed) {
      if (!this.excluded.has(event.action)) renames.push({ id: event.id, from: event.data.from, to: event.data.to });
    }
    let forgotten: string | null = null;
    for (const event of this.forgets) {
      const month = String(event.data.before).slice(0, 7);
      if (!this.excluded.has(event.action) && /^\d{4}-\d\d$/.test(month) && (forgotten === null || month > forgotten)) forgotten = month;
    }
    this.rules = { undone: this.excluded, renames, forgotten };
    for (const entry of this.cables.values()) this.dirtyCable(entry);
  }
}
