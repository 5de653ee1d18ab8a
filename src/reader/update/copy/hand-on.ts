/* `!` and `E`: cables to other programs. */
import type { CommandId } from '../../keys/keymap.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import { nameCables, subjectOf } from '../decide/subject.ts';
import { ask } from '../prompt/prompt.ts';
import { nothing, withEffects } from '../step.ts';

export function askForCommand(state: ReaderState, command: CommandId): ReaderState {
  const cables = subjectOf(state)?.cables ?? [];
  return cables.length === 0 ? state : ask(state, { kind: 'pipe', ask: `pipe ${nameCables(cables)} to: `, command, cables });
}

/** @param command for the shell; null: an editor or pager */
export function handOn(state: ReaderState, command: string | null, ids: readonly string[]): Step<ReaderState> {
  const view = currentView(state);
  const version = view.kind === 'cable' ? view.version : 0;
  return ids.length === 0 ? nothing(state) : withEffects(state, { kind: 'hand-on', command, ids, version });
}
