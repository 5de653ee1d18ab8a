import type { EventDraft } from '../../../../store/journal/events.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState, withView } from '../../state.ts';
import { nothing, say } from '../step.ts';

/** Records drafts with the line that says so; nothing to record says why. */
export function record(state: ReaderState, drafts: readonly EventDraft[], done: string, already: string): Step<ReaderState> {
  if (state.library.readOnly)
    return nothing(
      say(state, `This is the journal as it was${state.library.at ? ` at ${state.library.at}` : ''}: nothing can be decided here.`, 'bad'),
    );
  if (drafts.length === 0) return nothing(say(state, already));
  return { state: say(state, done, 'done', true), effects: [{ kind: 'record', drafts }] };
}

/** After a batch no row is marked any more. */
export function unmark(state: ReaderState): ReaderState {
  const view = currentView(state);
  return view.kind === 'list' && view.marked.size > 0 ? withView(state, { ...view, marked: new Set() }) : state;
}
