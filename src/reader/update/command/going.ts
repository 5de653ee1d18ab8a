import { currentView, type ReaderState, type ThingsKind } from '../../state.ts';
import { countAll } from '../browse/questions.ts';
import { openThings } from '../browse/things.ts';
import { countRows } from '../browse/values.ts';
import { leaveCable } from '../cable/leave-cable.ts';
import { follow } from '../follow.ts';
import { listBelow, openList } from '../list/list.ts';
import { nothing, withEffects } from '../step.ts';
import type { Run, RunsOf } from './run.ts';

export const going: RunsOf<'go'> = {
  'go-home': (state, _, around) => leaveCable(state, around, (next) => follow(next, { to: 'home' }, around)),
  'go-continue': (state, _, around) => leaveCable(state, around, (next) => follow(next, { to: 'continue' }, around)),
  'go-unread': goToList('unread'),
  'go-kept': goToList('kept'),
  'go-skipped': goToList('skipped'),
  'go-later': goToList('later'),
  'go-tags': goToThings('tags'),
  'go-notes': goToThings('notes'),
  'go-bookmarks': goToThings('bookmarks'),
  'go-counts': (state, _, around) => leaveCable(state, around, (next) => countRows(next, queryShown(next), around)),
  'go-searches': (state, _, around) =>
    leaveCable(state, around, (next) =>
      withEffects(openThings(next, 'searches', null, around), { kind: 'load-counts', queries: countAll(around) }),
    ),
  'go-history': goToThings('history'),
  'go-undo-list': goToThings('undo'),
};

/** What is counted: the cables of the list that is shown, or that the cable was opened from. */
const queryShown = (state: ReaderState): string => (currentView(state).kind === 'home' ? '' : (listBelow(state)?.query ?? ''));

function goToList(personal: string): Run {
  return (state, _, around) => leaveCable(state, around, (next) => openList(next, { title: personal, query: `is:${personal}` }, around));
}

function goToThings(what: ThingsKind): Run {
  return (state, _, around) => leaveCable(state, around, (next) => nothing(openThings(next, what, null, around)));
}
