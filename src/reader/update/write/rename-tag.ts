/* `t` in the list of tags: another name for one; onto a name that is used, the two become one. */
import { previewRename, renameTag } from '../../../../store/journal/decide/change-tags.ts';
import { TagNameError, tagNamed } from '../../../../store/journal/decide/tag-name.ts';
import type { Step } from '../../messages.ts';
import { currentView, type Prompt, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { shownThings } from '../browse/things.ts';
import { record } from '../decide/record.ts';
import { ask } from '../prompt/prompt.ts';
import { nothing, say } from '../step.ts';

/** The personal tag under the cursor, or null. */
export function tagUnderCursor(state: ReaderState): string | null {
  const view = currentView(state);
  return view.kind === 'things' ? (shownThings(view)[view.cursor]?.tag ?? null) : null;
}

export const askForName = (state: ReaderState, tag: string): Step<ReaderState> =>
  nothing(ask(state, { kind: 'rename', ask: `rename #${tag} to: `, command: 'tag', tag }));

/** What entering it would do. */
export function describeRename({ tag, text }: Prompt, { personal }: Surroundings): string {
  if (tag === undefined || text.trim() === '') return '';
  try {
    return previewRename(personal, { from: tag, to: text });
  } catch (error) {
    if (error instanceof TagNameError) return error.message;
    throw error;
  }
}

export function giveName(state: ReaderState, { tag, text }: Prompt, around: Surroundings): Step<ReaderState> {
  if (tag === undefined || text.trim() === '') return nothing(say(state, 'No name was typed; nothing was changed.'));
  try {
    const drafts = renameTag(around.personal, { from: tag, to: text });
    return record(state, drafts, `renamed #${tag} to #${tagNamed(text)}`, 'named so already');
  } catch (error) {
    if (error instanceof TagNameError) return nothing(say(state, error.message, 'bad'));
    throw error;
  }
}
