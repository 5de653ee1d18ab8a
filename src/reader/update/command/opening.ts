import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { homeCursor, homeRows } from '../browse/home.ts';
import { openThings, shownThings } from '../browse/things.ts';
import { shownValues, targetOf } from '../browse/values.ts';
import { leaveCable } from '../cable/leave-cable.ts';
import { readWhole, triage } from '../decide/triage.ts';
import { follow } from '../follow.ts';
import { openUnderCursor } from '../list/list.ts';
import { move } from '../move.ts';
import { ask } from '../prompt/prompt.ts';
import { nothing, say, withEffects } from '../step.ts';
import { inCable, type RunsOf } from './run.ts';
import { stepBack, TRAIL } from './step-back.ts';

export const opening: RunsOf<'open'> = {
  open: (state, _, around) => openRow(state, around),
  'line-down': (state, { count }, around) => {
    const view = currentView(state);
    return view.kind === 'cable' && view.digest ? readWhole(state, view, around) : move(state, count, around);
  },
  back: (state, _, around) => stepBack(state, around),
  places: inCable((state, view, _, around) => nothing(openThings(state, 'places', view.id, around))),
  'trail-back': (state, _, around) => trailBack(state, around),
  'trail-forward': (state) => trailForward(state),
  box: (state, { command }) => withEffects(ask(state, { kind: 'box', ask: ':', command }), { kind: 'load-choices', text: '' }),
  triage: (state, _, around) => triage(state, around),
};

function openRow(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  switch (view.kind) {
    case 'home': {
      const rows = homeRows(state, around);
      const target = rows[homeCursor(rows, view)]?.target;
      return target ? follow(state, target, around) : nothing(state);
    }
    case 'values': {
      const value = shownValues(view)[view.cursor];
      return value ? follow(state, targetOf(view, value), around) : nothing(state);
    }
    case 'list':
      return openUnderCursor(state, view, around);
    case 'things': {
      const target = shownThings(view)[view.cursor]?.target;
      return target ? follow(state, target, around) : nothing(say(state, 'That cannot be opened.'));
    }
    default:
      return nothing(state);
  }
}

function trailBack(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const below = state.views.slice(0, -1).findLastIndex(({ kind }) => kind === 'cable');
  if (below === -1) return nothing(say(state, `The trail of cables begins here.${around.keys.hint('back', 'one step back')}`));
  return leaveCable(state, around, (left) =>
    nothing({ ...left, forward: [currentView(left), ...left.forward].slice(0, TRAIL), views: left.views.slice(0, below + 1) }),
  );
}

function trailForward(state: ReaderState): Step<ReaderState> {
  const [next, ...rest] = state.forward;
  return next ? nothing({ ...state, forward: rest, views: [...state.views, next] }) : nothing(say(state, 'Nothing further on the trail.'));
}
