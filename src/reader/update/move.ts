/* Lines up and down on whatever screen it is. */
import type { Step } from '../messages.ts';
import { rowsPerPage } from '../screens/page-size.ts';
import { type CableView, currentView, type ReaderState, withView } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { moveOnHome } from './browse/home.ts';
import { moveInThings } from './browse/things.ts';
import { shownValues } from './browse/values.ts';
import { scrollCable } from './cable/cable.ts';
import { moveTo } from './list/list.ts';
import { nothing, say } from './step.ts';

export function move(state: ReaderState, lines: number, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  const page = rowsPerPage(state);
  switch (view.kind) {
    case 'home':
      return nothing(moveOnHome(state, view, lines, page, around));
    case 'list':
      return moveTo(state, view, view.cursor + lines);
    case 'cable': {
      const scrolled = scrollCable(state, view, lines, around);
      const stays = lines > 1 && view.digest && (currentView(scrolled) as CableView).top === view.top;
      return nothing(stays ? say(scrolled, 'The digest ends.   enter the whole text') : scrolled);
    }
    case 'things':
      return nothing(moveInThings(state, view, view.cursor + lines, page));
    case 'values': {
      const cursor = Math.max(0, Math.min(view.cursor + lines, shownValues(view).length - 1));
      const top = cursor < view.top ? cursor : cursor >= view.top + page ? cursor - page + 1 : view.top;
      return nothing(withView(state, { ...view, cursor, top }));
    }
    case 'text':
      return nothing(withView(state, { ...view, top: Math.max(0, Math.min(view.top + lines, view.lines.length - page)) }));
  }
}
