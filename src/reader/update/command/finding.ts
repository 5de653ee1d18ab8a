import type { Step } from '../../messages.ts';
import { currentView, type ListView, type ReaderState, type ValuesView, withView } from '../../state.ts';
import { listBelow, orderList, showNewer } from '../list/list.ts';
import { find, goToNextHit } from '../prompt/find.ts';
import { ask } from '../prompt/prompt.ts';
import { nothing, say } from '../step.ts';
import { inCable, type RunsOf } from './run.ts';

/** Relevance is asked for where words are looked for. */
const ORDERS: readonly ListView['sort'][] = ['newest', 'relevance', 'oldest', 'released', 'origin', 'subject'];

export const finding: RunsOf<'find'> = {
  find: (state, _, around) => find(state, around),
  narrow: (state, _, around) => find(state, around),
  'next-hit': inCable((state, _, { count }, around) => goToNextHit(state, count, around)),
  'previous-hit': inCable((state, _, { count }, around) => goToNextHit(state, -count, around)),
  'save-search': (state, { command }) => {
    const list = listBelow(state);
    if (list === null) return nothing(state);
    return nothing(ask(state, { kind: 'save', ask: 'save as: ', command, text: list.question === null ? '' : list.title }));
  },
  order: (state) => {
    const view = currentView(state);
    if (view.kind === 'list') return orderList(state, view, nextOrder(view, state.info));
    return view.kind === 'values' ? orderValues(state, view) : nothing(state);
  },
  refresh: showNewer,
};

function nextOrder({ sort, terms }: ListView, { hasReleases }: ReaderState['info']): ListView['sort'] {
  const makesSense: Partial<Record<ListView['sort'], boolean>> = { relevance: terms.length > 0, released: hasReleases };
  const orders = ORDERS.filter((order) => makesSense[order] ?? true);
  return orders[(orders.indexOf(sort) + 1) % orders.length]!;
}

function orderValues(state: ReaderState, view: ValuesView): Step<ReaderState> {
  const order = view.order === 'count' ? 'name' : 'count';
  return nothing(say(withView(state, { ...view, order, cursor: 0, top: 0 }), `order: by ${order}`));
}
