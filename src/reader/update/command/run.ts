/* What a command does: one function each, in a table for each group of the keymap. The type of a table names every command of its group, so
 * that one bound to a key and forgotten here does not compile.
 */
import type { CommandId, CommandIn, Group } from '../../keys/keymap.ts';
import type { Step } from '../../messages.ts';
import type { Seen } from '../../screens/shown-cables.ts';
import type { CableView, ListView, ReaderState } from '../../state.ts';
import { currentView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { nothing } from '../step.ts';

export interface Given {
  readonly command: CommandId;
  readonly count: number;
  /** A count was typed. */
  readonly counted: boolean;
  readonly seen: Seen;
  /** The last key of a sequence that stands for several: the label of a reference. */
  readonly key?: string;
}

export type Run = (state: ReaderState, given: Given, around: Surroundings) => Step<ReaderState>;

export type RunsOf<G extends Group> = Readonly<Record<CommandIn<G>, Run>>;

/** A command of lists alone. */
export const inList =
  (run: (state: ReaderState, view: ListView, given: Given, around: Surroundings) => Step<ReaderState>): Run =>
  (state, given, around) => {
    const view = currentView(state);
    return view.kind === 'list' ? run(state, view, given, around) : nothing(state);
  };

/** A command of the cable screen alone. */
export const inCable =
  (run: (state: ReaderState, view: CableView, given: Given, around: Surroundings) => Step<ReaderState>): Run =>
  (state, given, around) => {
    const view = currentView(state);
    return view.kind === 'cable' ? run(state, view, given, around) : nothing(state);
  };
