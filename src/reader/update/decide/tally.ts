/* What was decided in the list that is triaged, how fast, and how long the rest will take. */
import type { Verdict } from '../../../../store/journal/personal.ts';
import type { Message, Step } from '../../messages.ts';
import type { ListView, ReaderState, Tally } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { planWithHeld } from '../list/hold-rows.ts';
import { nothing, withEffects } from '../step.ts';

export const NO_TALLY: Tally = { kept: 0, skipped: 0, later: 0 };

/** A pause longer than this was not spent deciding; milliseconds. */
const PAUSE = 5 * 60_000;
/** Verdicts before which a pace means nothing. */
const ENOUGH = 20;

export const decidedIn = ({ kept, skipped, later }: Tally): number => kept + skipped + later;

/** Counts the verdicts of the list below anew, where triage has asked for them. */
export function countAgain(state: ReaderState): Step<ReaderState> {
  const list = state.views.findLast((view) => view.kind === 'list');
  if (list?.kind !== 'list' || list.tally === null) return nothing(state);
  return withEffects(state, { kind: 'load-tally', asked: list.asked, plan: planWithHeld(list), queue: list.question });
}

export function tallyLoaded(state: ReaderState, { asked, tally }: Extract<Message, { kind: 'tally' }>): Step<ReaderState> {
  return nothing(withList(state, (list) => (list.asked === asked ? { ...list, tally } : list)));
}

/** Shows a verdict in the tally at once; ask before it is recorded. */
export function tallyVerdict(
  state: ReaderState,
  { cables, queue }: { readonly cables: readonly string[]; readonly queue: string | null },
  verdict: Verdict | null,
  { personal }: Surroundings,
): ReaderState {
  return withList(state, (list) => {
    if (list.tally === null || list.question !== queue) return list;
    const tally = { ...list.tally };
    for (const cable of cables) {
      const before = personal.mark(cable, queue);
      if (before.verdict !== null && !before.due) tally[before.verdict] -= 1;
      if (verdict !== null) tally[verdict] += 1;
    }
    return { ...list, tally };
  });
}

/** @param now milliseconds since 1970 */
export function keepPace({ verdicts, ms, at }: ReaderState['pace'], now: number): ReaderState['pace'] {
  const since = at === null ? Number.POSITIVE_INFINITY : now - at;
  return since > PAUSE ? { verdicts, ms, at: now } : { verdicts: verdicts + 1, ms: ms + since, at: now };
}

/** `about 7 h left`; empty before enough was decided to tell. */
export function describeLeft(undecided: number, { verdicts, ms }: ReaderState['pace']): string {
  if (verdicts < ENOUGH || undecided <= 0) return '';
  const minutes = (undecided * ms) / verdicts / 60_000;
  if (minutes < 1) return 'less than a minute left';
  return minutes < 90 ? `about ${Math.round(minutes)} min left` : `about ${Math.round(minutes / 60)} h left`;
}

function withList(state: ReaderState, change: (list: ListView) => ListView): ReaderState {
  const place = state.views.findLastIndex(({ kind }) => kind === 'list');
  const list = state.views[place];
  return list?.kind === 'list' ? { ...state, views: state.views.with(place, change(list)) } : state;
}
