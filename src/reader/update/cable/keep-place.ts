/* A screen of another size lays the text out anew: what one reads stays in view. */
import { documentOf } from '../../cable-text/document-of.ts';
import { rowsPerPage } from '../../screens/page-size.ts';
import { type CableView, currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import type { Size } from '../../terminal/terminal.ts';
import { goToHit, goToParagraph, scrollCable } from './cable.ts';

/** The text that was at the top stays there, as far as the hit or the paragraph under the cursor is in view still. */
export function keepPlace(before: ReaderState, view: CableView, size: Size, around: Surroundings): ReaderState {
  const state = { ...before, size };
  if (view.cable === null) return state;
  const seen = documentOf(view, before.size, around).slice(view.top, view.top + rowsPerPage(before));
  const above = seen.findIndex(({ span }) => span !== null);
  const start = seen[above]?.span?.start ?? null;
  const line = start === null ? -1 : documentOf(view, size, around).findIndex(({ span }) => span !== null && span.end > start);
  const top = line === -1 || view.top === 0 ? view.top : line - above;
  const placed = scrollCable(state, view, top - view.top, around);
  const at = currentView(placed) as CableView;
  const hit = view.find?.hits[view.find.at];
  if (hit && seen.some(({ span }) => span !== null && span.start < hit.end && span.end > hit.start))
    return goToHit(placed, at, view.find!.at, around);
  return view.paragraph === null || at.paragraph === view.paragraph ? placed : goToParagraph(placed, at, view.paragraph, around);
}
