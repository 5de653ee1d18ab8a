/* Rows in the orders of lists. The order of all rows is made once a generation, by merging what every segment holds sorted. */
import type { Sort } from '../../corpus.ts';
import { compareSubjects } from '../compare-subjects.ts';
import { type Bits, hasBit } from './bitmap.ts';
import type { Part, RowSpace } from './row-space.ts';

export type FixedSort = Exclude<Sort, 'relevance'>;
type Compare = (a: number, b: number) => number;

export class RowOrder {
  readonly #space: RowSpace;
  readonly #orders = new Map<FixedSort, Uint32Array>();

  constructor(space: RowSpace) {
    this.#space = space;
  }

  /** Rows `from` to `from + limit` of those in the set. */
  page(bits: Bits, sort: FixedSort, from: number, limit: number): number[] {
    const rows: number[] = [];
    if (limit <= 0) return rows;
    let before = from;
    for (const row of this.all(sort)) if (hasBit(bits, row) && before-- <= 0 && rows.push(row) >= limit) break;
    return rows;
  }

  all(sort: FixedSort): Uint32Array {
    let order = this.#orders.get(sort);
    if (!order) {
      order = sort === 'oldest' ? this.all('newest').toReversed() : this.#merge(sort);
      this.#orders.set(sort, order);
    }
    return order;
  }

  forget(): void {
    this.#orders.clear();
  }

  /** The newest rows over all segments, asking those whose time may still hold newer ones than were found. */
  mergeNewest(find: (part: Part, limit: number) => number[], limit: number): number[] {
    const parts = [...this.#space.parts].filter(({ segment }) => segment.size > 0);
    if (parts.length === 1) return find(parts[0]!, limit);
    const last = ({ segment }: Part): number => segment.column('created').at(-1)!;
    parts.sort((a, b) => last(b) - last(a));
    const compare = this.#newestFirst();
    let rows: number[] = [];
    for (const part of parts) {
      const oldest = rows[limit - 1];
      if (oldest !== undefined && this.#created(oldest) > last(part)) break;
      rows = [...rows, ...find(part, limit)].sort(compare).slice(0, limit);
    }
    return rows;
  }

  #created(row: number): number {
    const { segment, base } = this.#space.partOf(row);
    return segment.column('created')[row - base]!;
  }

  /** Ids decide between cables of the same minute. */
  #newestFirst(): Compare {
    const id = (row: number): string => {
      const { segment, base } = this.#space.partOf(row);
      return segment.idOf(row - base);
    };
    return (a, b) => {
      if (this.#space.partOf(a) === this.#space.partOf(b)) return b - a;
      return this.#created(b) - this.#created(a) || (id(a) < id(b) ? 1 : -1);
    };
  }

  #merge(sort: 'newest' | 'released' | 'origin' | 'subject'): Uint32Array {
    const { parts } = this.#space;
    const lists = parts.map(
      ({ segment, base }): Uint32Array =>
        sort === 'newest'
          ? Uint32Array.from({ length: segment.size }, (_, at) => base + segment.size - 1 - at)
          : segment.column(`by-${sort}`).map((n) => base + n),
    );
    if (lists.length < 2) return lists[0] ?? new Uint32Array(0);
    const compare = this.#compare(sort);
    return lists.reduce((a, b) => mergeTwo(a, b, compare));
  }

  #compare(sort: 'newest' | 'released' | 'origin' | 'subject'): Compare {
    const newest = this.#newestFirst();
    if (sort === 'newest') return newest;
    const keys = new Map(this.#space.parts.map((part) => [part, sortKeys(part, sort)]));
    const key = (row: number): number | string => {
      const part = this.#space.partOf(row);
      return keys.get(part)![row - part.base]!;
    };
    if (sort === 'released') return (a, b) => (key(b) as number) - (key(a) as number) || newest(a, b);
    return (a, b) => compareSubjects(key(a) as string, key(b) as string) || newest(a, b);
  }
}

function sortKeys({ segment }: Part, sort: 'released' | 'origin' | 'subject'): Uint16Array | readonly string[] {
  if (sort === 'released') return segment.column('released');
  if (sort === 'subject')
    return segment.all<{ s: string | null }>('SELECT subject s FROM cable ORDER BY n').map(({ s }) => s?.toLowerCase() ?? '');
  const names = segment.origins().map(({ name }) => name);
  return Array.from(segment.column('origin'), (number) => names[number - 1] ?? '');
}

function mergeTwo(a: Uint32Array, b: Uint32Array, compare: Compare): Uint32Array {
  const merged = new Uint32Array(a.length + b.length);
  for (let at = 0, i = 0, j = 0; at < merged.length; at++) {
    merged[at] = j >= b.length || (i < a.length && compare(a[i]!, b[j]!) <= 0) ? a[i++]! : b[j++]!;
  }
  return merged;
}
