import type { Step } from '../../messages.ts';
import { rowsPerPage } from '../../screens/page-size.ts';
import { currentView, type ReaderState, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { shownThings } from '../browse/things.ts';
import { nextLetter, turnValues } from '../browse/values.ts';
import { goToEdge, goToParagraph, stepParagraph } from '../cable/cable.ts';
import { nextCable } from '../cable/next-cable.ts';
import { nextVersion } from '../cable/versions.ts';
import { moveTo, seekUndecided } from '../list/list.ts';
import { move } from '../move.ts';
import { nothing } from '../step.ts';
import type { RunsOf } from './run.ts';

/** Columns a wide table is shifted at once, and at most. */
const SHIFT = 20;
const SHIFT_MOST = 200;

export const moving: RunsOf<'move'> = {
  down: (state, { count }, around) => move(state, count, around),
  up: (state, { count }, around) => move(state, -count, around),
  'page-down': (state, { count }, around) => move(state, count * pageStep(state), around),
  'page-up': (state, { count }, around) => move(state, -count * pageStep(state), around),
  'half-down': (state, _, around) => move(state, halfPage(state), around),
  'half-up': (state, _, around) => move(state, -halfPage(state), around),
  top: (state, { counted, count }, around) => (counted ? goToNumber(state, count, around) : edge(state, 'top', around)),
  end: (state, { counted, count }, around) => (counted ? goToNumber(state, count, around) : edge(state, 'end', around)),
  'next-stop': (state, { count }, around) => stop(state, count, 1, around),
  'previous-stop': (state, { count }, around) => stop(state, count, -1, around),
  'next-cable': (state, { count }, around) => onward(state, count, around),
  'previous-cable': (state, { count }, around) => onward(state, -count, around),
  'shift-right': (state, _, around) => sideways(state, 1, around),
  'shift-left': (state, _, around) => sideways(state, -1, around),
};

/** The next cable of a list; in a comparison the next version. */
function onward(state: ReaderState, step: number, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  return view.kind === 'text' ? nothing(nextVersion(state, view, step, around)) : nextCable(state, step, around);
}

function sideways(state: ReaderState, step: 1 | -1, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'values') return turnValues(state, view, step, around);
  if (view.kind !== 'cable') return nothing(state);
  return nothing(withView(state, { ...view, shift: Math.max(0, Math.min(view.shift + step * SHIFT, SHIFT_MOST)) }));
}

/** A page keeps one line of the last one in sight. */
const pageStep = (state: ReaderState): number => Math.max(1, rowsPerPage(state) - 1);

const halfPage = (state: ReaderState): number => Math.ceil(rowsPerPage(state) / 2);

function edge(state: ReaderState, to: 'top' | 'end', around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable') return nothing(goToEdge(state, view, to, around));
  return move(state, to === 'top' ? -1e9 : 1e9, around);
}

function goToNumber(state: ReaderState, number: number, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable') return nothing(goToParagraph(state, view, number - 1, around));
  if (view.kind === 'list') return moveTo(state, view, number - 1);
  return move(state, number - 1 - ('cursor' in view ? view.cursor : view.top), around);
}

function stop(state: ReaderState, count: number, direction: 1 | -1, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable') return nothing(stepParagraph(state, view, count * direction, around));
  if (view.kind === 'list') return seekUndecided(state, direction, around);
  if (view.kind === 'values') return move(state, nextLetter(view, direction) - view.cursor, around);
  if (view.kind === 'things') {
    const things = shownThings(view);
    const headings = things.flatMap(({ heading }, i) => (heading ? [i] : []));
    const next = direction > 0 ? headings.find((i) => i > view.cursor) : headings.findLast((i) => i < view.cursor - 1);
    return next === undefined ? nothing(state) : move(state, next + 1 - view.cursor, around);
  }
  return nothing(state);
}
