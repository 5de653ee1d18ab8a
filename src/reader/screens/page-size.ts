import { currentView, type ReaderState } from '../state.ts';

/** Lines above and below the part of a screen that scrolls: title, rule or filter line; status, hints. One shared bottom line on small terminals. */
export function frameLines({ size: { rows } }: Pick<ReaderState, 'size'>): { readonly above: number; readonly below: number } {
  return { above: rows >= 16 ? 2 : 1, below: rows >= 16 ? 2 : 1 };
}

/** Rows of the scrolling part of the current screen. */
export function rowsPerPage(state: ReaderState): number {
  const { above, below } = frameLines(state);
  const view = currentView(state);
  const room = Math.max(1, state.size.rows - (view.kind === 'cable' ? 1 : above) - below);
  return view.kind === 'list' && view.preview !== null ? Math.max(1, room - previewLines(state)) : room;
}

/** Lines of a list's preview, its rule included. */
export function previewLines({ size: { rows } }: Pick<ReaderState, 'size'>): number {
  return Math.floor(rows / 2);
}
