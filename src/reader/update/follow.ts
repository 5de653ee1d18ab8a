/* Goes where a row leads. */

import { wrapHelp } from '../../help/help-section.ts';
import { understandingCables } from '../../help/understanding-cables.ts';
import type { Step } from '../messages.ts';
import { EVERYTHING } from '../screens/shown-cables.ts';
import { currentView, type ReaderState, type Target } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { goOn } from './browse/continue.ts';
import { refreshHome } from './browse/home.ts';
import { countAll } from './browse/questions.ts';
import { openThings } from './browse/things.ts';
import { loadValues } from './browse/values.ts';
import { goToParagraph, openCable } from './cable/cable.ts';
import { runCommand } from './command/run-command.ts';
import { copied } from './copy/copy.ts';
import { openList } from './list/list.ts';
import { nothing, withEffects } from './step.ts';

export function follow(state: ReaderState, target: Target, around: Surroundings): Step<ReaderState> {
  switch (target.to) {
    case 'list':
      return openList(state, target, around);
    case 'values':
      return loadValues({ ...state, views: [...state.views, currentView(state)] }, target, around);
    case 'cable':
      return openCable(state, target, around);
    case 'things':
      return target.what === 'searches'
        ? withEffects(openThings(state, target.what, target.of, around), { kind: 'load-counts', queries: countAll(around) })
        : nothing(openThings(state, target.what, target.of, around));
    case 'paragraph': {
      // An outline lies above the cable it belongs to.
      const views = currentView(state).kind === 'cable' ? state.views : state.views.slice(0, -1);
      const below = { ...state, views };
      const view = currentView(below);
      return view.kind === 'cable' ? nothing(goToParagraph(below, { ...view, digest: false }, target.index, around)) : nothing(below);
    }
    case 'clipboard':
      return copied(state, target.text, 'the address', around);
    case 'understanding':
      return nothing(openText(state, 'understanding cables', wrapHelp(understandingCables, state.size.columns)));
    case 'continue':
      return goOn(state, around);
    case 'home':
      return refreshHome({ ...state, views: state.views.slice(0, 1) }, around);
    case 'command':
      return runCommand(state, { command: target.command, count: 1, counted: false, seen: EVERYTHING }, around);
  }
}

/** Plain lines as a screen of their own; a line without a blank at its beginning is a title. */
export function openText(state: ReaderState, title: string, lines: readonly string[]): ReaderState {
  const shown = lines.map((text) => [
    text !== '' && !text.startsWith(' ') ? { text: ` ${text}`, role: 'strong' as const } : { text: ` ${text}` },
  ]);
  return { ...state, views: [...state.views, { kind: 'text', title, lines: shown, top: 0 }] };
}
