/* The cables of one segment, in order of creation, as numbers alone: little to hold until its turn comes, and to hand to a thread. */
import type { LinePlace } from '../../shards/read-shards.ts';

export interface Stretch {
  /** By cable: number of the import run that brought it. */
  readonly runs: Uint16Array;
  /** By cable: how many lines it and those before it have. */
  readonly ends: Uint32Array;
  /** Three numbers a line, cable by cable, in the order of the shards: shard, offset, length. */
  readonly lines: Uint32Array;
}

/** The lines of the cable that is the nth. */
export function placesOf({ ends, lines }: Stretch, n: number): LinePlace[] {
  const places: LinePlace[] = [];
  for (let line = n === 0 ? 0 : ends[n - 1]!; line < ends[n]!; line++)
    places.push({ shard: lines[line * 3]!, offset: lines[line * 3 + 1]!, length: lines[line * 3 + 2]! });
  return places;
}
