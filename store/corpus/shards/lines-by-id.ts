/* Where the lines of each id lie, as rows of numbers: with 251,287 cables less than the ids themselves.
 *
 *     id ──▶ row of its latest line: shard, offset, length, row of the line before it ──▶ …      (row 0 is none)
 */
import type { LinePlace } from './read-shards.ts';

const COLUMNS = 4;
const SHARD = 0;
const OFFSET = 1;
const LENGTH = 2;
const EARLIER = 3;

export class LinesById {
  readonly #latest = new Map<string, number>();
  #rows = new Uint32Array(COLUMNS * 1024);
  #count = 0;

  get size(): number {
    return this.#latest.size;
  }

  has(id: string): boolean {
    return this.#latest.has(id);
  }

  /** Those of ids that are added meanwhile, too. */
  ids(): IterableIterator<string> {
    return this.#latest.keys();
  }

  /** The row of its latest line; 0 where it has none. */
  latest(id: string): number {
    return this.#latest.get(id) ?? 0;
  }

  /** Its rows, latest first. */
  *rows(id: string): Generator<number> {
    for (let row = this.latest(id); row !== 0; row = this.#rows[row * COLUMNS + EARLIER]!) yield row;
  }

  place(row: number): LinePlace {
    const first = row * COLUMNS;
    return { shard: this.#rows[first + SHARD]!, offset: this.#rows[first + OFFSET]!, length: this.#rows[first + LENGTH]! };
  }

  /** @returns its row: 1, 2, 3 … */
  add(id: string, { shard, offset, length }: LinePlace): number {
    const row = ++this.#count;
    this.#rows = withRoom(this.#rows, (row + 1) * COLUMNS);
    const first = row * COLUMNS;
    this.#rows[first + SHARD] = shard;
    this.#rows[first + OFFSET] = offset;
    this.#rows[first + LENGTH] = length;
    this.#rows[first + EARLIER] = this.latest(id);
    this.#latest.set(id, row);
    return row;
  }

  /** Keeps the id and its turn among the others. */
  forgetLines(id: string): void {
    this.#latest.set(id, 0);
  }

  delete(id: string): void {
    this.#latest.delete(id);
  }
}

/** The same numbers, with room for `length`. */
export function withRoom<Numbers extends Uint16Array | Uint32Array | Float64Array>(numbers: Numbers, length: number): Numbers {
  if (length <= numbers.length) return numbers;
  const larger = new (numbers.constructor as new (length: number) => Numbers)(Math.max(length, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
