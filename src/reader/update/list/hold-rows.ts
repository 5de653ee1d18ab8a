/* A list of `is:unread` loses a row with every cable that is read. What is on screen must not move under the cursor, and what follows must not
 * be passed over because the rows before it left: rows that one acted on are asked for by id beside the filter, until the list is refreshed.
 *
 *     filter   is:undecided            live    a b c d e    ->  skipped b  ->  a c d e
 *     asked    is:undecided or id:b            a b c d e                       a b c d e
 */
import type { Plan } from '../../../../store/query/plan.ts';
import type { ListView, ReaderState } from '../../state.ts';

/** What the rows of a list are asked for with. */
export function planWithHeld({ plan, held }: Pick<ListView, 'plan' | 'held'>): Plan {
  return held.length === 0 ? plan : { kind: 'or', of: [plan, ...held.map((id): Plan => ({ kind: 'id', pattern: id, glob: false }))] };
}

/** Holds the rows of these cables in every list whose filter asks for one's own decisions. */
export function holdRows(state: ReaderState, cables: ReadonlySet<string>): ReaderState {
  if (cables.size === 0 || !state.views.some((view) => view.kind === 'list')) return state;
  return { ...state, views: state.views.map((view) => (view.kind === 'list' && isPersonal(view.plan) ? hold(view, cables) : view)) };
}

function hold(view: ListView, cables: ReadonlySet<string>): ListView {
  const known = new Set(view.held);
  const came = [...view.rows.values()].map(({ id }) => id).filter((id) => cables.has(id) && !known.has(id));
  return came.length === 0 ? view : { ...view, held: [...view.held, ...came] };
}

/** Whether one's own decisions change what a filter finds. */
export function isPersonal(plan: Plan): boolean {
  switch (plan.kind) {
    case 'personal':
      return true;
    case 'and':
    case 'or':
      return plan.of.some(isPersonal);
    case 'not':
      return isPersonal(plan.of);
    default:
      return false;
  }
}
