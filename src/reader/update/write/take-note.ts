import { quoteParagraph } from '../../../../store/cable/body/quote-paragraph.ts';
import { writeNote } from '../../../../store/journal/decide/write-note.ts';
import type { Step } from '../../messages.ts';
import { type CableView, currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { record } from '../decide/record.ts';
import { subjectOf } from '../decide/subject.ts';
import { nothing, say } from '../step.ts';

/** Writes a note on the paragraph under the cursor, or on the cable. @param draft kept because writing was cut short */
export function takeNote(state: ReaderState, text: string, around: Surroundings, draft = false): Step<ReaderState> {
  const view = currentView(state);
  const subject = subjectOf(state);
  if (subject === null || text.trim() === '') return nothing(say(state, 'The note is empty; nothing was changed.'));
  const [cable] = subject.cables as [string];
  const para = view.kind === 'cable' && view.paragraph !== null && view.cable ? view.paragraph + 1 : null;
  const earlier = around.personal.notes(cable).find((note) => note.para === para);
  const drafts = writeNote(around.personal, {
    cable,
    text: text.trim(),
    via: subject.via,
    ...(earlier && { note: earlier.id }),
    ...(draft && { draft }),
    ...(para !== null && { para, quote: quoteParagraph((view as CableView).cable!, (view as CableView).cable!.paragraphs[para - 1]!) }),
  });
  return record(
    state,
    drafts,
    `${draft ? 'draft kept' : 'noted'} ${para === null ? cable : `${around.glyphs.paragraph}${para}`}`,
    'the note says so already',
  );
}
