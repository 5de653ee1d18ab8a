/* Everything personal about one cable, from the events that name it.
 *
 * Each cable has its own short list of events, so an undo or a late event folds one list again and nothing else. Registers
 * are last-writer-by-id: the list is in id order, so the last one folded wins.
 */
import type { JournalEvent } from '../events.ts';
import type { Verdict, Via } from '../personal.ts';

export interface TagRegister {
  readonly on: boolean;
  readonly at: string;
  /** The event that decided it. */
  readonly event: string;
}

export interface VerdictRegister {
  readonly verdict: Verdict | null;
  readonly until: string | null;
  readonly words: string | null;
  readonly because: string | null;
  readonly event: string;
}

export interface PlaceRegister {
  readonly para: number;
  readonly of: number;
  readonly at: string;
  readonly via: Via;
  readonly event: string;
}

export interface CableState {
  readonly tags: Map<string, TagRegister>;
  /** By question; null: outside of any. */
  readonly verdicts: Map<string | null, VerdictRegister>;
  read: boolean;
  /** The event that made it read or unread. */
  readBy: string | null;
  opened: boolean;
  /** Time spent on its screen, all visits and this one; milliseconds. */
  readingMs: number;
  visitMs: number;
  place: PlaceRegister | null;
  /** Wall time of the last reading event. */
  seenAt: string | null;
  /** Id of the last event folded. */
  last: string;
}

/** An effective `tag.renamed`. */
export interface Rename {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Long enough in the cable screen to count as read; milliseconds. */
export const READ_AFTER = 10_000;

export interface FoldRules {
  readonly undone: ReadonlySet<string>;
  /** Oldest first. */
  readonly renames: readonly Rename[];
  /** `2026-03`: reading events of earlier months are forgotten. */
  readonly forgotten: string | null;
}

export function emptyCable(): CableState {
  return {
    tags: new Map(),
    verdicts: new Map(),
    read: false,
    readBy: null,
    opened: false,
    readingMs: 0,
    visitMs: 0,
    place: null,
    seenAt: null,
    last: '',
  };
}

export function copyCable(base: CableState): CableState {
  return { ...base, tags: new Map(base.tags), verdicts: new Map(base.verdicts) };
}

/**
 * @param base what the cable was before the events, or null
 * @param events those that name the cable, in id order, undone ones included
 */
export function foldCable(base: CableState | null, events: readonly JournalEvent[], rules: FoldRules): CableState {
  const { undone, renames, forgotten } = rules;
  const state = base ? copyCable(base) : emptyCable();
  const someUndone = undone.size > 0;
  let nextRename = base ? renames.findIndex((rename) => rename.id > base.last) : 0;
  if (nextRename < 0) nextRename = renames.length;
  for (const event of events) {
    while (nextRename < renames.length && renames[nextRename]!.id < event.id) renameTag(state, renames[nextRename++]!);
    state.last = event.id;
    if (someUndone && undone.has(event.action)) continue;
    applyEvent(state, event, forgotten);
  }
  while (nextRename < renames.length) {
    state.last = renames[nextRename]!.id;
    renameTag(state, renames[nextRename++]!);
  }
  return state;
}

function applyEvent(state: CableState, event: JournalEvent, forgotten: string | null): void {
  switch (event.type) {
    case 'cable.read': {
      if (forgotten !== null && event.id < forgotten) return;
      const { para, of, ms } = event.data;
      state.readingMs += ms;
      state.visitMs += ms;
      state.seenAt = event.at;
      if (!state.read && ((of > 0 && para >= of) || state.visitMs >= READ_AFTER)) {
        state.read = true;
        state.readBy = event.id;
      }
      state.place = { para, of, at: event.at, via: state.place?.via ?? NO_VIA, event: event.id };
      return;
    }
    case 'cable.opened':
      if (forgotten !== null && event.id < forgotten) return;
      state.opened = true;
      state.visitMs = 0;
      state.seenAt = event.at;
      state.place = { para: state.place?.para ?? 1, of: state.place?.of ?? 0, at: event.at, via: event.data.via, event: event.id };
      return;
    case 'tag.added':
    case 'tag.removed':
      state.tags.set(event.data.tag, { on: event.type === 'tag.added', at: event.at, event: event.id });
      return;
    case 'cable.kept':
      setVerdict(state, event.data, 'kept', event.id);
      return;
    case 'cable.skipped':
      setVerdict(state, event.data, 'skipped', event.id);
      return;
    case 'cable.deferred':
      setVerdict(state, event.data, 'later', event.id);
      return;
    case 'cable.reset':
      setVerdict(state, event.data, null, event.id);
      return;
    case 'cable.marked':
      state.read = event.data.as === 'read';
      state.readBy = event.id;
      state.visitMs = 0;
      return;
    default:
  }
}

const NO_VIA: Via = Object.freeze({});

interface Judged {
  readonly queue: string | null;
  readonly until?: string;
  readonly words?: string;
  readonly because?: string;
}

function setVerdict(state: CableState, data: Judged, verdict: Verdict | null, event: string): void {
  const later = verdict === 'later';
  state.verdicts.set(data.queue ?? null, {
    verdict,
    until: (later && data.until) || null,
    words: (later && data.words) || null,
    because: data.because ?? null,
    event,
  });
}

/** What was tagged `from` until now is tagged `to`; where both were decided, the later decision stands. */
function renameTag(state: CableState, { from, to }: Rename): void {
  const moved = state.tags.get(from);
  if (!moved || from === to) return;
  state.tags.delete(from);
  const there = state.tags.get(to);
  if (!there || there.event < moved.event) state.tags.set(to, moved);
}
