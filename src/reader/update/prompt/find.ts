/* `/` and `n`: narrow what is listed, find in what is read. */
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { goToHit } from '../cable/cable.ts';
import { nextCable } from '../cable/next-cable.ts';
import { listBelow, openList } from '../list/list.ts';
import { nothing, say } from '../step.ts';
import { ask } from './prompt.ts';

export function find(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  switch (view.kind) {
    case 'cable':
      return nothing(ask(state, { kind: 'find', ask: '/', command: 'find', before: view }));
    case 'list':
      return nothing(
        ask(state, { kind: 'narrow', ask: '/', command: 'find', text: view.query === '' ? '' : `${view.query} `, before: view }),
      );
    case 'values':
    case 'things':
      return nothing(ask(state, { kind: 'narrow', ask: '/', command: 'find', text: view.narrow, before: view }));
    case 'home': {
      const opened = openList(state, { title: 'all cables', query: '' }, around);
      const list = currentView(opened.state);
      return { state: ask(opened.state, { kind: 'narrow', ask: '/', command: 'find', before: list }), effects: opened.effects };
    }
    case 'text':
      return nothing(say(state, 'There is nothing to narrow here.'));
  }
}

export function goToNextHit(state: ReaderState, step: number, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'cable') return nothing(state);
  const { find: found } = view;
  if (!found) return nothing(say(state, 'Nothing to find: press / and type words.'));
  const past = found.at + step;
  if ((past < 0 || past >= found.hits.length) && view.index !== null && listBelow(state)?.terms.length)
    return nextCable(state, Math.sign(step), around);
  return nothing(goToHit(state, view, past, around));
}
