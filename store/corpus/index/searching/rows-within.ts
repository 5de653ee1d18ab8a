import type { TimeRange } from '../../../query/plan.ts';
import { UNKNOWN_TIME } from '../writing/segment-schema.ts';
import type { Segment } from './open-segment.ts';

/** The rows of a segment that were created within all of the ranges, both included; none: `from` is greater than `to`. */
export function rowsWithin(segment: Segment, ranges: readonly TimeRange[]): { from: number; to: number } {
  let [from, to] = [0, segment.size - 1];
  if (ranges.length === 0) return { from, to };
  const created = segment.column('created');
  for (const range of ranges) {
    from = Math.max(from, firstAtLeast(created, range.from === null ? UNKNOWN_TIME + 1 : minuteOf(range.from)));
    if (range.to !== null) to = Math.min(to, firstAtLeast(created, minuteOf(range.to) + 1) - 1);
  }
  return { from, to };
}

function firstAtLeast(created: Int32Array, minute: number): number {
  let [low, high] = [0, created.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (created[middle]! < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / 60_000);
