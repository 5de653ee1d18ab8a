/* All segments as one space of rows.
 *
 *     row        0 ........ 63,999 | 64,000 ....... | 96,032 ..
 *     segment    g3/0.sqlite       | g3/1.sqlite    | g7/0.sqlite       each begins at a multiple of 32
 */
import { yearOfId } from '../../../cable/ids/reference-id.ts';
import { type Bits, clearBit, emptyBits, setBit, setRange } from './bitmap.ts';
import { readNumberList } from './number-list.ts';
import type { Segment } from './open-segment.ts';
import { rowsWithin } from './rows-within.ts';

export interface Part {
  readonly segment: Segment;
  /** First row. */
  readonly base: number;
}

/** The segment's part of a set: the same bits, not a copy. */
export const ownBits = (bits: Bits, { segment, base }: Part): Bits => bits.subarray(base >>> 5, (base + segment.size + 31) >>> 5);

export class RowSpace {
  /** Oldest first, as far as segments do not overlap in time. */
  readonly parts: readonly Part[];
  readonly size: number;
  /** Rows that no later segment replaced. */
  readonly live: Bits;
  readonly allLive: boolean;
  readonly #byYear = new Map<number | null, readonly Part[]>();

  constructor(segments: readonly Segment[]) {
    let base = 0;
    this.parts = segments.map((segment) => {
      const part = { segment, base };
      base += (segment.size + 31) & ~31;
      return part;
    });
    this.size = base;
    this.live = emptyBits(base);
    for (const part of this.parts) {
      setRange(this.live, part.base, part.base + part.segment.size);
      for (const n of part.segment.masked) clearBit(this.live, part.base + n);
    }
    this.allLive = segments.every(({ masked }) => masked.length === 0);
  }

  /** The rows of each segment for which the test holds; `test` is made once a segment. */
  select(testIn: (segment: Segment) => ((n: number) => boolean) | null): Bits {
    const bits = emptyBits(this.size);
    for (const { segment, base } of this.parts) {
      const test = testIn(segment);
      if (test === null) continue;
      for (let n = 0; n < segment.size; n++) if (test(n)) setBit(bits, base + n);
    }
    return bits;
  }

  /** The rows that each segment lists. */
  gather(listIn: (segment: Segment) => Iterable<number> | null): Bits {
    const bits = emptyBits(this.size);
    for (const { segment, base } of this.parts) for (const n of listIn(segment) ?? []) setBit(bits, base + n);
    return bits;
  }

  partOf(row: number): Part {
    let at = this.parts.length - 1;
    while (this.parts[at]!.base > row) at -= 1;
    return this.parts[at]!;
  }

  /** Null where it is not here. */
  rowOfId(id: string): number | null {
    for (const { segment, base } of this.parts) {
      const n = segment.numberOfId(id);
      if (n !== null && segment.isLive(n)) return base + n;
    }
    return null;
  }

  /** Rows of many ids at once, unknown ones -1, in the order asked. */
  rowsOfIds(ids: readonly string[]): Int32Array {
    const rows = new Int32Array(ids.length).fill(-1);
    if (ids.length <= 64) {
      for (const [at, id] of ids.entries()) rows[at] = this.rowOfId(id) ?? -1;
      return rows;
    }
    let missing = [...ids.keys()];
    for (let turn = 0; turn < this.parts.length && missing.length > 0; turn++) {
      for (const [part, places] of Map.groupBy(missing, (at) => this.#likely(ids[at]!)[turn]!)) find(part, places);
      missing = missing.filter((at) => rows[at] === -1);
    }
    return rows;

    function find({ segment, base }: Part, places: readonly number[]): void {
      // In the order of the list: number + 1, or 0.
      const { found } = segment.one<{ found: string }>(
        'SELECT group_concat(ifnull(c.n + 1, 0)) found FROM json_each(?) j LEFT JOIN cable c ON c.id = j.value',
        JSON.stringify(places.map((at) => ids[at])),
      )!;
      for (const [i, number] of readNumberList(found).entries())
        if (number > 0 && segment.isLive(number - 1)) rows[places[i]!] = base + number - 1;
    }
  }

  /** All segments, those with the most cables of the year in the id first: mostly one lookup finds it. */
  #likely(id: string): readonly Part[] {
    const year = yearOfId(id);
    let parts = this.#byYear.get(year);
    if (!parts) {
      const range = { from: `${year ?? 1966}-01-01T00:00Z`, to: `${year ?? 2010}-12-31T23:59Z` };
      const within = new Map(
        this.parts.map((part) => {
          const { from, to } = rowsWithin(part.segment, [range]);
          return [part, to - from];
        }),
      );
      parts = this.parts.toSorted((a, b) => within.get(b)! - within.get(a)!);
      this.#byYear.set(year, parts);
    }
    return parts;
  }
}
