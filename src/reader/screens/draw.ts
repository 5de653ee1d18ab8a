/* State -> the lines of the screen. Pure; no I/O. */
import type { Line } from '../../text/line.ts';
import { currentView, type ReaderState } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { drawBox } from './box.ts';
import { drawCable } from './cable.ts';
import { drawHome } from './home.ts';
import { drawList } from './list.ts';
import { drawPlain } from './plain.ts';
import { drawText } from './text.ts';
import { drawThings } from './things.ts';
import { drawTriage } from './triage.ts';
import { drawValues } from './values.ts';

/** Exactly as many lines as the terminal has rows, each exactly as wide as it. */
export function drawScreen(state: ReaderState, around: Surroundings): readonly Line[] {
  if (state.plain) return drawPlain(state, state.plain);
  if (state.prompt?.kind === 'box') return drawBox(state, around);
  const view = currentView(state);
  switch (view.kind) {
    case 'home':
      return drawHome(state, view, around);
    case 'values':
      return drawValues(state, view, around);
    case 'list':
      return drawList(state, view, around);
    case 'cable':
      return view.digest && view.cable !== null && !view.received ? drawTriage(state, view, around) : drawCable(state, view, around);
    case 'things':
      return drawThings(state, view, around);
    case 'text':
      return drawText(state, view, around);
  }
}
