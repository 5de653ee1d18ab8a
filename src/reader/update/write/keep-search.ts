import { saveSearch } from '../../../../store/journal/decide/save-search.ts';
import { takeVerdictsAlong } from '../../../../store/journal/decide/take-verdicts-along.ts';
import type { EventDraft } from '../../../../store/journal/events.ts';
import { groupDigits } from '../../../text/group-digits.ts';
import type { Step } from '../../messages.ts';
import type { ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { record } from '../decide/record.ts';
import { listBelow } from '../list/list.ts';
import { nothing } from '../step.ts';

/** Makes the filter of the list, or of the list that is triaged, a question of its own, with the verdicts given in it so far. */
export function keepSearch(state: ReaderState, name: string, around: Surroundings): Step<ReaderState> {
  const list = listBelow(state);
  if (list === null || name.trim() === '') return nothing(state);
  const { query } = list;
  const saved = saveSearch(around.personal, { name: name.trim(), query });
  const [named] = saved;
  // What is there now has been seen: only what comes later is new.
  const looked: EventDraft[] =
    named?.type === 'search.saved' ? [{ type: 'search.looked', data: { search: named.data.search, run: state.info.lastRun } }] : [];
  const along =
    named?.type === 'search.saved' && list.question === null
      ? takeVerdictsAlong(around.personal, { search: named.data.search, query })
      : [];
  const count = along.reduce((sum, { data }) => sum + ('cables' in data ? data.cables.length : 0), 0);
  const verdicts = count === 0 ? '; verdicts given here now belong to it' : ` with the ${nameVerdicts(count)} given here`;
  const step = record(state, [...saved, ...looked, ...along], `saved as ${name.trim()}${verdicts}`, 'saved already');
  if (named?.type !== 'search.saved') return step;
  const question = { ...list, title: name.trim(), question: named.data.search };
  return { ...step, state: { ...step.state, views: step.state.views.map((view) => (view === list ? question : view)) } };
}

const nameVerdicts = (count: number): string => (count === 1 ? 'verdict' : `${groupDigits(count)} verdicts`);
