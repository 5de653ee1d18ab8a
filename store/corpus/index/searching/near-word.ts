/* A mistyped word -> the word of the texts that is nearest: of those that begin with the same two letters, or with these two swapped. The largest
 * segment knows them: a word that stands nowhere in it is hardly the one that was meant.
 */
import { editDistance } from '../../../query/nearest-name.ts';
import type { Segment } from './open-segment.ts';
import type { RowSpace } from './row-space.ts';

/** Letters that may be wrong, by the length of the word. */
const mayBeWrong = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

export function nearWord(space: RowSpace, word: string): string | null {
  const most = mayBeWrong(word);
  const largest = space.parts.reduce<Segment | null>((best, { segment }) => (segment.size > (best?.size ?? 0) ? segment : best), null);
  if (most === 0 || largest === null) return null;
  let best: { readonly word: string; readonly distance: number; readonly cables: number } | null = null;
  for (const beginning of new Set([word.slice(0, 2), `${word[1]}${word[0]}`])) {
    for (const { term, cables } of largest.wordsWith(beginning)) {
      if (Math.abs(term.length - word.length) > most) continue;
      const distance = editDistance(word, term);
      if (distance === 0 || distance > most) continue;
      if (best === null || distance < best.distance || (distance === best.distance && cables > best.cables))
        best = { word: term, distance, cables };
    }
  }
  return best?.word ?? null;
}
