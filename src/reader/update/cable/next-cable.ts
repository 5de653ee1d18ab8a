/* `J` and `K`: the next and the previous cable of the list, or of the short list, that the one on screen was opened from. */
import type { Step } from '../../messages.ts';
import { rowsPerPage } from '../../screens/page-size.ts';
import { currentView, type ListView, type ReaderState, type ThingsView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { moveInThings, shownThings } from '../browse/things.ts';
import { moveTo, viaOf } from '../list/list.ts';
import { nothing, say } from '../step.ts';
import { type CableWanted, openCable } from './cable.ts';
import { leaveCable } from './leave-cable.ts';

/** @param seekHits goes on to the next cable that has hits */
export function nextCable(state: ReaderState, step: number, around: Surroundings, seekHits = false): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'cable') return nothing(state);
  const place = state.views.findLastIndex(({ kind }) => kind === 'list' || kind === 'things');
  const below = state.views[place];
  if (below?.kind === 'list' && view.index !== null)
    return nextOfList(
      state,
      below,
      place,
      view.index + step,
      { triage: view.triage, ...(seekHits && { seekHits: step > 0 ? 1 : -1 }) },
      around,
    );
  if (below?.kind === 'things' && place === state.views.length - 2) return nextOfThings(state, below, place, step, around);
  return nothing(say(state, 'This cable was not opened from a list.'));
}

function nextOfList(
  state: ReaderState,
  list: ListView,
  place: number,
  index: number,
  how: Pick<CableWanted, 'triage' | 'seekHits'>,
  around: Surroundings,
): Step<ReaderState> {
  const row = list.rows.get(index);
  if (index < 0 || index >= (list.total ?? 0)) {
    const which = index > 0 ? 'last' : 'first';
    return nothing(say(state, how.seekHits ? `No further hit: the ${which} cable of this list.` : `The ${which} cable of this list.`));
  }
  const below = moveTo({ ...state, views: state.views.slice(0, place + 1) }, list, index);
  if (!row) return { state: say(state, 'That row is still loading; press the key again.'), effects: below.effects };
  return leaveCable(state, around, (left) => {
    const moved = moveTo({ ...left, views: left.views.slice(0, place + 1) }, list, index);
    const opened = openCable(moved.state, { id: row.id, goTo: null, via: viaOf(list), index, ...how }, around);
    return { state: opened.state, effects: [...moved.effects, ...opened.effects] };
  });
}

function nextOfThings(state: ReaderState, things: ThingsView, place: number, step: number, around: Surroundings): Step<ReaderState> {
  const rows = shownThings(things);
  const way = Math.sign(step);
  let left = Math.abs(step);
  let at = things.cursor;
  for (let i = at + way; i >= 0 && i < rows.length && left > 0; i += way) {
    const target = rows[i]!.target;
    const here = rows[at]!.target;
    // Several lines about one cable are one stop.
    if (target?.to !== 'cable' || (here?.to === 'cable' && here.id === target.id && here.goTo === target.goTo)) continue;
    at = i;
    left -= 1;
  }
  const target = rows[at]?.target;
  if (left > 0 || target?.to !== 'cable')
    return nothing(say(state, way > 0 ? 'The last cable of these rows.' : 'The first cable of these rows.'));
  return leaveCable(state, around, (leaving) => {
    const below: ReaderState = { ...leaving, views: leaving.views.slice(0, place + 1) };
    return openCable(moveInThings(below, things, at, rowsPerPage(below)), target, around);
  });
}
