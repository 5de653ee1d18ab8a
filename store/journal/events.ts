/* What a person did, in the past tense. Frozen once shipped: payloads grow by new versions with pure upcasters. */
import type { Via } from './personal.ts';

/** `2026-11-24T09:15:02.123Z-0000-7f3a91c2-k2v9`: UTC ms, counter, device, slot. Sorts as text. */
export type Hlc = string & { readonly brand: 'Hlc' };

/** Data of each event type, as in the journal's format page (store/README.md). `queue`: id of the saved search whose verdict it is, or null. */
export interface EventData {
  'cable.kept': { cables: string[]; queue: string | null; via: Via; because?: string };
  'cable.skipped': { cables: string[]; queue: string | null; via: Via; because?: string };
  'cable.deferred': { cables: string[]; queue: string | null; until?: string; words?: string; via: Via; because?: string };
  'cable.reset': { cables: string[]; queue: string | null; via: Via; because?: string };
  'tag.added': { cables: string[]; tag: string; via: Via; because?: string };
  'tag.removed': { cables: string[]; tag: string; via: Via; because?: string };
  'tag.renamed': { from: string; to: string };
  'bookmark.added': { bookmark: string; cable: string; para?: number; quote?: string; label?: string; via: Via };
  'bookmark.removed': { bookmark: string };
  'note.written': {
    note: string;
    cable: string;
    para?: number;
    quote?: string;
    text: string;
    base: string | null;
    draft?: boolean;
    via: Via;
  };
  'note.removed': { note: string; base: string | null };
  'cable.marked': { cables: string[]; as: 'read' | 'unread'; via: Via };
  'search.saved': { search: string; name: string; query: string };
  'search.removed': { search: string };
  'search.looked': { search: string; run: number };
  'action.undone': { action: string };
  'device.named': { name: string };
  'device.adopted': { from: string };
  'reading.forgotten': { before: string };
  'cable.opened': { cable: string; via: Via };
  'cable.read': { cable: string; version: string; para: number; of: number; ms: number };
  'search.run': { query: string; hits: number };
}

export type EventType = keyof EventData;
export type ReadingType = 'cable.opened' | 'cable.read' | 'search.run';

/** What a decider gives: no id, no time; the journal stamps those. */
export type EventDraft = { [T in EventType]: { readonly type: T; readonly data: EventData[T] } }[EventType];

/** One line of a journal file. */
export type JournalEvent = EventDraft & {
  readonly v: number;
  readonly id: Hlc;
  readonly seq: number;
  /** The writer's wall time with offset. */
  readonly at: string;
  readonly action: string;
};
export type EventOf<T extends EventType> = Extract<JournalEvent, { readonly type: T }>;
