import { currentView, type ListView, type ReaderState, type ThingsView, type View } from '../state.ts';

/** Lines above and below the part of a screen that scrolls: title, rule or filter line; status, hints. One shared bottom line on small terminals. */
export function frameLines({ size: { rows } }: Pick<ReaderState, 'size'>): { readonly above: number; readonly below: number } {
  return { above: rows >= 16 ? 2 : 1, below: rows >= 16 ? 2 : 1 };
}

/** Rows of the scrolling part of a screen. */
export function rowsPerPage(state: ReaderState, view: View = currentView(state)): number {
  const { above, below } = frameLines(state);
  const room = Math.max(1, state.size.rows - (view.kind === 'cable' ? 1 : above) - below);
  if (view.kind === 'things') return Math.max(1, room - calendarLines(state, view));
  if (view.kind !== 'list') return room;
  const left = view.preview === null ? room : room - previewLines(state);
  return Math.max(1, Math.floor(left / linesPerRow(state, view)));
}

/** A line of text stands below each row of a list where words are looked for, on wide terminals or where one asked for it. */
export function showsExcerpts({ size: { columns } }: Pick<ReaderState, 'size'>, { terms, excerptsShown }: ListView): boolean {
  return terms.length > 0 && (excerptsShown ?? columns >= 80);
}

/** Every row has as many, so that nothing moves when a text comes. */
export const linesPerRow = (state: Pick<ReaderState, 'size'>, view: ListView): number => (showsExcerpts(state, view) ? 2 : 1);

/** How the cables of a list lie in time stands beside its filter. */
export const showsTimeline = (state: Pick<ReaderState, 'size'>): boolean => state.size.columns >= 60 && frameLines(state).above === 2;

/** Lines of the calendar above the history; it stands there as long as one is at its top. */
export function calendarLines({ size: { rows } }: Pick<ReaderState, 'size'>, view: ThingsView): number {
  return view.what === 'history' && view.narrow === '' && view.top === 0 && rows >= 20 && view.things.length > 0 ? 5 : 0;
}

/** Lines of a list's preview, its rule included. */
export function previewLines({ size: { rows } }: Pick<ReaderState, 'size'>): number {
  return Math.floor(rows / 2);
}
