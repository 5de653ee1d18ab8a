import { keysOfScreen } from '../../keys/key-sheet.ts';
import { currentView } from '../../state.ts';
import { findInCable } from '../cable/cable.ts';
import { openText } from '../follow.ts';
import { nothing, withEffects } from '../step.ts';
import type { RunsOf } from './run.ts';
import { quit, stepBack } from './step-back.ts';

export const leaving: RunsOf<'leave'> = {
  help: (state, _, { keys }) =>
    nothing(openText(state, 'keys of this screen', keysOfScreen(keys, currentView(state).kind, state.size.columns))),
  cancel: (state, _, around) => {
    const view = currentView(state);
    if (view.kind === 'cable' && view.find) return nothing(findInCable(state, view, '', [], around));
    if (view.kind === 'text') return stepBack(state, around);
    return nothing({ ...state, pending: '', count: '', status: null });
  },
  redraw: (state) => withEffects(state, { kind: 'redraw' }),
  suspend: (state) => withEffects(state, { kind: 'suspend' }),
  quit: (state, _, around) => quit(state, around),
};
