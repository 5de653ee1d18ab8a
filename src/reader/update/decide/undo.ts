/* Undo and redo. The cursor goes to the cable concerned. */
import { groupDigits } from '../../../text/group-digits.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { dayNames } from '../browse/day-names.ts';
import { actionUnderCursor } from '../browse/things.ts';
import { openCable } from '../cable/cable.ts';
import { listBelow, moveTo, viaOf } from '../list/list.ts';
import { nothing, say } from '../step.ts';

/** The row under the cursor in history and undo list, else the last decision; one that was made before this window was opened is named first. */
export function undoLast(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const chosen = actionUnderCursor(state);
  const last = chosen ? { action: chosen, here: true } : around.journal.lastUndoable();
  if (!last) return nothing(say(state, 'Nothing to undo.'));
  const { action } = last;
  const step = around.personal.undoStep(action);
  if (!last.here && state.named !== action) {
    const day = dayNames(around)(step.at.slice(0, 10));
    const when = day === 'Today' ? step.at.slice(11, 16) : day.toLowerCase();
    return nothing({ ...say(state, `${around.keys.keyOf('undo') || 'undo'} again takes back, ${when}: ${step.summary}`), named: action });
  }
  if (step.undone) return nothing(say(state, `Taken back already.${around.keys.hint('redo', 'does it again')}`));
  const undone = say(state, `undone: ${step.summary}${around.keys.hint('redo', 'redo')}`, 'done');
  const shown = showCable(undone, step.cables, around);
  return { state: shown.state, effects: [{ kind: 'undo', action }, ...shown.effects] };
}

export function redoLast(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const action = around.journal.lastRedoable();
  if (!action) return nothing(say(state, 'Nothing to redo.'));
  const together = around.journal.takenBackBy(action);
  const what = together.length === 1 ? around.personal.undoStep(together[0]!).summary : `${groupDigits(together.length)} decisions`;
  return { state: say(state, `done again: ${what}`, 'done', true), effects: [{ kind: 'undo', action }] };
}

/** To the first of these cables: its row in a list, its digest in triage. */
function showCable(state: ReaderState, cables: readonly string[], around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  const list = listBelow(state);
  const triaging = view.kind === 'cable' && view.triage;
  if (list === null || !(triaging || view.kind === 'list')) return nothing(state);
  const concerned = new Set(cables);
  const index = [...list.rows].reduce((first, [i, { id }]) => (concerned.has(id) && i < first ? i : first), Number.POSITIVE_INFINITY);
  const row = list.rows.get(index);
  if (!row) return nothing(state);
  if (!triaging) return moveTo(state, list, index);
  const below = { ...state, views: state.views.slice(0, -1) };
  const moved = moveTo(below, list, index);
  const opened = openCable(moved.state, { id: row.id, goTo: null, via: viaOf(list), index, triage: true }, around, state.status);
  return { state: opened.state, effects: [...moved.effects, ...opened.effects] };
}
