/* The read side over a ledger: everything that screens and filters ask, from memory. */
import type {
  Bookmark,
  CableMark,
  HistoryFilter,
  HistoryLine,
  Note,
  Personal,
  PersonalCounts,
  Place,
  Search,
  TagCount,
  UndoStep,
  VerdictPlace,
} from '../personal.ts';
import type { VerdictRegister } from './cable-fold.ts';
import { nameDevices } from './device-names.ts';
import { History } from './history.ts';
import type { Ledger } from './ledger.ts';
import type { CableEntry } from './ledger-entry.ts';
import { UndoList } from './undo-list.ts';
import { describeEvent, type Names } from './words.ts';

const NOTHING: CableMark = Object.freeze({
  verdict: null,
  until: null,
  words: null,
  because: null,
  due: false,
  elsewhere: Object.freeze([]),
  read: false,
  opened: false,
  tags: Object.freeze([]),
  bookmarks: 0,
  notes: 0,
});
const NO_IDS: ReadonlySet<string> = new Set();

interface CachedMark {
  readonly queue: string | null;
  readonly mark: CableMark;
  /** When the next deferral falls due; milliseconds. */
  readonly validUntil: number;
}

export class PersonalView implements Personal {
  readonly ledger: Ledger;
  readonly undoSteps: UndoList;
  private readonly now: () => number;
  private readonly past: History;
  readonly names: Names;
  private devices: { revision: number; names: ReadonlyMap<string, string> } | null = null;
  private days: { revision: number; days: ReadonlyMap<string, number> } | null = null;
  private tagList: { revision: number; tags: readonly TagCount[] } | null = null;
  private decided: { revision: number; verdict: VerdictPlace | null } | null = null;
  private last: { revision: number; place: Place | null } | null = null;

  /** @param now milliseconds since 1970: decides what is due */
  constructor(ledger: Ledger, now: () => number) {
    this.ledger = ledger;
    this.now = now;
    this.names = {
      search: (id) => savedName(ledger, id),
      undo: (action) => this.undoSteps.describeUndo(action),
      bookmark: (id) => {
        const added = ledger.bookmarks.get(id)?.events.findLast((event) => event.type === 'bookmark.added');
        return added ? describeEvent(added, this.names).detail : '';
      },
    };
    this.past = new History(ledger, this.names);
    this.undoSteps = new UndoList(ledger, this.names);
  }

  mark(cable: string, queue: string | null): CableMark {
    const entry = this.ledger.cable(cable);
    if (!entry) return NOTHING;
    const cached = entry.cached as CachedMark | null;
    const now = this.now();
    if (cached && cached.queue === queue && now < cached.validUntil) return cached.mark;
    return this.makeMark(entry, queue, now);
  }

  place(cable: string): Place | null {
    const state = this.ledger.cable(cable)?.state;
    const place = state?.place;
    return place ? { cable, para: place.para, of: place.of, ms: state.readingMs, at: place.at, via: place.via } : null;
  }

  lastPlace(): Place | null {
    if (this.last?.revision === this.ledger.revision) return this.last.place;
    const cable = this.ledger.lastRead();
    this.last = { revision: this.ledger.revision, place: cable === null ? null : this.place(cable) };
    return this.last.place;
  }

  lastVerdict(): VerdictPlace | null {
    if (this.decided?.revision !== this.ledger.revision)
      this.decided = { revision: this.ledger.revision, verdict: this.ledger.lastVerdict() };
    return this.decided.verdict;
  }

  /** Most used first. */
  tags(): readonly TagCount[] {
    if (this.tagList?.revision === this.ledger.revision) return this.tagList.tags;
    this.ledger.settle();
    const tags: TagCount[] = [];
    for (const [tag, cables] of this.ledger.index.tags) {
      let event = '';
      let lastUsed = '';
      for (const cable of cables) {
        const register = this.ledger.cable(cable)?.state?.tags.get(tag);
        if (register && register.event > event) ({ event, at: lastUsed } = register);
      }
      tags.push({ tag, count: cables.size, lastUsed });
    }
    tags.sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
    this.tagList = { revision: this.ledger.revision, tags };
    return tags;
  }

  /** Newest first; those of one cable in the order of its text. */
  bookmarks(cable?: string): readonly Bookmark[] {
    const ids = cable === undefined ? this.ledger.bookmarks.keys() : (this.ledger.cable(cable)?.bookmarks ?? []);
    const found: { event: string; bookmark: Bookmark }[] = [];
    for (const id of ids) {
      const state = this.ledger.bookmark(id);
      if (state?.bookmark) found.push({ event: state.event, bookmark: state.bookmark });
    }
    found.sort((a, b) =>
      cable !== undefined && a.bookmark.para !== b.bookmark.para
        ? (a.bookmark.para ?? 0) - (b.bookmark.para ?? 0)
        : a.event < b.event
          ? 1
          : -1,
    );
    return found.map(({ bookmark }) => bookmark);
  }

  /** Newest first; those of one cable in the order of its text. */
  notes(cable?: string): readonly Note[] {
    const ids = cable === undefined ? this.ledger.notes.keys() : (this.ledger.cable(cable)?.notes ?? []);
    const notes: Note[] = [];
    for (const id of ids) {
      const heads = this.ledger.note(id)?.heads ?? [];
      const head = heads.at(-1);
      if (!head) continue;
      const others = heads.filter((other) => other !== head);
      notes.push({
        id,
        cable: head.cable,
        para: head.para,
        quote: head.quote,
        text: head.text,
        draft: head.draft,
        at: head.at,
        version: head.event,
        conflicts: [...new Set(others.map((other) => other.text).filter((text) => text !== head.text))],
        replaces: heads.map((version) => version.event),
      });
    }
    return notes.sort((a, b) =>
      cable !== undefined && a.para !== b.para ? (a.para ?? 0) - (b.para ?? 0) : a.version < b.version ? 1 : -1,
    );
  }

  /** By name. */
  searches(): readonly Search[] {
    const searches: Search[] = [];
    for (const id of this.ledger.searches.keys()) {
      const search = this.ledger.search(id)?.search;
      if (search) searches.push(search);
    }
    return searches.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  }

  history(filter: HistoryFilter): readonly HistoryLine[] {
    const named = filter.device === undefined ? undefined : [...this.deviceNames()].find(([, name]) => name === filter.device)?.[0];
    return this.past.lines(named === undefined ? filter : { ...filter, device: named });
  }

  calendar(): ReadonlyMap<string, number> {
    if (this.days?.revision === this.ledger.revision) return this.days.days;
    const days = new Map(
      [...this.ledger.readingDays()].map(([day, { count }]) => [day, count] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    this.days = { revision: this.ledger.revision, days };
    return days;
  }

  deviceName(id: string): string {
    return this.deviceNames().get(id) ?? id;
  }

  undoList(limit: number): readonly UndoStep[] {
    return this.undoSteps.steps(limit);
  }

  undoHandle(action: string): string {
    return this.undoSteps.handle(action);
  }

  undoStep(action: string): UndoStep {
    return this.undoSteps.step(action);
  }

  counts(): PersonalCounts {
    this.ledger.settle();
    const { index } = this.ledger;
    const { kept, skipped, later } = index.verdictsOf(null);
    return {
      read: index.read.size,
      kept: kept.size,
      skipped: skipped.size,
      later: later.size,
      due: this.due(null).size,
      bookmarks: this.bookmarks().length,
      tags: index.tags.size,
      notes: this.notes().length,
      opened: index.opened.size,
      readingMs: index.readingMs,
      readingDays: this.calendar().size,
    };
  }

  ids(predicate: string, queue: string | null, value: string | null): ReadonlySet<string> {
    this.ledger.settle();
    const { index } = this.ledger;
    switch (predicate) {
      case 'read':
        return index.read;
      case 'opened':
        return index.opened;
      case 'kept':
      case 'skipped':
      case 'later':
        return index.verdictsOf(queue)[predicate];
      case 'due':
        return this.due(queue);
      case 'decided': {
        const { kept, skipped, later } = index.verdictsOf(queue);
        return kept.union(skipped).union(later.difference(this.due(queue)));
      }
      case 'tagged': {
        if (value !== null) return index.tags.get(value) ?? NO_IDS;
        const tagged = new Set<string>();
        for (const cables of index.tags.values()) for (const cable of cables) tagged.add(cable);
        return tagged;
      }
      case 'mine':
        return this.withTag(value ?? '');
      case 'bookmarked':
        return new Set(this.bookmarks().map(({ cable }) => cable));
      case 'noted':
        return new Set(this.notes().map(({ cable }) => cable));
      case 'note':
        return this.withNote(value ?? '');
      case 'seen':
        return this.seenSince(value);
      default:
        return NO_IDS;
    }
  }

  private deviceNames(): ReadonlyMap<string, string> {
    if (this.devices?.revision !== this.ledger.revision) this.devices = { revision: this.ledger.revision, names: nameDevices(this.ledger) };
    return this.devices.names;
  }

  private makeMark(entry: CableEntry, queue: string | null, now: number): CableMark {
    const state = entry.state!;
    let validUntil = Number.POSITIVE_INFINITY;
    let own: VerdictRegister | null = null;
    const elsewhere: CableMark['elsewhere'][number][] = [];
    for (const [question, register] of state.verdicts) {
      if (register.verdict === null) continue;
      if (question === queue) own = register;
      else elsewhere.push({ queue: question, verdict: register.verdict });
    }
    const due = own !== null && isDue(own, now);
    if (own?.until && !due) validUntil = Date.parse(own.until);
    const tags: string[] = [];
    for (const [tag, { on }] of state.tags) if (on) tags.push(tag);
    const mark: CableMark = {
      verdict: own?.verdict ?? null,
      until: own?.until ?? null,
      words: own?.words ?? null,
      because: own?.because ?? null,
      due,
      elsewhere,
      read: state.read,
      opened: state.opened,
      tags: tags.sort(),
      bookmarks: entry.bookmarks.size,
      notes: entry.notes.size,
    };
    entry.cached = { queue, mark, validUntil } satisfies CachedMark;
    return mark;
  }

  private due(queue: string | null): Set<string> {
    const due = new Set<string>();
    const now = this.now();
    for (const cable of this.ledger.index.verdictsOf(queue).later) {
      const register = this.ledger.cable(cable)?.state?.verdicts.get(queue);
      if (register && isDue(register, now)) due.add(cable);
    }
    return due;
  }

  /** `trade` finds `trade/fish` too. */
  private withTag(wanted: string): ReadonlySet<string> {
    const key = wanted.normalize('NFC').toLowerCase();
    const found = new Set<string>();
    for (const [tag, cables] of this.ledger.index.tags) {
      if (tag === key || tag.startsWith(`${key}/`)) for (const cable of cables) found.add(cable);
    }
    return found;
  }

  private withNote(words: string): ReadonlySet<string> {
    const wanted = fold(words).split(/\s+/).filter(Boolean);
    const found = new Set<string>();
    for (const note of this.notes()) {
      const text = fold(note.text);
      if (wanted.every((word) => text.includes(word))) found.add(note.cable);
    }
    return found;
  }

  private seenSince(since: string | null): ReadonlySet<string> {
    const from = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since);
    const found = new Set<string>();
    for (const key of this.ledger.cables.keys()) {
      const seenAt = this.ledger.cable(key)?.state?.seenAt;
      if (seenAt && Date.parse(seenAt) >= from) found.add(key);
    }
    return found;
  }
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** A deferral without a date never falls due by itself. */
function isDue(register: VerdictRegister, now: number): boolean {
  return register.verdict === 'later' && register.until !== null && Date.parse(register.until) <= now;
}

/** Also of a search that was removed: history still names it. */
function savedName(ledger: Ledger, id: string): string | null {
  const search = ledger.search(id)?.search;
  if (search) return search.name;
  const saved = ledger.searches.get(id)?.events.findLast((event) => event.type === 'search.saved');
  return saved?.type === 'search.saved' ? saved.data.name : null;
}
