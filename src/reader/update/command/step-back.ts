/* One step back: out of a narrowing, from the whole text to its digest, to the view below; from the last one out of the reader. */
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState, type ThingsView, type ValuesView, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { refreshHome } from '../browse/home.ts';
import { shownThings } from '../browse/things.ts';
import { shownValues } from '../browse/values.ts';
import { recordReading } from '../cable/cable.ts';
import { leaveCable } from '../cable/leave-cable.ts';
import { backToDigest } from '../decide/triage.ts';
import { fillWindow } from '../list/list.ts';
import { move } from '../move.ts';

/** Cables gone back from that are remembered. */
export const TRAIL = 50;

export function stepBack(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable' && view.triage && !view.digest) return backToDigest(state, view, around);
  if ((view.kind === 'values' || view.kind === 'things') && view.narrow !== '') return widen(state, view, around);
  if (state.views.length === 1) return quit(state, around);
  return leaveCable(state, around, (left) => {
    const closing = currentView(left);
    const forward = closing.kind === 'cable' ? [closing, ...left.forward].slice(0, TRAIL) : left.forward;
    const below: ReaderState = { ...left, views: left.views.slice(0, -1), forward };
    return currentView(below).kind === 'home' ? refreshHome(below, around) : fillWindow(below);
  });
}

/** Takes a narrowing away; the cursor stays on its row. */
function widen(state: ReaderState, view: ValuesView | ThingsView, around: Surroundings): Step<ReaderState> {
  const shown = view.kind === 'values' ? shownValues(view) : shownThings(view);
  const wide = { ...view, narrow: '', cursor: 0, top: 0 };
  const all: readonly unknown[] = wide.kind === 'values' ? shownValues(wide) : shownThings(wide);
  return move(withView(state, wide), Math.max(0, all.indexOf(shown[view.cursor])), around);
}

/** Records what was read, then leaves. */
export function quit(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const left = recordReading(state, around, true);
  return { state: { ...left.state, quitting: true }, effects: [...left.effects, { kind: 'quit' }] };
}
