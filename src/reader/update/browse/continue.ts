/* Where one stopped: in triage, or in a cable, whatever was last. Home's first row and `g c` go on there. */
import type { Place } from '../../../../store/journal/personal.ts';
import type { Plan } from '../../../../store/query/plan.ts';
import { planQuery } from '../../../../store/query/plan-query.ts';
import { groupDigits } from '../../../text/group-digits.ts';
import type { Step } from '../../messages.ts';
import type { ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { openCable } from '../cable/cable.ts';
import { NO_TALLY } from '../decide/tally.ts';
import { isPersonal } from '../list/hold-rows.ts';
import { openList } from '../list/list.ts';
import { nothing, say } from '../step.ts';

export interface StoppedTriage {
  readonly title: string;
  readonly query: string;
  readonly question: string | null;
  /** The cable decided last. */
  readonly cable: string;
  readonly at: string;
}

export type Stopped = { readonly in: 'triage'; readonly triage: StoppedTriage } | { readonly in: 'cable'; readonly place: Place };

/** Names of the counts that Home asks for: all cables of the list, and those undecided. */
const totalKey = ({ question, query }: StoppedTriage): string => `triage total ${question} ${query}`;
const leftKey = ({ question, query }: StoppedTriage): string => `triage left ${question} ${query}`;

export function whereOneStopped(state: ReaderState, { personal }: Surroundings): Stopped | null {
  const place = personal.lastPlace();
  const triage = stoppedTriage({ personal });
  // A triage that was finished is not gone on with.
  if (triage && state.counts.get(leftKey(triage)) !== 0 && (place === null || isWithin(triage, place))) return { in: 'triage', triage };
  return place && { in: 'cable', place };
}

/** Whether nothing was read since, but for the cable that triage showed next. */
function isWithin({ question, query, at }: StoppedTriage, place: Place): boolean {
  if (Date.parse(at) > Date.parse(place.at)) return true;
  const onlyOpened = place.of === 0;
  return onlyOpened && (question === null ? place.via.query === query : place.via.search === question);
}

function stoppedTriage({ personal }: Pick<Surroundings, 'personal'>): StoppedTriage | null {
  const verdict = personal.lastVerdict();
  if (verdict === null) return null;
  const { cable, queue, at } = verdict;
  const search = personal.searches().find(({ id }) => id === queue);
  // The question may have been removed since.
  const query = search?.query ?? (queue === null ? verdict.query : null);
  return query === null ? null : { title: search?.name ?? query, query, question: queue, cable, at };
}

/** What Home has to count for its first row. */
export function countStopped({ personal, now, zone }: Surroundings): (readonly [key: string, plan: Plan])[] {
  const triage = stoppedTriage({ personal });
  if (triage === null) return [];
  const { plan, problems } = planQuery(triage.query, { now: now(), zone, searches: personal.searches() });
  if (problems.length > 0) return [];
  const decided: Plan = { kind: 'personal', predicate: 'decided', queue: triage.question, value: null };
  return [
    [totalKey(triage), plan],
    [leftKey(triage), { kind: 'and', of: [plan, { kind: 'not', of: decided }] }],
  ];
}

/** `41 of 311`; of a list of what is undecided only what is left means something. */
export function describeStopped(triage: StoppedTriage, { counts }: ReaderState, { now, zone, personal }: Surroundings): string {
  const [total, left] = [counts.get(totalKey(triage)), counts.get(leftKey(triage))];
  if (total === undefined || left === undefined) return '';
  const { plan } = planQuery(triage.query, { now: now(), zone, searches: personal.searches() });
  return isPersonal(plan) ? `, ${groupDigits(left)} left` : `, ${groupDigits(total - left)} of ${groupDigits(total)}`;
}

export function goOn(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const stopped = whereOneStopped(state, around);
  if (stopped === null) return nothing(say(state, 'Nothing was read yet. Open a list and press enter on a cable.'));
  if (stopped.in === 'cable') return goOnReading(state, stopped.place, around);
  const { title, query, question, cable } = stopped.triage;
  // The cable decided last is held: a list of what is undecided would not know where it stood.
  return openList(
    state,
    { title: question === null ? 'search' : title, query, question, held: [cable], goOn: true, tally: NO_TALLY },
    around,
  );
}

/** In the list that the cable was opened from, so that `J`, `n` and `q` lead where they led. */
function goOnReading(state: ReaderState, { cable, para, of, via }: Place, around: Surroundings): Step<ReaderState> {
  const search = around.personal.searches().find(({ id }) => id === via.search);
  const query = search?.query ?? via.query;
  const alone = () => openCable(state, { id: cable, goTo: null, via }, around);
  if (query === undefined || via.jump !== undefined) return alone();
  const list = openList(
    state,
    {
      title: search?.name ?? 'search',
      query,
      question: search?.id ?? null,
      // A list of what is unread would have lost it.
      held: [cable],
      continueAt: { id: cable, para: para < of ? para : 1, via },
    },
    around,
  );
  return list.effects.length === 0 ? alone() : list;
}
