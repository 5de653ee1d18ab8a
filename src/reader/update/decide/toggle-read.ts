import { markRead } from '../../../../store/journal/decide/mark-read.ts';
import type { Step } from '../../messages.ts';
import type { ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { record, unmark } from './record.ts';
import { nameCables, type Subject } from './subject.ts';

/** All as the first of them is not yet. */
export const readAs = ({ cables, queue }: Subject, { personal }: Surroundings): 'read' | 'unread' =>
  personal.mark(cables[0]!, queue).read ? 'unread' : 'read';

export function toggleRead(state: ReaderState, subject: Subject, around: Surroundings): Step<ReaderState> {
  const as = readAs(subject, around);
  const drafts = markRead(around.personal, { cables: subject.cables, as, via: subject.via });
  const step = record(state, drafts, `${nameCables(subject.cables)} marked ${as}`, `${as} already`);
  return { ...step, state: { ...unmark(step.state), last: { command: 'mark-read', text: '', because: '' } } };
}
