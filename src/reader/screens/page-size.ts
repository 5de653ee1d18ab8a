import { currentView, type ReaderState, type ThingsView, type View } from '../state.ts';

/** Lines above and below the part of a screen that scrolls: title, rule or filter line; status, hints. One shared bottom line on small terminals. */
export function frameLines({ size: { rows } }: Pick<ReaderState, 'size'>): { readonly above: number; readonly below: number } {
  return { above: rows >= 16 ? 2 : 1, below: rows >= 16 ? 2 : 1 };
}

/** Rows of the scrolling part of a screen. */
export function rowsPerPage(state: ReaderState, view: View = currentView(state)): number {
  const { above, below } = frameLines(state);
  const room = Math.max(1, state.size.rows - (view.kind === 'cable' ? 1 : above) - below);
  if (view.kind === 'things') return Math.max(1, room - calendarLines(state, view));
  return view.kind === 'list' && view.preview !== null ? Math.max(1, room - previewLines(state)) : room;
}

/** Lines of the calendar above the history; it stands there as long as one is at its top. */
export function calendarLines({ size: { rows } }: Pick<ReaderState, 'size'>, view: ThingsView): number {
  return view.what === 'history' && view.narrow === '' && view.top === 0 && rows >= 20 && view.things.length > 0 ? 5 : 0;
}

/** Lines of a list's preview, its rule included. */
export function previewLines({ size: { rows } }: Pick<ReaderState, 'size'>): number {
  return Math.floor(rows / 2);
}
