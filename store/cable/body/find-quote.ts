/* A bookmark or note is on a paragraph of the text that was read then. Another edition may number its paragraphs otherwise, have lost some, or
 * have names struck out: the paragraph is found again by its quote, word by word.
 */
import { foldWords } from '../../query/fold-words.ts';
import type { Cable } from '../cable.ts';
import { quoteParagraph } from './quote-paragraph.ts';

export interface Quoted {
  /** Ordinal in the text it was written on, 1-based. */
  readonly para: number;
  /** The paragraph's beginning; null where none was kept. */
  readonly quote: string | null;
}

/** Share of a quote's words that the same paragraph keeps, whatever was struck out. */
const SAME = 0.6;
/** What stands for a name that was struck out. */
const STRUCK = /^x{3,}$/;

/** The ordinal of the paragraph in this text, 1-based; null where it is not there. */
export function findQuoted(cable: Pick<Cable, 'body' | 'paragraphs'>, { para, quote }: Quoted): number | null {
  const { paragraphs } = cable;
  const words = quote === null ? [] : wordsOf(quote);
  if (words.length === 0) return para <= paragraphs.length ? para : null;
  const shares = paragraphs.map((paragraph) => shareOf(words, new Set(wordsOf(quoteParagraph(cable, paragraph)))));
  const here = shares[para - 1] ?? 0;
  const best = Math.max(0, ...shares);
  if (best < SAME) return null;
  // Paragraphs may begin alike: the one at its place is believed first, then the nearest.
  if (here === best) return para;
  return shares
    .map((share, i) => ({ share, ordinal: i + 1 }))
    .filter(({ share }) => share === best)
    .reduce((nearest, one) => (Math.abs(one.ordinal - para) < Math.abs(nearest.ordinal - para) ? one : nearest)).ordinal;
}

const wordsOf = (text: string): string[] => foldWords(text).filter((word) => !STRUCK.test(word));

function shareOf(words: readonly string[], there: ReadonlySet<string>): number {
  return words.filter((word) => there.has(word)).length / words.length;
}
