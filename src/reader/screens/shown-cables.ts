/* What a frame shows that can be decided about: nothing else may be, since what was not seen is not decided. */
import { currentView, type Prompt, type ReaderState } from '../state.ts';
import { shownThings } from '../update/browse/things.ts';
import { rowsPerPage } from './page-size.ts';

/** Answers whether a cable, or what a batch would change, was on a screen that has arrived. */
export interface Seen {
  has(what: string): boolean;
}

/** For what a person named, in the box. */
export const EVERYTHING: Seen = { has: () => true };

/** Names what a batch would change, as shown above its prompt. */
export const nameBatch = ({ ask, text }: Prompt): string => `${ask}${text}`;

export function shownCables(state: ReaderState): Set<string> {
  const view = currentView(state);
  const shown = new Set<string>();
  if (state.plain) return shown;
  if (state.prompt) shown.add(nameBatch(state.prompt));
  if (view.kind === 'cable' && view.cable !== null) shown.add(view.id);
  if (view.kind === 'list')
    for (let i = view.top; i < view.top + rowsPerPage(state); i++) {
      const row = view.rows.get(i);
      if (row) shown.add(row.id);
    }
  if (view.kind === 'things')
    for (const { cable } of shownThings(view).slice(view.top, view.top + rowsPerPage(state))) if (cable !== null) shown.add(cable);
  return shown;
}
