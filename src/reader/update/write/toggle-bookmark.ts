import { quoteParagraph } from '../../../../store/cable/body/quote-paragraph.ts';
import { addBookmark, removeBookmark } from '../../../../store/journal/decide/bookmark-paragraph.ts';
import { placedMarks } from '../../cable-text/placed-marks.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { record } from '../decide/record.ts';
import { subjectOf } from '../decide/subject.ts';
import { nothing } from '../step.ts';

/** Puts a bookmark on the paragraph under the cursor, or takes it away. @param label null: without one */
export function toggleBookmark(state: ReaderState, label: string | null, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  const subject = subjectOf(state);
  if (subject === null) return nothing(state);
  const [cable] = subject.cables as [string];
  const para = view.kind === 'cable' && view.paragraph !== null ? view.paragraph + 1 : null;
  const place = `${around.glyphs.paragraph}${para ?? ''}`;
  const text = view.kind === 'cable' ? view.cable : null;
  const existing = placedMarks(cable, text, around.personal).bookmarks.find((bookmark) => bookmark.para === para);
  if (existing && label === null)
    return record(state, removeBookmark(around.personal, { bookmark: existing.id }), `bookmark off ${para === null ? cable : place}`, '');
  const quote = view.kind === 'cable' && view.cable && para !== null ? quoteParagraph(view.cable, view.cable.paragraphs[para - 1]!) : null;
  const drafts = addBookmark(around.personal, {
    cable,
    via: subject.via,
    ...(para !== null && { para }),
    ...(quote !== null && { quote }),
    ...(label !== null && label !== '' && { label }),
  });
  return record(state, drafts, `${para === null ? cable : place} bookmarked`, 'bookmarked already');
}
