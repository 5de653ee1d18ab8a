/* `n` past the last hit of a cable goes on to the next one that has hits, be it in the subject alone: a cable that the filter found by the other
 * side of an OR is passed over and not recorded as opened.
 */
import { parseCable } from '../../../../store/cable/parse-cable.ts';
import { findHits, findInText } from '../../cable-text/find-hits.ts';
import type { Message, Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { cableLoaded, searchAbove } from './cable.ts';
import { nextCable } from './next-cable.ts';

/** Null where the cable that came is to be shown. */
export function passOverWithoutHits(
  state: ReaderState,
  message: Extract<Message, { kind: 'cable' }>,
  around: Surroundings,
): Step<ReaderState> | null {
  const view = currentView(state);
  const found = message.found?.versions[0];
  if (view.kind !== 'cable' || view.id !== message.id || view.cable !== null || view.seekHits === null || !found) return null;
  const cable = parseCable(found);
  const { terms } = searchAbove(state, view);
  if (findHits(cable, terms).length > 0 || findInText(cable.subject ?? '', terms).length > 0) return null;
  const on = nextCable(state, view.seekHits, around, true);
  if (currentView(on.state) !== view) return on;
  // The end of the list, which the status line tells.
  const shown = cableLoaded(on.state, message, around);
  return { state: { ...shown.state, status: on.state.status }, effects: [...on.effects, ...shown.effects] };
}
