import { keysOfScreen } from '../../keys/key-sheet.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { findInCable, recordReading } from '../cable/cable.ts';
import { openText } from '../follow.ts';
import { nothing, withEffects } from '../step.ts';
import type { RunsOf } from './run.ts';

export const leaving: RunsOf<'leave'> = {
  help: (state, _, { keys }) =>
    nothing(openText(state, 'keys of this screen', keysOfScreen(keys, currentView(state).kind, state.size.columns))),
  cancel: (state, _, around) => {
    const view = currentView(state);
    if (view.kind === 'cable' && view.find) return nothing(findInCable(state, view, '', [], around));
    return nothing({ ...state, pending: '', count: '', status: null });
  },
  redraw: (state) => withEffects(state, { kind: 'redraw' }),
  suspend: (state) => withEffects(state, { kind: 'suspend' }),
  quit: (state, _, around) => quit(state, around),
};

/** Records what was read, then leaves. */
export function quit(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const left = recordReading(state, around, true);
  return { state: { ...left.state, quitting: true }, effects: [...left.effects, { kind: 'quit' }] };
}
