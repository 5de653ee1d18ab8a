import type { JournalEvent } from '../events.ts';
import type { LastVerdict } from './ledger-entry.ts';

/** Looks from the newest event back: a batch, or a verdict given outside of any list, is no place to go on from. */
export function findLastVerdict(events: readonly JournalEvent[], undone: ReadonlySet<string>): LastVerdict | null {
  for (let i = events.length - 1; i >= 0; i -= 1) {
    const event = events[i]!;
    if (event.type !== 'cable.kept' && event.type !== 'cable.skipped' && event.type !== 'cable.deferred') continue;
    const { cables, queue, via } = event.data;
    if (cables.length !== 1 || undone.has(event.action) || (queue === null && via.query === undefined)) continue;
    return { cable: cables[0]!, queue, query: via.query ?? null, at: event.at, event: event.id, action: event.action };
  }
  return null;
}
