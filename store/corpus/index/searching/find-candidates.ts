/* Cables that a few typed characters may mean, for fuzzy ranking: those whose id begins so, those whose subject has words beginning so, then the
 * newest whose id or subject hold all the characters in order.
 */
import { foldCase, foldWords } from '../../../query/fold-words.ts';
import type { Plan } from '../../../query/plan.ts';
import { letterMask } from './letter-mask.ts';
import type { RowOrder } from './order-rows.ts';
import type { RowNames } from './row-names.ts';
import type { Part } from './row-space.ts';
import type { RowSearch } from './search-rows.ts';

/** Rows whose names are looked at one by one; what is older is left out. Each lies on a page of its own: twice as many were half of a key. */
const LOOKED_AT = 1000;
/** Rows whose names are read at once. */
const AT_ONCE = 250;

export interface FoundCandidates {
  readonly rows: readonly number[];
  /** Of how many of the newest that hold the letters these are; null: of all. */
  readonly ofNewest: number | null;
}

export function findCandidates(search: RowSearch, order: RowOrder, names: RowNames, text: string, limit: number): FoundCandidates {
  const typed = foldCase(text.replaceAll(/\s+/g, ''));
  const half = Math.ceil(limit / 2);
  const found = new Set([...findIds(search, order, typed, half), ...findSubjects(search, order, foldWords(text), half)]);
  if (typed === '') return { rows: [...found], ofNewest: null };
  const mask = letterMask(typed);
  const characters = [...typed];
  const holding = order.mergeNewest((part, most) => holdingLetters(part, mask, most), LOOKED_AT);
  let looked = 0;
  while (looked < holding.length && found.size < limit) {
    const rows = holding.slice(looked, looked + AT_ONCE);
    for (const [i, { folded }] of names.of(rows).entries()) {
      if (found.size >= limit) break;
      looked += 1;
      if (holdsInOrder(folded.id, characters) || holdsInOrder(folded.subject, characters)) found.add(rows[i]!);
    }
  }
  const all = looked === holding.length && looked < LOOKED_AT;
  return { rows: [...found], ofNewest: all ? null : looked };
}

/** Year and station and the beginning of a serial: `09ankara12`. */
function findIds(search: RowSearch, order: RowOrder, typed: string, limit: number): readonly number[] {
  if (!/^\d\d[a-z]{2,}\d*$/.test(typed)) return [];
  return order.mergeNewest(search.newest({ kind: 'id', pattern: `${typed.toUpperCase()}*`, glob: true }), limit);
}

/** Letters of a word from which it is looked for: fewer are left to the ranking. */
const WORD = 3;

/** The newest whose subject has a word beginning with each of the longer ones of these. */
function findSubjects(search: RowSearch, order: RowOrder, words: readonly string[], limit: number): readonly number[] {
  const long = words.filter((word) => word.length >= WORD);
  if (long.length === 0) return [];
  const of = long.map((word): Plan => ({ kind: 'text', term: { words: [word], prefix: true }, column: 'subject' }));
  return order.mergeNewest(search.newest({ kind: 'and', of }), limit);
}

/** The newest rows of one segment whose id and subject together have all the letters. */
function holdingLetters({ segment, base }: Part, mask: number, limit: number): number[] {
  const letters = segment.column('letters');
  const found: number[] = [];
  for (let n = letters.length - 1; n >= 0 && found.length < limit; n--)
    if ((letters[n]! & mask) >>> 0 === mask && segment.isLive(n)) found.push(base + n);
  return found;
}

function holdsInOrder(text: string, characters: readonly string[]): boolean {
  let at = 0;
  for (let i = 0; i < characters.length; i++) {
    at = text.indexOf(characters[i]!, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
