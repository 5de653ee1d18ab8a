/* What was done, one line each, the reading of one visit joined into one line, as is a saved search with what it took along.
 *
 *     cable.opened, cable.read ¶3 30 s, cable.read ¶9 25 s   ->   09:15  read  09ARCADIA812  to ¶9, 55 s
 *
 * A visit goes on until the same window opens another cable, or the same again. History goes by wall time; where that is
 * equal, by id.
 */
import type { EventOf, JournalEvent } from '../events.ts';
import type { HistoryFilter, HistoryLine, Via } from '../personal.ts';
import type { Ledger } from './ledger.ts';
import { isDecision, isReading, subjectsOf } from './subjects.ts';
import { describeTakenAlong, takenAlongBy } from './taken-along.ts';
import { describeEvent, describeReading, type Names } from './words.ts';

interface Entry {
  readonly event: JournalEvent;
  /** Readings of the visit that `event` began (or is). */
  readonly reads: EventOf<'cable.read'>[];
  /** What the search that `event` saved took along. */
  readonly along?: JournalEvent[];
  /** Milliseconds since 1970, by wall time. */
  readonly instant: number;
}

const NO_CABLES: readonly string[] = [];
const NO_VIA: Via = Object.freeze({});

export class History {
  private readonly ledger: Ledger;
  private readonly names: Names;
  private entries: Entry[] = [];
  /** Current visit of each device and slot. */
  private visits = new Map<string, Entry>();
  /** Saved searches by event. */
  private saved = new Map<string, { readonly along: JournalEvent[] }>();
  private taken = 0;
  private lateness = -1;

  constructor(ledger: Ledger, names: Names) {
    this.ledger = ledger;
    this.names = names;
  }

  /** Newest first. */
  lines(filter: HistoryFilter): HistoryLine[] {
    this.catchUp();
    const since = filter.since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(filter.since);
    const until = filter.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(filter.until);
    const limit = filter.limit ?? Number.POSITIVE_INFINITY;
    const lines: HistoryLine[] = [];
    for (let i = this.entries.length - 1; i >= 0 && lines.length < limit; i -= 1) {
      const entry = this.entries[i]!;
      if (entry.instant < since) break;
      if (entry.instant <= until && this.matches(entry, filter)) lines.push(this.line(entry));
    }
    return lines;
  }

  private line({ event, reads, along = [] }: Entry): HistoryLine {
    const { verb, detail } = reads.length > 0 ? describeReading(reads) : describeEvent(event, this.names);
    const data = event.data as { via?: Via; because?: string };
    const undone = this.ledger.undone.has(event.action);
    return {
      event: event.id,
      action: event.action,
      at: event.at,
      device: event.id.slice(30, 38),
      type: reads.length > 0 ? 'cable.read' : event.type,
      cables: cablesOf(this.ledger, event),
      verb,
      detail: [detail, describeTakenAlong(along)].filter(Boolean).join(', '),
      via: data.via ?? NO_VIA,
      because: data.because ?? null,
      undone,
      undoable: !undone && isDecision(event.type),
    };
  }

  private matches({ event, reads, along = [] }: Entry, filter: HistoryFilter): boolean {
    const { type: wanted, cable } = filter;
    if (filter.stream !== undefined && (filter.stream === 'reading') !== isReading(event.type)) return false;
    if (wanted !== undefined && ![event, ...reads, ...along].some(({ type }) => matchesType(type, wanted))) return false;
    if (filter.device !== undefined && !event.id.startsWith(filter.device, 30)) return false;
    if (cable !== undefined && ![event, ...along].some((one) => cablesOf(this.ledger, one).includes(cable))) return false;
    return true;
  }

  private catchUp(): void {
    const { events, lateness } = this.ledger;
    if (lateness !== this.lateness) {
      this.entries = [];
      this.visits = new Map();
      this.saved = new Map();
      this.taken = 0;
      this.lateness = lateness;
    }
    let ordered = true;
    for (; this.taken < events.length; this.taken += 1) {
      const entry = this.take(events[this.taken]!);
      if (!entry) continue;
      const last = this.entries.at(-1);
      if (last && last.instant > entry.instant) ordered = false;
      this.entries.push(entry);
    }
    if (!ordered) this.entries.sort((a, b) => a.instant - b.instant || (a.event.id < b.event.id ? -1 : 1));
  }

  private take(event: JournalEvent): Entry | null {
    if (!isReading(event.type)) return this.takeDecision(event);
    const { forgotten } = this.ledger;
    if (forgotten !== null && event.id < forgotten) return null;
    const window = event.id.slice(30);
    if (event.type === 'cable.read') {
      const visit = this.visits.get(window);
      if (visit && (visit.event.data as { cable?: string }).cable === event.data.cable) {
        visit.reads.push(event);
        return null;
      }
    }
    const reads = event.type === 'cable.read' ? [event] : [];
    const entry = { event, reads, instant: Date.parse(event.at) };
    if (event.type !== 'search.run') this.visits.set(window, entry);
    return entry;
  }

  private takeDecision(event: JournalEvent): Entry | null {
    const by = takenAlongBy(this.ledger, event);
    const saved = by === null ? undefined : this.saved.get(by);
    if (saved) {
      saved.along.push(event);
      return null;
    }
    const entry = { event, reads: [], instant: Date.parse(event.at) };
    if (event.type !== 'search.saved') return entry;
    const saving = { ...entry, along: [] };
    this.saved.set(event.id, saving);
    return saving;
  }
}

/** Cables that an event is about, also through the bookmark, note or action it names. */
export function cablesOf(ledger: Ledger, event: JournalEvent): readonly string[] {
  const { cables, bookmark, note } = subjectsOf(event);
  if (cables.length > 0) return cables;
  const entry = bookmark !== undefined ? ledger.bookmarks.get(bookmark) : note !== undefined ? ledger.notes.get(note) : undefined;
  if (entry) return [...new Set(entry.events.flatMap((other) => subjectsOf(other).cables))];
  if (event.type !== 'action.undone' || !(event.data.action < event.action)) return NO_CABLES;
  return [...new Set(ledger.eventsOf(event.data.action).flatMap((other) => cablesOf(ledger, other)))];
}

/** `tag.added`, or all of `tag`. */
function matchesType(type: string, wanted: string): boolean {
  return type === wanted || type.startsWith(`${wanted}.`);
}
