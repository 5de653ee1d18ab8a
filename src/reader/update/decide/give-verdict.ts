/* Keep, skip, later, and the verdict off: what is recorded, and where the cursor goes then. */
import { deferCables, keepCables, resetCables, skipCables } from '../../../../store/journal/decide/decide-verdict.ts';
import { readUntil } from '../../../../store/journal/decide/read-until.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { leaveCable } from '../cable/leave-cable.ts';
import { moveTo } from '../list/list.ts';
import { record, unmark } from './record.ts';
import { nameCables, type Subject } from './subject.ts';
import { keepPace, tallyVerdict } from './tally.ts';
import { triageOn } from './triage.ts';

const VERDICTS = {
  keep: { word: 'kept', verdict: 'kept', decide: keepCables },
  skip: { word: 'skipped', verdict: 'skipped', decide: skipCables },
  later: { word: 'later', verdict: 'later', decide: deferCables },
  clear: { word: 'verdict off', verdict: null, decide: resetCables },
} as const;

export type VerdictCommand = keyof typeof VERDICTS;

export const verdictOf = (command: VerdictCommand) => VERDICTS[command].verdict;

/** What goes with a verdict: a reason, or until when. */
export interface Reason {
  readonly because?: string;
  readonly until?: string;
  readonly words?: string;
}

/** In triage the next undecided cable comes, in a list the cursor goes one row down. */
export function giveVerdict(
  state: ReaderState,
  command: VerdictCommand,
  subject: Subject,
  around: Surroundings,
  reason: Reason = {},
): Step<ReaderState> {
  const { word, verdict, decide } = VERDICTS[command];
  const drafts = decide(around.personal, { ...subject, ...reason });
  const question = around.personal.searches().find(({ id }) => id === subject.queue)?.name;
  const done = [
    `${word} ${nameCables(subject.cables)}`,
    reason.words ? `until ${reason.words}` : '',
    question ? `for ${question}` : '',
    reason.because ? `because ${reason.because}` : '',
  ];
  const recorded = record(state, drafts, done.filter(Boolean).join(' '), `${nameCables(subject.cables)}: ${word} already`);
  if (recorded.effects.length === 0) return goOn(recorded, subject, around);
  const noted: ReaderState = { ...recorded.state, last: { command, text: reason.words ?? '', because: reason.because ?? '' } };
  return goOn({ state: tallyVerdict(noted, subject, verdict, around), effects: recorded.effects }, subject, around);
}

/** @param words as typed: `fri`; none: later without a day @returns null where they are no day */
export function deferUntil(state: ReaderState, words: string, subject: Subject, around: Surroundings): Step<ReaderState> | null {
  if (words === '') return giveVerdict(state, 'later', subject, around);
  const until = readUntil(words, { now: around.now(), zone: around.zone });
  return until === null ? null : giveVerdict(state, 'later', subject, around, { until, words });
}

function goOn({ state, effects }: Step<ReaderState>, { cables }: Subject, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable' && view.triage) {
    const paced = effects.length > 0 ? { ...state, pace: keepPace(state.pace, around.now().getTime()) } : state;
    const next = leaveCable(paced, around, (left) => triageOn(left, around));
    return { state: next.state, effects: [...effects, ...next.effects] };
  }
  if (view.kind === 'list') {
    if (view.marked.size > 0 || cables.length > 1) return { state: unmark(state), effects };
    const next = moveTo(state, view, view.cursor + 1);
    return { state: next.state, effects: [...effects, ...next.effects] };
  }
  if (view.kind === 'cable' && view.index !== null && state.status?.tone === 'done')
    return {
      state: { ...state, status: { ...state.status, text: `${state.status.text}${around.keys.hint('next-cable', 'next cable')}` } },
      effects,
    };
  return { state, effects };
}
