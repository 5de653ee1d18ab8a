/* Deciding keys: which cables they are about, what they record, and where the cursor goes then. Never decides what was not shown. */

import { quoteParagraph } from '../../../../store/cable/body/quote-paragraph.ts';
import { addBookmark, removeBookmark } from '../../../../store/journal/decide/bookmark-paragraph.ts';
import { changeTags, readTagChanges, tagsAfter } from '../../../../store/journal/decide/change-tags.ts';
import { deferCables, keepCables, resetCables, skipCables } from '../../../../store/journal/decide/decide-verdict.ts';
import { markRead } from '../../../../store/journal/decide/mark-read.ts';
import { readUntil } from '../../../../store/journal/decide/read-until.ts';
import { saveSearch } from '../../../../store/journal/decide/save-search.ts';
import { TagNameError } from '../../../../store/journal/decide/tag-name.ts';
import { writeNote } from '../../../../store/journal/decide/write-note.ts';
import type { EventDraft } from '../../../../store/journal/events.ts';
import type { Via } from '../../../../store/journal/personal.ts';
import type { Step } from '../../messages.ts';
import { type CableView, currentView, type ListView, type ReaderState, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { shownThings } from '../browse/things.ts';
import { leaveCable } from '../cable/leave-cable.ts';
import { listBelow, moveTo, rowUnderCursor, viaOf } from '../list/list.ts';
import { nothing, say } from '../step.ts';
import { keepPace, tallyVerdict } from './tally.ts';
import { triageOn } from './triage.ts';

export interface Subject {
  readonly cables: readonly string[];
  readonly queue: string | null;
  readonly via: Via;
}

/** The cables a deciding key is about: the marked rows, else that under the cursor, else the one that is read. */
export function subjectOf(state: ReaderState): Subject | null {
  const view = currentView(state);
  const list = listBelow(state);
  const queue = list?.question ?? null;
  if (view.kind === 'cable') return { cables: [view.id], queue: view.index === null ? null : queue, via: view.via };
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

const VERDICTS = {
  keep: { word: 'kept', verdict: 'kept', decide: keepCables },
  skip: { word: 'skipped', verdict: 'skipped', decide: skipCables },
  later: { word: 'later', verdict: 'later', decide: deferCables },
  clear: { word: 'verdict off', verdict: null, decide: resetCables },
} as const;

export type VerdictCommand = keyof typeof VERDICTS;

/** Records a verdict; in triage the next undecided cable comes, in a list the cursor goes one row down. */
export function giveVerdict(
  state: ReaderState,
  command: VerdictCommand,
  around: Surroundings,
  more: { readonly because?: string; readonly until?: string; readonly words?: string } = {},
  subject: Subject | null = subjectOf(state),
): Step<ReaderState> {
  if (subject === null) return nothing(say(state, 'No cable under the cursor.', 'bad'));
  const { word, verdict, decide } = VERDICTS[command];
  const drafts = decide(around.personal, { ...subject, ...more });
  const question = around.personal.searches().find(({ id }) => id === subject.queue)?.name;
  const until = more.words ? ` until ${more.words}` : '';
  const recorded = record(
    state,
    drafts,
    `${word} ${nameCables(subject.cables)}${until}${question ? ` for ${question}` : ''}`,
    `${nameCables(subject.cables)}: ${word} already`,
  );
  const view = currentView(recorded.state);
  const changes = recorded.effects.length > 0;
  const noted = changes ? tallyVerdict({ ...recorded.state, last: { command, text: '' } }, subject, verdict, around) : recorded.state;
  if (view.kind === 'cable' && view.triage) {
    const paced = changes ? { ...noted, pace: keepPace(noted.pace, around.now().getTime()) } : noted;
    return both({ state: paced, effects: recorded.effects }, (next) => leaveCable(next, around, (left) => triageOn(left, around)));
  }
  if (view.kind === 'list' && view.marked.size === 0)
    return both({ state: noted, effects: recorded.effects }, (next) => moveTo(next, currentView(next) as ListView, view.cursor + 1));
  if (view.kind === 'list') return { state: withView(noted, { ...view, marked: new Set() }), effects: recorded.effects };
  if (view.kind === 'cable' && view.index !== null && noted.status?.tone === 'done')
    return { state: { ...noted, status: { ...noted.status, text: `${noted.status.text}   J next cable` } }, effects: recorded.effects };
  return { state: noted, effects: recorded.effects };
}

export function applyTags(state: ReaderState, text: string, subject: Subject, around: Surroundings): Step<ReaderState> {
  try {
    const { add, remove } = readTagChanges(text);
    if (add.length + remove.length === 0) return nothing(say(state, 'No tag was named; nothing was changed.'));
    const drafts = changeTags(around.personal, { cables: subject.cables, add, remove, via: subject.via });
    const step = record(state, drafts, `tagged ${nameCables(subject.cables)} ${tagsAfter(add, remove)}`, 'tagged so already');
    return { ...step, state: { ...step.state, last: { command: 'tag', text } } };
  } catch (error) {
    if (error instanceof TagNameError) return nothing(say(state, error.message, 'bad'));
    throw error;
  }
}

export function deferUntil(state: ReaderState, words: string, subject: Subject, around: Surroundings): Step<ReaderState> {
  if (words === '') return giveVerdict(state, 'later', around, {}, subject);
  const until = readUntil(words, { now: around.now(), zone: around.zone });
  if (until === null)
    return nothing(say(state, `${words}: not a day. Type tomorrow, 3d, fri, next month or 2027-01-15. Nothing was changed.`, 'bad'));
  return giveVerdict(state, 'later', around, { until, words }, subject);
}

export function toggleRead(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const subject = subjectOf(state);
  if (subject === null) return nothing(say(state, 'No cable under the cursor.', 'bad'));
  const as = around.personal.mark(subject.cables[0]!, subject.queue).read ? 'unread' : 'read';
  const step = record(
    state,
    markRead(around.personal, { cables: subject.cables, as, via: subject.via }),
    `${nameCables(subject.cables)} marked ${as}`,
    `${as} already`,
  );
  return { ...step, state: { ...step.state, last: { command: 'mark-read', text: '' } } };
}

/** Puts a bookmark on the paragraph under the cursor, or takes it away. */
export function toggleBookmark(state: ReaderState, label: string | null, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  const subject = subjectOf(state);
  if (subject === null) return nothing(state);
  const [cable] = subject.cables as [string];
  const para = view.kind === 'cable' && view.paragraph !== null ? view.paragraph + 1 : null;
  const place = `${around.glyphs.paragraph}${para ?? ''}`;
  const existing = around.personal.bookmarks(cable).find((bookmark) => bookmark.para === para);
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

export function keepSearch(state: ReaderState, name: string, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'list' || name.trim() === '') return nothing(state);
  const drafts = saveSearch(around.personal, { name: name.trim(), query: view.query });
  const step = record(state, drafts, `saved as ${name.trim()}; verdicts given here now belong to it`, 'saved already');
  const [draft] = drafts;
  if (draft?.type !== 'search.saved') return step;
  return { ...step, state: withView(step.state, { ...view, title: name.trim(), question: draft.data.search }) };
}

/** Records drafts with the line that says so; nothing to record says why. */
export function record(state: ReaderState, drafts: readonly EventDraft[], done: string, already: string): Step<ReaderState> {
  if (state.library.readOnly)
    return nothing(
      say(state, `This is the journal as it was${state.library.at ? ` at ${state.library.at}` : ''}: nothing can be decided here.`, 'bad'),
    );
  if (drafts.length === 0) return nothing(say(state, already));
  return { state: say(state, done, 'done', true), effects: [{ kind: 'record', drafts }] };
}

export const nameCables = (cables: readonly string[]): string =>
  cables.length === 1 ? cables[0]! : `${cables.length.toLocaleString('en')} cables`;

/** `.`: the last decision again, on the cable under the cursor. */
export function repeatLast(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const { last } = state;
  const subject = subjectOf(state);
  if (last === null || subject === null) return nothing(say(state, 'Nothing was decided yet that could be repeated.'));
  if (last.command === 'tag') return applyTags(state, last.text, subject, around);
  if (last.command === 'mark-read') return toggleRead(state, around);
  return giveVerdict(state, last.command as VerdictCommand, around, {}, subject);
}

export function undoLast(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  const chosen =
    view.kind === 'things' && (view.what === 'history' || view.what === 'undo') ? shownThings(view)[view.cursor]?.action : undefined;
  const action = chosen ?? around.journal.lastUndoable();
  if (!action) return nothing(say(state, 'Nothing to undo.'));
  const step = around.personal.undoList(Number.POSITIVE_INFINITY).find((candidate) => candidate.action === action);
  if (step?.undone) return nothing(say(state, 'Taken back already.   Z does it again'));
  const undone = say(state, `undone: ${step?.summary ?? 'the last decision'}   Z redo`, 'done');
  return { state: showCable(undone, step?.cables ?? []), effects: [{ kind: 'undo', action }] };
}

/** The cursor goes to the cable concerned, where the list on screen has it. */
function showCable(state: ReaderState, cables: readonly string[]): ReaderState {
  const view = currentView(state);
  if (view.kind !== 'list' || cables.length !== 1) return state;
  for (const [index, row] of view.rows) if (row.id === cables[0]) return moveTo(state, view, index).state;
  return state;
}

export function redoLast(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const action = around.journal.lastRedoable();
  if (!action) return nothing(say(state, 'Nothing to redo.'));
  return { state: say(state, 'done again', 'done', true), effects: [{ kind: 'undo', action }] };
}

function both(first: Step<ReaderState>, next: (state: ReaderState) => Step<ReaderState>): Step<ReaderState> {
  const second = next(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}
