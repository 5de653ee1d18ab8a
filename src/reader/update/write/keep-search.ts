import { saveSearch } from '../../../../store/journal/decide/save-search.ts';
import type { EventDraft } from '../../../../store/journal/events.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { record } from '../decide/record.ts';
import { nothing } from '../step.ts';

/** Makes the filter of the list a question of its own. */
export function keepSearch(state: ReaderState, name: string, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'list' || name.trim() === '') return nothing(state);
  const saved = saveSearch(around.personal, { name: name.trim(), query: view.query });
  const [named] = saved;
  // What is there now has been seen: only what comes later is new.
  const looked: EventDraft[] =
    named?.type === 'search.saved' ? [{ type: 'search.looked', data: { search: named.data.search, run: state.info.lastRun } }] : [];
  const drafts = [...saved, ...looked];
  const step = record(state, drafts, `saved as ${name.trim()}; verdicts given here now belong to it`, 'saved already');
  const [draft] = drafts;
  if (draft?.type !== 'search.saved') return step;
  return { ...step, state: withView(step.state, { ...view, title: name.trim(), question: draft.data.search }) };
}
