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
 * Puts events in id order and drops repeated ids; the array may be used up. Each file is in order already, so what comes in
 * is a few ascending runs: they are merged two by two.
 *
 * Two different events never share an id, short of a home directory copied and used within one millisecond; then the
 * smaller text stands, on every machine the same.
 */
export function sortEvents(events: JournalEvent[]): JournalEvent[] {
  let runs: JournalEvent[][] = [];
  let start = 0;
  for (let i = 1; i <= events.length; i += 1) {
    if (i < events.length && events[i - 1]!.id < events[i]!.id) continue;
    runs.push(start === 0 && i === events.length ? events : events.slice(start, i));
    start = i;
  }
  while (runs.length > 1) {
    const merged: JournalEvent[][] = [];
    for (let i = 0; i < runs.length; i += 2) merged.push(i + 1 < runs.length ? mergeRuns(runs[i]!, runs[i + 1]!) : runs[i]!);
    runs = merged;
  }
  return runs[0] ?? [];
}

function mergeRuns(left: readonly JournalEvent[], right: readonly JournalEvent[]): JournalEvent[] {
  if (left.at(-1)!.id < right[0]!.id) return left.concat(right);
  const merged: JournalEvent[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const a = left[i]!;
    const b = right[j]!;
    if (a.id < b.id) {
      merged.push(a);
      i += 1;
    } else if (b.id < a.id) {
      merged.push(b);
      j += 1;
    } else {
      merged.push(compareContent(a, b) <= 0 ? a : b);
      i += 1;
      j += 1;
    }
  }
  for (; i < left.length; i += 1) merged.push(left[i]!);
  for (; j < right.length; j += 1) merged.push(right[j]!);
  return merged;
}

function compareContent(a: JournalEvent, b: JournalEvent): number {
  const left = JSON.stringify([a.type, a.data, a.at, a.action]);
  const right = JSON.stringify([b.type, b.data, b.at, b.action]);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Adds a sorted batch to a sorted list; gives what was new, in order. */
export function mergeEvents(events: JournalEvent[], batch: readonly JournalEvent[]): readonly JournalEvent[] {
  const last = events.at(-1);
  const first = batch[0];
  if (!first) return [];
  if (!last || last.id < first.id) {
    for (const event of batch) events.push(event);
    return batch;
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
