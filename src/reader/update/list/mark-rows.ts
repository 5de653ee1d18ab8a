/* Rows marked for a batch. */
import { planQuery } from '../../../../store/query/plan-query.ts';
import { groupDigits } from '../../../text/group-digits.ts';
import type { Message, Step } from '../../messages.ts';
import { currentView, type ListView, type ReaderState, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { nothing, say, withEffects } from '../step.ts';
import { planWithHeld } from './hold-rows.ts';
import { moveTo, rowUnderCursor } from './list.ts';

/** Marks the row under the cursor, or takes its mark off, and goes one row down. */
export function markRow(state: ReaderState, view: ListView): Step<ReaderState> {
  const row = rowUnderCursor(view);
  if (!row) return nothing(state);
  const marked = new Set(view.marked);
  if (!marked.delete(row.id)) marked.add(row.id);
  const next = { ...view, marked };
  return moveTo(withView(state, next), next, view.cursor + 1);
}

/** Marks from the last marked row above up to the cursor. */
export function markToHere(state: ReaderState, view: ListView): Step<ReaderState> {
  const marked = new Set(view.marked);
  const from = [...view.rows].reduce((last, [i, { id }]) => (i < view.cursor && i > last && marked.has(id) ? i : last), -1);
  for (let i = from === -1 ? view.cursor : from; i <= view.cursor; i++) {
    const row = view.rows.get(i);
    if (row) marked.add(row.id);
  }
  return nothing(say(withView(state, { ...view, marked }), `${groupDigits(marked.size)} marked`));
}

/** Marks every row of the list, those that were never loaded too; where all are marked, none. */
export function markAll(state: ReaderState, view: ListView): Step<ReaderState> {
  return withEffects(state, { kind: 'load-ids', asked: view.asked, plan: planWithHeld(view), by: null });
}

/** Marks the rows of the list that a filter finds, beside those that are marked. */
export function markByQuery(
  state: ReaderState,
  view: ListView,
  query: string,
  around: Surroundings,
): Step<ReaderState> | { readonly problem: string } {
  const { plan, problems } = planQuery(query, { now: around.now(), zone: around.zone, searches: around.personal.searches() });
  if (problems.length > 0) return { problem: problems[0]!.message };
  return withEffects(state, { kind: 'load-ids', asked: view.asked, plan: { kind: 'and', of: [planWithHeld(view), plan] }, by: query });
}

export function rowsMarked(state: ReaderState, { asked, ids, by }: Extract<Message, { kind: 'ids' }>): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'list' || view.asked !== asked) return nothing(state);
  if (by === null && ids.every((id) => view.marked.has(id)))
    return nothing(say(withView(state, { ...view, marked: new Set() }), 'no row marked'));
  const marked = new Set(by === null ? ids : [...view.marked, ...ids]);
  const others = marked.size === ids.length ? '' : `, ${groupDigits(marked.size)} in all`;
  const said = by === null ? `${groupDigits(ids.length)} marked` : `${groupDigits(ids.length)} marked by ${by}${others}`;
  return nothing(say(withView(state, { ...view, marked }), said));
}
