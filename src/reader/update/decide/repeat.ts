import type { Step } from '../../messages.ts';
import type { ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { nothing, say } from '../step.ts';
import { applyTags } from '../write/apply-tags.ts';
import { deferUntil, giveVerdict, type VerdictCommand } from './give-verdict.ts';
import type { Subject } from './subject.ts';
import { toggleRead } from './toggle-read.ts';

/** `.`: the last decision again, with its reason or its day, on the cable under the cursor. */
export function repeatLast(state: ReaderState, subject: Subject, around: Surroundings): Step<ReaderState> {
  const { last } = state;
  if (last === null) return nothing(say(state, 'Nothing was decided yet that could be repeated.'));
  switch (last.command) {
    case 'tag':
      return applyTags(state, last.text, subject, around);
    case 'mark-read':
      return toggleRead(state, subject, around);
    case 'later':
      return (
        deferUntil(state, last.text, subject, around) ?? nothing(say(state, `${last.text}: no day any more. Nothing was changed.`, 'bad'))
      );
    default:
      return giveVerdict(state, last.command as VerdictCommand, subject, around, last.because === '' ? {} : { because: last.because });
  }
}
