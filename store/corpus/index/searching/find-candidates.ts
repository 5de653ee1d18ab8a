/* Cables that a few typed characters may mean, for fuzzy ranking: those whose subject has words beginning so, then the newest whose id or
 * subject hold all the characters in order.
 */
import { foldCase, foldWords } from '../../../query/fold-words.ts';
import type { Plan } from '../../../query/plan.ts';
import { forEachRow } from './bitmap.ts';
import { letterMask } from './letter-mask.ts';
import type { RowOrder } from './order-rows.ts';
import type { RowSpace } from './row-space.ts';
import type { RowSearch } from './search-rows.ts';

/** Rows whose letters are looked at one by one; what is older is left out. */
const LOOKED_AT = 2000;

export interface FoundCandidates {
  readonly rows: readonly number[];
  /** Of how many of the newest that hold the letters these are; null: of all. */
  readonly ofNewest: number | null;
}

export function findCandidates(space: RowSpace, search: RowSearch, order: RowOrder, text: string, limit: number): FoundCandidates {
  const found = new Set<number>();
  const words = foldWords(text);
  if (words.length > 0 && words.every((word) => word.length > 2)) {
    const of = words.map((word): Plan => ({ kind: 'text', term: { words: [word], prefix: true }, column: 'subject' }));
    const half = Math.ceil(limit / 2);
    for (const row of order.mergeNewest(search.newest({ kind: 'and', of }), half)) found.add(row);
  }
  const typed = foldCase(text.replaceAll(/\s+/g, ''));
  if (typed === '') return { rows: [...found], ofNewest: null };
  const mask = letterMask(typed);
  const bits = space.select((segment) => {
    const letters = segment.column('letters');
    return (n) => (letters[n]! & mask) >>> 0 === mask;
  });
  let looked = 0;
  let all = true;
  if (!space.allLive) forEachRow(bits, (row) => space.live[row >>> 5]! & (1 << (row & 31)) || (bits[row >>> 5]! &= ~(1 << (row & 31))));
  for (const row of order.page(bits, 'newest', 0, LOOKED_AT)) {
    if (found.size >= limit) {
      all = false;
      break;
    }
    looked += 1;
    const { id, subject } = space.record(row);
    if (holdsInOrder(foldCase(id), typed) || holdsInOrder(foldCase(subject ?? ''), typed)) found.add(row);
  }
  return { rows: [...found], ofNewest: all && looked < LOOKED_AT ? null : looked };
}

function holdsInOrder(text: string, typed: string): boolean {
  let at = 0;
  for (const character of typed) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
