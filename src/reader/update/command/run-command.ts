/* A command on the current screen: refused with its reason, or run. */
import { type CommandId, keyOf } from '../../keys/keymap.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
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

const MOVES_ON: ReadonlySet<CommandId> = new Set(['keep', 'skip', 'later']);

export function runCommand(state: ReaderState, given: Given, around: Surroundings): Step<ReaderState> {
  const { command } = given;
  const view = currentView(state);
  const reason = whyNot(command, state, around);
  if (reason !== null) return nothing(say(state, `${keyOf(command)}: ${reason}.`, 'plain'));
  // Never decide the unseen: a key that moves on applies to what was shown.
  if (MOVES_ON.has(command) && !given.settled && view.kind === 'cable' && view.triage)
    return nothing(say(state, `${command} ignored: this cable was not shown yet.`, 'bad'));
  return RUNS[command](state, given, around);
}
