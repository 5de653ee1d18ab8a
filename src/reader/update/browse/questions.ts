/* Saved searches as questions: how many cables each has, how many are decided, and what came since one last looked through it. */

import { lookThrough } from '../../../../store/journal/decide/save-search.ts';
import type { Search } from '../../../../store/journal/personal.ts';
import type { Plan } from '../../../../store/query/plan.ts';
import { planQuery } from '../../../../store/query/plan-query.ts';
import { groupDigits } from '../../../text/group-digits.ts';
import type { Step } from '../../messages.ts';
import type { ListView, ReaderState, View } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { nothing, say, withEffects } from '../step.ts';

const decidedKey = (id: string): string => `${id} decided`;
const newKey = (id: string): string => `${id} new`;

/** What to count for these. */
export function countQuestions(
  searches: readonly Search[],
  { now, zone, personal }: Pick<Surroundings, 'now' | 'zone' | 'personal'>,
): (readonly [key: string, plan: Plan])[] {
  const inputs = { now: now(), zone, searches: personal.searches() };
  return searches.flatMap(({ id, query, looked }) => {
    const { plan, problems } = planQuery(query, inputs);
    if (problems.length > 0) return [];
    const and = (other: Plan): Plan => ({ kind: 'and', of: [plan, other] });
    return [
      [id, plan],
      [decidedKey(id), and({ kind: 'personal', predicate: 'decided', queue: id, value: null })],
      ...(looked === null ? [] : [[newKey(id), and({ kind: 'after-run', run: looked })] as const]),
    ] as const;
  });
}

export const countAll = (around: Surroundings) => countQuestions(around.personal.searches(), around);

export interface QuestionFigures {
  /** Cables it has; empty while they are being counted. */
  readonly total: string;
  /** `41 decided, +6 new`, `done`. */
  readonly detail: string;
}

export function describeQuestion({ id }: Search, { counts }: Pick<ReaderState, 'counts'>): QuestionFigures {
  const total = counts.get(id);
  if (total === undefined) return { total: '', detail: '' };
  const decided = counts.get(decidedKey(id)) ?? 0;
  const fresh = counts.get(newKey(id)) ?? 0;
  const done = total > 0 && decided >= total ? 'done' : decided > 0 ? `${groupDigits(decided)} decided` : '';
  return { total: groupDigits(total), detail: [done, fresh > 0 ? `+${groupDigits(fresh)} new` : ''].filter(Boolean).join(', ') };
}

/** Its list is on the screen: what is new is said once, and looked through from now on. */
export function lookAtQuestion(state: ReaderState, question: string | null, around: Surroundings): Step<ReaderState> {
  if (question === null || state.library.readOnly) return nothing(state);
  const drafts = lookThrough(around.personal, { search: question, run: state.info.lastRun });
  if (drafts.length === 0) return nothing(state);
  const fresh = state.counts.get(newKey(question)) ?? 0;
  const counts = new Map([...state.counts].filter(([key]) => key !== newKey(question)));
  const told = fresh > 0 && state.status === null ? say(state, `${groupDigits(fresh)} new since you last looked`) : state;
  return withEffects({ ...told, counts }, { kind: 'record', drafts });
}

/** A list whose question was taken back or removed is its filter again, and shows the verdicts given outside any. */
export function leaveRemoved(state: ReaderState, { personal }: Surroundings): ReaderState {
  const saved = new Set(personal.searches().map(({ id }) => id));
  const isRemoved = (view: View): view is ListView => view.kind === 'list' && view.question !== null && !saved.has(view.question);
  if (!state.views.some(isRemoved)) return state;
  return { ...state, views: state.views.map((view) => (isRemoved(view) ? { ...view, title: view.query, question: null } : view)) };
}
