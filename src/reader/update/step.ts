import type { Effect, Step } from '../messages.ts';
import type { ReaderState, Status } from '../state.ts';

export const nothing = (state: ReaderState): Step<ReaderState> => ({ state, effects: [] });

export const withEffects = (state: ReaderState, ...effects: Effect[]): Step<ReaderState> => ({ state, effects });

/** The line above the hints. */
export function say(state: ReaderState, text: string, tone: Status['tone'] = 'plain', undo = false): ReaderState {
  return { ...state, status: { text, tone, undo } };
}
