import { changeTags, readTagChanges, tagsAfter } from '../../../../store/journal/decide/change-tags.ts';
import { TagNameError } from '../../../../store/journal/decide/tag-name.ts';
import type { Step } from '../../messages.ts';
import type { ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { record, unmark } from '../decide/record.ts';
import { nameCables, type Subject } from '../decide/subject.ts';
import { nothing, say } from '../step.ts';

/** @param text as typed: `+a -b` */
export function applyTags(state: ReaderState, text: string, subject: Subject, around: Surroundings): Step<ReaderState> {
  try {
    const { add, remove } = readTagChanges(text);
    if (add.length + remove.length === 0) return nothing(say(state, 'No tag was named; nothing was changed.'));
    const drafts = changeTags(around.personal, { cables: subject.cables, add, remove, via: subject.via });
    const step = record(state, drafts, `tagged ${nameCables(subject.cables)} ${tagsAfter(add, remove)}`, 'tagged so already');
    return { ...step, state: { ...unmark(step.state), last: { command: 'tag', text, because: '' } } };
  } catch (error) {
    if (error instanceof TagNameError) return nothing(say(state, error.message, 'bad'));
    throw error;
  }
}
