/* One saved search (a question), and up to which import run it was looked through. */
import type { JournalEvent } from '../events.ts';
import type { Search } from '../personal.ts';

export interface SearchState {
  /** Null: removed, or never saved. */
  readonly search: Search | null;
  readonly looked: number | null;
  readonly event: string;
  readonly last: string;
}

export function foldSearch(base: SearchState | null, events: readonly JournalEvent[], undone: ReadonlySet<string>): SearchState {
  let state: SearchState = base ?? { search: null, looked: null, event: '', last: '' };
  for (const event of events) {
    state = { ...state, last: event.id };
    if (undone.has(event.action)) continue;
    if (event.type === 'search.saved') {
      const { search: id, name, query } = event.data;
      state = { ...state, search: { id, name, query, looked: state.looked, at: event.at }, event: event.id };
    } else if (event.type === 'search.removed') {
      state = { ...state, search: null, event: event.id };
    } else if (event.type === 'search.looked') {
      const { run } = event.data;
      state = { ...state, looked: run, search: state.search && { ...state.search, looked: run } };
    }
  }
  return state;
}
