/* Which cables a deciding key is about, and for which question. */
import type { Via } from '../../../../store/journal/personal.ts';
import { groupDigits } from '../../../text/group-digits.ts';
import { type CableView, currentView, type Prompt, type ReaderState } from '../../state.ts';
import { shownThings } from '../browse/things.ts';
import { listBelow, rowUnderCursor, viaOf } from '../list/list.ts';

export interface Subject {
  readonly cables: readonly string[];
  /** The question whose verdicts they are, or null. */
  readonly queue: string | null;
  readonly via: Via;
}

/** The marked rows, else that under the cursor, else the cable that is read. */
export function subjectOf(state: ReaderState): Subject | null {
  const view = currentView(state);
  const list = listBelow(state);
  const queue = list?.question ?? null;
  if (view.kind === 'cable') return { cables: [view.id], queue: view.index === null ? null : queue, via: { ...view.via, ...hitOf(view) } };
  if (view.kind === 'list') {
    const row = rowUnderCursor(view);
    const cables = view.marked.size > 0 ? [...view.marked] : row ? [row.id] : [];
    return cables.length === 0 ? null : { cables, queue, via: viaOf(view) };
  }
  if (view.kind === 'things') {
    const cable = shownThings(view)[view.cursor]?.cable;
    return cable ? { cables: [cable], queue: null, via: {} } : null;
  }
  return null;
}

/** The paragraph (from 1) of the hit one is at, for the record. */
function hitOf({ find, cable }: CableView): { readonly hit?: number } {
  const hit = find?.hits[find.at];
  const index = hit && cable ? cable.paragraphs.findIndex(({ start, end }) => hit.start >= start && hit.start < end) : -1;
  return index === -1 ? {} : { hit: index + 1 };
}

/** What a prompt was opened about, whatever is under the cursor by now. */
export function subjectOfPrompt(state: ReaderState, { cables }: Prompt): Subject | null {
  const subject = subjectOf(state);
  return subject && cables.length > 0 ? { ...subject, cables } : subject;
}

export const nameCables = (cables: readonly string[]): string =>
  cables.length === 1 ? cables[0]! : `${groupDigits(cables.length)} cables`;
