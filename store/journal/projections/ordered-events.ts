/* A list of events in id order, each id once. New events nearly always come last, so that is the quick way. */
import type { JournalEvent } from '../events.ts';

/** Where `id` is, or would be. */
export function positionOf(events: readonly JournalEvent[], id: string): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (events[middle]!.id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function findEvent(events: readonly JournalEvent[], id: string): JournalEvent | null {
  const found = events[positionOf(events, id)];
  return found?.id === id ? found : null;
}

/** Puts one event in its place. False where it is there already. */
export function insertEvent(events: JournalEvent[], event: JournalEvent): boolean {
  const last = events.at(-1);
  if (!last || last.id < event.id) {
    events.push(event);
    return true;
  }
  const at = positionOf(events, event.id);
  if (events[at]?.id === event.id) return false;
  events.splice(at, 0, event);
  return true;
}

/**
 * Sorts in place and drops repeated ids. Two different events never share an id, short of a home directory copied and used
 * within one millisecond; then the smaller text of the data stands, on every machine the same.
 */
export function sortEvents(events: JournalEvent[]): JournalEvent[] {
  let sorted = true;
  for (let i = 1; i < events.length && sorted; i += 1) sorted = events[i - 1]!.id < events[i]!.id;
  if (sorted) return events;
  events.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : compareContent(a, b)));
  let kept = 0;
  for (let i = 0; i < events.length; i += 1) {
    if (kept === 0 || events[kept - 1]!.id !== events[i]!.id) events[kept++] = events[i]!;
  }
  events.length = kept;
  return events;
}

function compareContent(a: JournalEvent, b: JournalEvent): number {
  const left = JSON.stringify([a.type, a.data, a.at, a.action]);
  const right = JSON.stringify([b.type, b.data, b.at, b.action]);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Adds a sorted batch to a sorted list; gives what was new, in order. */
export function mergeEvents(events: JournalEvent[], batch: readonly JournalEvent[]): JournalEvent[] {
  const last = events.at(-1);
  const first = batch[0];
  if (!first) return [];
  if (!last || last.id < first.id) {
    for (const event of batch) events.push(event);
    return [...batch];
  }
  const fresh = batch.filter((event) => findEvent(events, event.id) === null);
  if (fresh.length === 0) return fresh;
  if (fresh.length < 32) for (const event of fresh) insertEvent(events, event);
  else {
    const tail = events.splice(positionOf(events, fresh[0]!.id));
    let i = 0;
    let j = 0;
    while (i < tail.length || j < fresh.length) {
      const takeOld = j >= fresh.length || (i < tail.length && tail[i]!.id < fresh[j]!.id);
      events.push(takeOld ? tail[i++]! : fresh[j++]!);
    }
  }
  return fresh;
}
