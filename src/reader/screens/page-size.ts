import { currentView, type ReaderState } from '../state.ts';

/** Lines above and below the part of a screen that scrolls: title, rule or filter line; status, hints. One shared bottom line on small terminals. */
export function frameLines({ size: { rows } }: Pick<ReaderState, 'size'>): { readonly above: number; readonly below: number } {
  return { above: rows >= 16 ? 2 : 1, below: rows >= 16 ? 2 : 1 };
}

/** Rows of the scrolling part of the current screen. */
export function rowsPerPage(state: ReaderState): number {
  const { above, below } = frameLines(state);
  const sticky = currentView(state).kind === 'cable' ? 1 : above;
  return Math.max(1, state.size.rows - sticky - below);
}
