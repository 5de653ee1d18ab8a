/* What follows the rows of a list a moment behind: a line of text below each row where words are looked for, and how the cables lie in time. */
import type { Message, Step } from '../../messages.ts';
import { rowsPerPage, showsExcerpts, showsTimeline } from '../../screens/page-size.ts';
import { currentView, type ListView, type ReaderState, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { askForNames } from '../prompt/complete-filter.ts';
import { nothing, say } from '../step.ts';
import { fillWindow } from './list.ts';

/** Pages around the one on the screen whose excerpts are kept. */
const PAGES = 8;

/** Shows them, or takes them away. */
export function toggleExcerpts(state: ReaderState, view: ListView, { keys }: Surroundings): Step<ReaderState> {
  if (view.terms.length === 0) return nothing(say(state, `No words are looked for: nothing to unfold.${keys.hint('find', 'narrow')}`));
  return fillWindow(withView(state, { ...view, excerptsShown: !showsExcerpts(state, view) }));
}

/** Asks for what is not there yet: excerpts of the page on the screen and of those around it, and the months. */
export function followRows(step: Step<ReaderState>): Step<ReaderState> {
  return followMissing(followNames(followMonths(followExcerpts(step))));
}

function followExcerpts(step: Step<ReaderState>): Step<ReaderState> {
  const { state } = step;
  const view = currentView(state);
  if (view.kind !== 'list' || view.answered !== view.asked || !showsExcerpts(state, view)) return step;
  const page = rowsPerPage(state);
  const missing = (from: number, to: number): string[] => {
    const ids: string[] = [];
    for (let i = Math.max(0, from); i < to; i++) {
      const id = view.rows.get(i)?.id;
      if (id !== undefined && view.excerpts.get(id)?.asked !== view.asked) ids.push(id);
    }
    return ids;
  };
  const onScreen = missing(view.top, view.top + page);
  const soon = Math.ceil(page / 2);
  if (onScreen.length === 0 && missing(view.top - soon, view.top + page + soon).length === 0) return step;
  const ids = [...onScreen, ...missing(view.top + page, view.top + 2 * page), ...missing(view.top - page, view.top)];
  // Marked as asked for, so that each is asked for once.
  const excerpts = new Map(view.excerpts);
  for (const id of ids) excerpts.set(id, { asked: view.asked, excerpt: excerpts.get(id)?.excerpt ?? null });
  return {
    state: withView(state, { ...view, excerpts }),
    effects: [
      ...step.effects,
      { kind: 'load-excerpts', asked: view.asked, ids, onScreen: onScreen.length, terms: view.terms, typing: state.prompt !== null },
    ],
  };
}

/** An empty list names the nearest value that there is. */
function followNames(step: Step<ReaderState>): Step<ReaderState> {
  const view = currentView(step.state);
  if (view.kind !== 'list' || view.total !== 0 || !view.query.includes(':')) return step;
  return { state: step.state, effects: [...step.effects, ...askForNames(step.state)] };
}

/** Terms that are looked up one by one where a filter finds nothing. */
const LOOKED_UP = 5;

/** An empty list tells which of the words no cable has. */
function followMissing(step: Step<ReaderState>): Step<ReaderState> {
  const { state } = step;
  const view = currentView(state);
  if (view.kind !== 'list' || view.answered !== view.asked || view.total !== 0 || view.missing?.asked === view.asked) return step;
  if (view.terms.length === 0 || view.terms.length > LOOKED_UP) return step;
  return {
    state: withView(state, { ...view, missing: { asked: view.asked, counts: [], near: null } }),
    effects: [...step.effects, { kind: 'load-missing', asked: view.asked, terms: view.terms, typing: state.prompt !== null }],
  };
}

export function missingLoaded(state: ReaderState, { asked, counts, near }: Extract<Message, { kind: 'missing' }>): Step<ReaderState> {
  const index = state.views.findLastIndex((view) => view.kind === 'list' && view.asked === asked);
  const view = state.views[index];
  return nothing(
    view?.kind === 'list' ? { ...state, views: state.views.with(index, { ...view, missing: { asked, counts, near } }) } : state,
  );
}

export function excerptsLoaded(state: ReaderState, { asked, excerpts }: Extract<Message, { kind: 'excerpts' }>): Step<ReaderState> {
  const index = state.views.findLastIndex((view) => view.kind === 'list' && view.asked === asked);
  const view = state.views[index];
  if (view?.kind !== 'list') return nothing(state);
  const reach = (PAGES / 2) * rowsPerPage(state, view);
  const near = new Set<string>();
  for (let i = view.top - reach; i < view.top + reach; i++) {
    const id = view.rows.get(i)?.id;
    if (id !== undefined) near.add(id);
  }
  const known = new Map([...view.excerpts].filter(([id]) => near.has(id)));
  for (const [id, excerpt] of excerpts) known.set(id, { asked, excerpt });
  return nothing({ ...state, views: state.views.with(index, { ...view, excerpts: known }) });
}

function followMonths(step: Step<ReaderState>): Step<ReaderState> {
  const { state } = step;
  const view = currentView(state);
  if (view.kind !== 'list' || view.answered !== view.asked || view.months?.asked === view.asked || !showsTimeline(state)) return step;
  return {
    state: withView(state, { ...view, months: { asked: view.asked, values: view.months?.values ?? [] } }),
    effects: [...step.effects, { kind: 'load-months', asked: view.asked, plan: view.plan, typing: state.prompt !== null }],
  };
}

export function monthsLoaded(state: ReaderState, { asked, values }: Extract<Message, { kind: 'months' }>): Step<ReaderState> {
  const index = state.views.findLastIndex((view) => view.kind === 'list' && view.asked === asked);
  const view = state.views[index];
  if (view?.kind !== 'list') return nothing(state);
  return nothing({ ...state, views: state.views.with(index, { ...view, months: { asked, values } }) });
}
