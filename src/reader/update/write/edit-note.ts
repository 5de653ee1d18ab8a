/* A note in $EDITOR: what it says, every version where two machines wrote one, and below a line what it is on. */
import type { Message, Step } from '../../messages.ts';
import type { ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { nothing, say, withEffects } from '../step.ts';
import { namePlace, notePlace, takeNote } from './take-note.ts';

const BELOW = '------ 8< ------ what is below this line is not part of the note; an empty note is taken away';
const ALSO = '====== and, written at the same time on another machine:';

export function editNote(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const place = notePlace(state, around);
  if (place === null) return nothing(say(state, 'No cable under the cursor.', 'bad'));
  const { there, cable, para, quote } = place;
  const versions = there === null ? [''] : [there.text, ...there.conflicts];
  const about = `${cable}${para === null ? '' : ` ${namePlace(place, around)}`}${quote === null ? '' : `: ${quote}`}`;
  const text = `${versions.join(`\n\n${ALSO}\n\n`)}\n\n${BELOW}\n${about}\n`;
  return withEffects({ ...state, editing: place }, { kind: 'edit', text });
}

export function noteEdited(
  state: ReaderState,
  { text, trouble }: Extract<Message, { kind: 'edited' }>,
  around: Surroundings,
): Step<ReaderState> {
  const { editing } = state;
  if (editing === null) return nothing(state);
  const back: ReaderState = { ...state, editing: null };
  if (text === null) return nothing(say(back, trouble ?? 'The note is as it was.', 'bad'));
  return takeNote(back, editing, noteWithin(text), around);
}

/** What was being written when the terminal went away. */
export function keepUnfinished(state: ReaderState, text: string, around: Surroundings): Step<ReaderState> {
  const { editing } = state;
  const written = noteWithin(text);
  if (editing === null || written === '' || written === editing.there?.text) return nothing(state);
  return takeNote({ ...state, editing: null }, editing, written, around, true);
}

const noteWithin = (text: string): string => text.split(/^-{3,} 8< -/m)[0]!.trim();
