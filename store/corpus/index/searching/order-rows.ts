/* Rows in the orders of lists: what every segment holds sorted, merged as far as somebody looks.
 *
 *     segment 0   by-subject   3 0 2 ...  ─┐
 *     segment 1   by-subject   9 7 8 ...  ─┼─▶  the least of the heads, row by row
 *     segment 2   by-subject   5 1 4 ...  ─┘
 *
 * Keys are read for heads alone: the first page of a quarter of a million cables by subject takes as many subjects as it shows.
 */
import type { Sort } from '../../corpus.ts';
import { compareSubjects } from '../compare-subjects.ts';
import { type Bits, hasBit, rowsDown, rowsUp, sameBits } from './bitmap.ts';
import { ownBits, type Part, type RowSpace } from './row-space.ts';

export type FixedSort = Exclude<Sort, 'relevance'>;

/** Rows of a set, as far as they were merged. */
interface Merged {
  readonly bits: Bits;
  readonly sort: FixedSort;
  readonly rows: number[];
  readonly more: Generator<number>;
}

/** The next row of one segment. */
interface Head {
  readonly part: Part;
  readonly numbers: Generator<number>;
  readonly keyOf: (n: number) => number | string;
  n: number;
  key: number | string;
}

export class RowOrder {
  readonly #space: RowSpace;
  /** A list is read page by page. */
  #last: Merged | null = null;

  constructor(space: RowSpace) {
    this.#space = space;
  }

  /** Rows `from` to `from + limit` of those in the set, which must not change afterwards. */
  page(bits: Bits, sort: FixedSort, from: number, limit: number): number[] {
    const last = this.#last;
    const { rows, more } = last?.sort === sort && sameBits(last.bits, bits) ? last : this.#begin(bits, sort);
    while (rows.length < from + limit) {
      const next = more.next();
      if (next.done) break;
      rows.push(next.value);
    }
    return rows.slice(from, from + limit);
  }

  #begin(bits: Bits, sort: FixedSort): Merged {
    this.#last = { bits, sort, rows: [], more: this.#merge(bits, sort) };
    return this.#last;
  }

  forget(): void {
    this.#last = null;
  }

  /** The newest rows over all segments, asking those whose time may still hold newer ones than were found. */
  mergeNewest(find: (part: Part, limit: number) => number[], limit: number): number[] {
    const parts = this.#space.parts.filter(({ segment }) => segment.size > 0);
    if (parts.length === 1) return find(parts[0]!, limit);
    parts.sort((a, b) => b.segment.newest - a.segment.newest);
    let rows: number[] = [];
    for (const part of parts) {
      const oldest = rows[limit - 1];
      if (oldest !== undefined && this.#created(oldest) > part.segment.newest) break;
      const found = find(part, limit);
      const apart = rows.length === 0 || found.length === 0 || this.#created(rows.at(-1)!) > this.#created(found[0]!);
      rows = rows.concat(found);
      if (!apart) rows.sort((a, b) => this.#newestFirst(a, b));
      if (rows.length > limit) rows.length = limit;
    }
    return rows;
  }

  #created(row: number): number {
    const { segment, base } = this.#space.partOf(row);
    return segment.createdAt(row - base);
  }

  #newestFirst(a: number, b: number): number {
    const [partOfA, partOfB] = [this.#space.partOf(a), this.#space.partOf(b)];
    if (partOfA === partOfB) return b - a;
    return newestFirst({ part: partOfA, n: a - partOfA.base }, { part: partOfB, n: b - partOfB.base });
  }

  *#merge(bits: Bits, sort: FixedSort): Generator<number> {
    const compare = comparison(sort);
    let heads = this.#space.parts.map((part) => openHead(part, bits, sort)).filter(advance);
    while (heads.length > 0) {
      let least = heads[0]!;
      for (let at = 1; at < heads.length; at++) if (compare(heads[at]!, least) < 0) least = heads[at]!;
      yield least.part.base + least.n;
      if (!advance(least)) heads = heads.filter((head) => head !== least);
    }
  }
}

function openHead(part: Part, bits: Bits, sort: FixedSort): Head {
  const { segment } = part;
  const own = ownBits(bits, part);
  const numbers = sort === 'newest' ? rowsDown(own) : sort === 'oldest' ? rowsUp(own) : among(segment.column(`by-${sort}`), own);
  return { part, numbers, keyOf: keysOf(part, sort), n: -1, key: 0 };
}

function advance(head: Head): boolean {
  const next = head.numbers.next();
  if (next.done) return false;
  head.n = next.value;
  head.key = head.keyOf(next.value);
  return true;
}

function* among(numbers: Uint32Array, bits: Bits): Generator<number> {
  for (let at = 0; at < numbers.length; at++) if (hasBit(bits, numbers[at]!)) yield numbers[at]!;
}

/** What a segment's rows are sorted by. */
function keysOf({ segment }: Part, sort: FixedSort): Head['keyOf'] {
  switch (sort) {
    case 'newest':
    case 'oldest': {
      const created = segment.column('created');
      return (n) => created[n]!;
    }
    case 'released': {
      const released = segment.column('released');
      return (n) => released[n]!;
    }
    case 'origin': {
      const origins = segment.column('origin');
      const names = segment.origins();
      return (n) => names[origins[n]! - 1]?.name ?? '';
    }
    case 'subject':
      return (n) => segment.subjectOf(n)?.toLowerCase() ?? '';
  }
}

/** Heads are of different segments. */
function comparison(sort: FixedSort): (a: Head, b: Head) => number {
  switch (sort) {
    case 'newest':
      return (a, b) => (b.key as number) - (a.key as number) || (idOf(a) < idOf(b) ? 1 : -1);
    case 'oldest':
      return (a, b) => (a.key as number) - (b.key as number) || (idOf(a) < idOf(b) ? -1 : 1);
    case 'released':
      return (a, b) => (b.key as number) - (a.key as number) || newestFirst(a, b);
    default:
      return (a, b) => compareSubjects(a.key as string, b.key as string) || newestFirst(a, b);
  }
}

type Placed = Pick<Head, 'part' | 'n'>;

const idOf = ({ part, n }: Placed): string => part.segment.idOf(n);

/** Ids decide between cables of the same minute. */
const newestFirst = (a: Placed, b: Placed): number =>
  b.part.segment.createdAt(b.n) - a.part.segment.createdAt(a.n) || (idOf(a) < idOf(b) ? 1 : -1);
