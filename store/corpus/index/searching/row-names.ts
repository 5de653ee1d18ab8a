/* Ids and subjects of rows, many at a time. They are remembered for a while: with each letter typed into the box, most of the rows that are
 * looked at are those of the letter before.
 */
import { foldCase } from '../../../query/fold-words.ts';
import type { RowSpace } from './row-space.ts';

export interface RowName {
  readonly id: string;
  readonly subject: string | null;
  /** As typed letters are compared with them. */
  readonly folded: { readonly id: string; readonly subject: string };
}

/** Names beyond which all are forgotten: some megabytes. */
const REMEMBERED = 10_000;

export class RowNames {
  readonly #space: RowSpace;
  readonly #names = new Map<number, RowName>();

  constructor(space: RowSpace) {
    this.#space = space;
  }

  /** In the order asked. */
  of(rows: readonly number[]): RowName[] {
    const unknown = rows.filter((row) => !this.#names.has(row));
    if (this.#names.size + unknown.length > REMEMBERED) {
      this.#names.clear();
      this.#read(rows);
    } else this.#read(unknown);
    return rows.map((row) => this.#names.get(row)!);
  }

  forget(): void {
    this.#names.clear();
  }

  #read(rows: readonly number[]): void {
    for (const [{ segment, base }, own] of Map.groupBy(rows, (row) => this.#space.partOf(row))) {
      const found = segment.all<{ n: number; id: string; subject: string | null }>(
        'SELECT n, id, subject FROM cable WHERE n IN (SELECT value FROM json_each(?))',
        JSON.stringify(own.map((row) => row - base)),
      );
      for (const { n, id, subject } of found)
        this.#names.set(base + n, { id, subject, folded: { id: foldCase(id), subject: foldCase(subject ?? '') } });
    }
  }
}
