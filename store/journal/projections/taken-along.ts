/* What a search took along when it was saved: the verdicts given in its filter before, written again for it by the action that saves it.
 *
 *     09:10  kept A in the filter
 *     09:12  skipped B in the filter
 *     20:00  search.saved   search.looked   kept A for it   skipped B for it     <- told as one; decided at 09:10 and 09:12
 */
import type { JournalEvent } from '../events.ts';
import type { Ledger } from './ledger.ts';
import { subjectsOf } from './subjects.ts';

/** The id of the `search.saved` that an event belongs to, where it was taken along by it; else null. */
export function takenAlongBy(ledger: Ledger, event: JournalEvent): string | null {
  // The first event of an action is named as it is: most actions have one.
  if (event.id === event.action) return null;
  const { queue, search } = (event.data ?? {}) as { queue?: string | null; search?: string };
  const wanted = event.type === 'search.looked' ? search : event.type === 'search.saved' ? null : queue;
  if (wanted == null) return null;
  const saved = ledger.eventsOf(event.action).find((other) => other.type === 'search.saved' && other.data.search === wanted);
  return saved?.id ?? null;
}

/** `taking along 7 verdicts`; empty where it took none. @param along what one saved search took along */
export function describeTakenAlong(along: readonly JournalEvent[]): string {
  const verdicts = along.reduce((sum, event) => sum + subjectsOf(event).cables.length, 0);
  return verdicts === 0 ? '' : `taking along ${verdicts} ${verdicts === 1 ? 'verdict' : 'verdicts'}`;
}
