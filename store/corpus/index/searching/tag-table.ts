/* Which tags the rows of a segment have, for counting them over a set of rows.
 *
 *     tags of many rows    bits, counted 32 rows at a time: a few tags are most of all
 *     tags of few rows     numbers beside each row        row 0  row 1  row 2 ...
 *                                                         4 17 |      | 9
 *
 * Where the set has most of the rows, those that are not in it are counted, and taken from the totals.
 */
import { type Bits, bitsOf, countBits, countCommon, emptyBits, setRange, withoutBits } from './bitmap.ts';

/** A tag that more than one row in DENSE has is counted by bits: one by one, its rows would take longer. */
const DENSE = 8;

export class TagTable {
  /** Of how many rows every tag is. */
  readonly totals: readonly { readonly tag: string; readonly rows: number }[];
  readonly #dense: readonly { readonly tag: string; readonly rows: number; readonly bits: Bits }[];
  readonly #rare: TagTable['totals'];
  readonly #all: Bits;
  /** Where the numbers of each row begin, and where those of the last one end. */
  readonly #starts: Uint32Array;
  /** Of rare tags. */
  readonly #numbers: Uint16Array;

  /** @param lists rows of every tag, ascending */
  constructor(lists: readonly { readonly tag: string; readonly rows: Uint32Array }[], size: number) {
    const isDense = ({ rows }: { readonly rows: Uint32Array }): boolean => rows.length * DENSE > size;
    this.totals = lists.map(({ tag, rows }) => ({ tag, rows: rows.length }));
    this.#dense = lists.filter(isDense).map(({ tag, rows }) => ({ tag, rows: rows.length, bits: bitsOf(rows, size) }));
    const rare = lists.filter((list) => !isDense(list));
    this.#rare = rare.map(({ tag, rows }) => ({ tag, rows: rows.length }));
    this.#all = emptyBits(size);
    setRange(this.#all, 0, size);
    const starts = new Uint32Array(size + 1);
    for (const { rows } of rare) for (let at = 0; at < rows.length; at++) starts[rows[at]! + 1]! += 1;
    for (let n = 0; n < size; n++) starts[n + 1]! += starts[n]!;
    const next = starts.slice();
    this.#numbers = new Uint16Array(starts[size]!);
    for (const [number, { rows }] of rare.entries()) for (let at = 0; at < rows.length; at++) this.#numbers[next[rows[at]!]!++] = number;
    this.#starts = starts;
  }

  /** How many rows of the set have each tag; the segment's own part of the set. */
  count(own: Bits, add: (tag: string, count: number) => void): void {
    if (countBits(own) * 2 <= this.#starts.length) this.#count(own, ({ tag }, count) => add(tag, count));
    else this.#count(withoutBits(this.#all, own), ({ tag, rows }, others) => add(tag, rows - others));
  }

  #count(own: Bits, add: (total: TagTable['totals'][number], count: number) => void): void {
    for (const dense of this.#dense) add(dense, countCommon(own, dense.bits));
    const counts = new Uint32Array(this.#rare.length);
    const [starts, numbers] = [this.#starts, this.#numbers];
    for (let at = 0; at < own.length; at++) {
      // With a sign: a sixth of the time is gone.
      for (let word = own[at]! | 0; word !== 0; word &= word - 1) {
        const n = (at << 5) + 31 - Math.clz32(word & -word);
        for (let i = starts[n]!, end = starts[n + 1]!; i < end; i++) counts[numbers[i]!]! += 1;
      }
    }
    for (const [number, rare] of this.#rare.entries()) add(rare, counts[number]!);
  }
}
