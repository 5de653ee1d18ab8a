/* `/` and `n`: narrow what is listed, find in what is read. */
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { goToHit, searchAbove } from '../cable/cable.ts';
import { nextCable } from '../cable/next-cable.ts';
import { openList } from '../list/list.ts';
import { nothing, say, withEffects } from '../step.ts';
import { askForNames } from './complete-filter.ts';
import { ask } from './prompt.ts';

export function find(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  switch (view.kind) {
    case 'cable':
      return nothing(ask(state, { kind: 'find', ask: '/', command: 'find', before: view }));
    case 'list':
      return withEffects(
        ask(state, { kind: 'narrow', ask: '/', command: 'find', text: view.query === '' ? '' : `${view.query} `, before: view }),
        ...askForNames(state),
      );
    case 'values':
    case 'things':
      return nothing(ask(state, { kind: 'narrow', ask: '/', command: 'find', text: view.narrow, before: view }));
    case 'home': {
      const opened = openList(state, { title: 'all cables', query: '' }, around);
      const list = currentView(opened.state);
      return {
        state: ask(opened.state, { kind: 'narrow', ask: '/', command: 'find', before: list }),
        effects: [...opened.effects, ...askForNames(state)],
      };
    }
    case 'text':
      return nothing(say(state, 'There is nothing to narrow here.'));
  }
}

export function goToNextHit(state: ReaderState, step: number, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'cable') return nothing(state);
  const { find: found } = view;
  const { query, terms } = searchAbove(state, view);
  const ofList = terms.length > 0 && (found === null || found.text === query);
  if (found === null && !ofList) return nothing(say(state, `Nothing to find: press ${around.keys.keyOf('find')} and type words.`));
  const past = found === null ? step : found.at + step;
  if (found !== null && past >= 0 && past < found.hits.length) return nothing(goToHit(state, view, past, around));
  if (ofList) return nextCable(state, Math.sign(step), around, true);
  return nothing(say(goToHit(state, view, past, around), step > 0 ? 'The first hit again.' : 'The last hit again.'));
}
