/* Ids and subjects of rows, many at a time. They are remembered for a while: with each letter typed into the box, most of the rows that are
 * looked at are those of the letter before.
 */
import { foldCase } from '../../../query/fold-words.ts';
import { RecentlyAsked } from '../../recently-asked.ts';
import type { RowSpace } from './row-space.ts';

export interface RowName {
  readonly id: string;
  readonly subject: string | null;
  /** As typed letters are compared with them. */
  readonly folded: { readonly id: string; readonly subject: string };
}

/** Half of the names that are remembered: some megabytes. */
const HALF = 5000;

export class RowNames {
  readonly #space: RowSpace;
  readonly #names = new RecentlyAsked<number, RowName>(HALF);

  constructor(space: RowSpace) {
    this.#space = space;
  }

  /** In the order asked. */
  of(rows: readonly number[]): RowName[] {
    const known = rows.map((row) => this.#names.get(row));
    const read = this.#read(rows.filter((_, at) => known[at] === undefined));
    return rows.map((row, at) => known[at] ?? read.get(row)!);
  }

  forget(): void {
    this.#names.clear();
  }

  #read(rows: readonly number[]): Map<number, RowName> {
    const read = new Map<number, RowName>();
    for (const [{ segment, base }, own] of Map.groupBy(rows, (row) => this.#space.partOf(row))) {
      const found = segment.all<{ n: number; id: string; subject: string | null }>(
        'SELECT n, id, subject FROM cable WHERE n IN (SELECT value FROM json_each(?))',
        JSON.stringify(own.map((row) => row - base)),
      );
      for (const { n, id, subject } of found) {
        const name = { id, subject, folded: { id: foldCase(id), subject: foldCase(subject ?? '') } };
        read.set(base + n, name);
        this.#names.set(base + n, name);
      }
    }
    return read;
  }
}
