import type { Step } from '../../messages.ts';
import type { ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { recordReading } from './cable.ts';

/** Records what was read before another view is shown. */
export function leaveCable(state: ReaderState, around: Surroundings, next: (state: ReaderState) => Step<ReaderState>): Step<ReaderState> {
  const left = recordReading(state, around, true);
  const step = next(left.state);
  return { state: step.state, effects: [...left.effects, ...step.effects] };
}
