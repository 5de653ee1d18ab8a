import type { Line } from '../../text/line.ts';
import type { ReaderState, TextView } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { composeScreen, type Hint, rule, spread } from './frame.ts';
import { rowsPerPage } from './page-size.ts';

export function drawText(state: ReaderState, view: TextView, around: Surroundings): readonly Line[] {
  const page = rowsPerPage(state);
  const share =
    view.lines.length <= page
      ? ''
      : view.top + page >= view.lines.length
        ? 'end'
        : `${Math.round((100 * (view.top + page)) / view.lines.length)}%`;
  const title = spread([{ text: ` ${view.title}`, role: 'strong' }], [{ text: share, role: 'dim' }], state.size.columns);
  return composeScreen(state, [title, ...rule(state, around)], view.lines.slice(view.top, view.top + page), hintsOf(view), around);
}

function hintsOf({ compares }: TextView): readonly Hint[] {
  return compares === undefined
    ? ['page-down', 'back']
    : ['page-down', ['next-cable', 'next version'], ['versions', 'read this version'], 'back', 'help'];
}
