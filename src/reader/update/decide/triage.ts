/* Triage: one cable after the other, until every cable of a list is decided for its question. What is shown first is a digest; the whole
 * text is one key away.
 */
import type { Step } from '../../messages.ts';
import { type CableView, currentView, type ListView, type ReaderState, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { openCable } from '../cable/cable.ts';
import { leaveCable } from '../cable/leave-cable.ts';
import { fillWindow, listBelow, rowUnderCursor, seekUndecided, viaOf } from '../list/list.ts';
import { nothing, say, withEffects } from '../step.ts';
import { countAgain, NO_TALLY } from './tally.ts';

/** `D`: from a list to its first undecided cable, or back to the list. */
export function triage(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable')
    return leaveCable(state, around, (left) =>
      fillWindow({ ...left, views: left.views.slice(0, left.views.findLastIndex(({ kind }) => kind === 'list') + 1) }),
    );
  if (view.kind !== 'list') return nothing(state);
  const row = rowUnderCursor(view);
  if (row === null) return nothing(say(state, 'There is nothing to triage here.'));
  const begun = beginTally(state, view);
  const { verdict, due } = around.personal.mark(row.id, view.question);
  const next =
    verdict === null || due
      ? openCable(begun.state, { id: row.id, goTo: null, via: viaOf(view), index: view.cursor, triage: true }, around)
      : seekUndecided(withView(begun.state, { ...(currentView(begun.state) as ListView), goOn: true }), 1, around);
  return { state: next.state, effects: [...begun.effects, ...next.effects] };
}

function beginTally(state: ReaderState, list: ListView): Step<ReaderState> {
  return countAgain(withView(state, { ...list, tally: list.tally ?? NO_TALLY }));
}

/** On to the next undecided cable of the list below; from its top again where there is none further down. */
export function triageOn(state: ReaderState, around: Surroundings): Step<ReaderState> {
  return listBelow(state) ? seekUndecided(state, 1, around) : nothing(state);
}

/** `enter` on a digest: the whole text, read from its beginning. */
export function readWhole(state: ReaderState, view: CableView, around: Surroundings): Step<ReaderState> {
  const whole = { ...view, digest: false, top: 0, paragraph: null, recordedAt: around.now().getTime() };
  return nothing(say(withView(state, whole), `The whole text.${around.keys.hint('back', 'back to the digest')}`));
}

/** `q` in the whole text. */
export function backToDigest(state: ReaderState, view: CableView, around: Surroundings): Step<ReaderState> {
  return leaveCable(state, around, (left) => withEffects(withView(left, { ...view, digest: true, top: 0, paragraph: null })));
}
