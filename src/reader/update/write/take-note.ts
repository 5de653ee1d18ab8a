/* Notes on a paragraph or on a whole cable. */
import { quoteParagraph } from '../../../../store/cable/body/quote-paragraph.ts';
import { removeNote, writeNote } from '../../../../store/journal/decide/write-note.ts';
import type { Note, Via } from '../../../../store/journal/personal.ts';
import { placedMarks } from '../../cable-text/placed-marks.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { record } from '../decide/record.ts';
import { subjectOf } from '../decide/subject.ts';
import { nothing, say } from '../step.ts';

/** Where a note is written. */
export interface NotePlace {
  readonly cable: string;
  /** Ordinal in the text on the screen, 1-based; null: the whole cable. */
  readonly para: number | null;
  readonly quote: string | null;
  readonly via: Via;
  /** The note that is there. */
  readonly there: Note | null;
}

/** The paragraph under the cursor, else the cable. */
export function notePlace(state: ReaderState, { personal }: Surroundings): NotePlace | null {
  const view = currentView(state);
  const subject = subjectOf(state);
  if (subject === null) return null;
  const [cable] = subject.cables as [string];
  const text = view.kind === 'cable' ? view.cable : null;
  const para = text && view.kind === 'cable' && view.paragraph !== null ? view.paragraph + 1 : null;
  return {
    cable,
    para,
    quote: text && para !== null ? quoteParagraph(text, text.paragraphs[para - 1]!) : null,
    via: subject.via,
    there: placedMarks(cable, text, personal).notes.find((note) => note.para === para) ?? null,
  };
}

export const namePlace = ({ cable, para }: NotePlace, { glyphs }: Surroundings): string =>
  para === null ? cable : `${glyphs.paragraph}${para}`;

/** An empty text takes the note away. @param draft kept because writing was cut short */
export function takeNote(state: ReaderState, place: NotePlace, text: string, around: Surroundings, draft = false): Step<ReaderState> {
  const { cable, para, quote, via, there } = place;
  const name = namePlace(place, around);
  if (text.trim() === '') {
    if (there === null || draft) return nothing(say(state, 'The note is empty; nothing was changed.'));
    return record(state, removeNote(around.personal, { note: there.id }), `note off ${name}`, '');
  }
  const drafts = writeNote(around.personal, {
    cable,
    text: text.trim(),
    via,
    ...(there && { note: there.id, base: there.version }),
    ...(draft && { draft }),
    ...(para !== null && { para }),
    ...(quote !== null && { quote }),
  });
  return record(state, drafts, `${draft ? 'draft kept' : 'noted'} ${name}`, 'the note says so already');
}
