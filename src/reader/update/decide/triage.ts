import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { openCable } from '../cable/cable.ts';
import { rowUnderCursor, viaOf } from '../list/list.ts';
import { nothing, say } from '../step.ts';
import { triageOn } from './decide.ts';

/** `D`: from a list to its first undecided cable, or back to the list. */
export function triage(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable') {
    if (view.triage) return nothing({ ...state, views: state.views.slice(0, -1) });
    return nothing(say(state, 'Triage works through a list: q back to it, then D.'));
  }
  if (view.kind !== 'list') return nothing(state);
  const row = rowUnderCursor(view);
  if (row === null) return nothing(say(state, 'There is nothing to triage here.'));
  const mark = around.personal.mark(row.id, view.question);
  const opened = openCable(state, { id: row.id, goTo: null, via: viaOf(view), index: view.cursor, triage: true }, around);
  if (mark.verdict === null || mark.due) return opened;
  const first = triageOn(opened.state);
  return { state: first.state, effects: first.effects };
}
