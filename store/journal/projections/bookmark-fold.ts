/* One bookmark: the last event that names it decides. */
import type { JournalEvent } from '../events.ts';
import type { Bookmark } from '../personal.ts';

export interface BookmarkState {
  /** Null: removed. */
  readonly bookmark: Bookmark | null;
  /** The event that decided it. */
  readonly event: string;
  readonly last: string;
}

export function foldBookmark(base: BookmarkState | null, events: readonly JournalEvent[], undone: ReadonlySet<string>): BookmarkState {
  let state = base ?? { bookmark: null, event: '', last: '' };
  for (const event of events) {
    if (undone.has(event.action)) {
      state = { ...state, last: event.id };
    } else if (event.type === 'bookmark.added') {
      const { bookmark: id, cable, para, quote, label } = event.data;
      const bookmark = { id, cable, para: para ?? null, quote: quote ?? null, label: label ?? null, at: event.at };
      state = { bookmark, event: event.id, last: event.id };
    } else if (event.type === 'bookmark.removed') {
      state = { bookmark: null, event: event.id, last: event.id };
    }
  }
  return state;
}
