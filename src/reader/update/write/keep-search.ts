import { saveSearch } from '../../../../store/journal/decide/save-search.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { record } from '../decide/record.ts';
import { nothing } from '../step.ts';

/** Makes the filter of the list a question of its own. */
export function keepSearch(state: ReaderState, name: string, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'list' || name.trim() === '') return nothing(state);
  const drafts = saveSearch(around.personal, { name: name.trim(), query: view.query });
  const step = record(state, drafts, `saved as ${name.trim()}; verdicts given here now belong to it`, 'saved already');
  const [draft] = drafts;
  if (draft?.type !== 'search.saved') return step;
  return { ...step, state: withView(step.state, { ...view, title: name.trim(), question: draft.data.search }) };
}
