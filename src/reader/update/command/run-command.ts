/* A command on the current screen: refused with its reason, or run. */
import type { CommandId } from '../../keys/keymap.ts';
import type { Step } from '../../messages.ts';
import type { ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { subjectOf } from '../decide/subject.ts';
import { nothing, say } from '../step.ts';
import { copying } from './copying.ts';
import { deciding } from './deciding.ts';
import { finding } from './finding.ts';
import { going } from './going.ts';
import { leaving } from './leaving.ts';
import { looking } from './looking.ts';
import { marking } from './marking.ts';
import { moving } from './moving.ts';
import { opening } from './opening.ts';
import type { Given, Run } from './run.ts';
import { whyNot } from './why-not.ts';

const RUNS: Readonly<Record<CommandId, Run>> = {
  ...moving,
  ...opening,
  ...going,
  ...finding,
  ...deciding,
  ...marking,
  ...copying,
  ...looking,
  ...leaving,
};

/** Deciding keys that act at once on the cable under the cursor; the others ask first, or name what they take back. */
const AT_ONCE: ReadonlySet<CommandId> = new Set(['keep', 'skip', 'later', 'clear', 'mark-read', 'bookmark', 'repeat']);

export function runCommand(state: ReaderState, given: Given, around: Surroundings): Step<ReaderState> {
  const { command } = given;
  const reason = whyNot(command, state, around);
  if (reason !== null) return nothing(say(state, `${around.keys.keyOf(command) || command}: ${reason}.`, 'plain'));
  if (AT_ONCE.has(command) && isUnseen(state, given)) {
    const dropped = state.dropped + 1;
    return nothing(say({ ...state, dropped }, `${dropped} more ${around.keys.keyOf(command)} ignored: not shown yet`, 'bad'));
  }
  const named = command === 'undo' ? state.named : null;
  return RUNS[command](state.dropped === 0 && state.named === named ? state : { ...state, dropped: 0, named }, given, around);
}

/** Never decide the unseen. Marked rows are shown with what would change, and asked about. */
function isUnseen(state: ReaderState, { seen }: Given): boolean {
  const cables = subjectOf(state)?.cables ?? [];
  return cables.length === 1 && !seen.has(cables[0]!);
}
