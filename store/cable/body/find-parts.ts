/* Which paragraphs are the summary and the comment. Drafters mark them in words (5 FAH-1: "Summary", "End summary", "Comment"), as the first
 * words of a paragraph or as a heading above it:
 *
 *     2. (C) SUMMARY. The scanners have not been switched on. END SUMMARY.
 *     COMMENT / ------- / 9. (C) The chief is not wrong about the humidity.
 */
import type { Cable } from '../cable.ts';

export interface Parts {
  /** 0-based paragraphs, in order. Where nothing says summary, the first paragraph stands for it. */
  readonly summary: readonly number[];
  readonly comment: readonly number[];
}

type Word = 'summary' | 'comment';

const BEGINS: Readonly<Record<Word, RegExp>> = {
  summary: /^[\s-]*(?:begin\s+)?(?:executive\s+)?summary\b/i,
  comment: /^[\s-]*(?:begin\s+)?(?:post\s+|embassy\s+)?comments?\b/i,
};
const ENDS: Readonly<Record<Word, RegExp>> = { summary: /\bend\s+(?:of\s+)?summary\b/i, comment: /\bend\s+(?:of\s+)?comment\b/i };
/** A summary without its end is at most so long: text after it is not the summary. */
const MOST = 4;

export function findParts({ body, layout, paragraphs }: Pick<Cable, 'body' | 'layout' | 'paragraphs'>): Parts {
  const summary = find('summary');
  return { summary: summary.length > 0 || paragraphs.length === 0 ? summary : [0], comment: find('comment') };

  function find(word: Word): number[] {
    const found: number[] = [];
    for (let at = 0; at < paragraphs.length; at++) {
      if (!BEGINS[word].test(textOf(at)) && !isUnderHeading(at, word)) continue;
      const last = lastOf(at, word);
      for (let i = at; i <= last; i++) found.push(i);
      at = last;
      if (word === 'summary') break;
    }
    return found;
  }

  /** The paragraph that says the end, if it comes soon and no heading before it; else this one, or all under the same heading. */
  function lastOf(first: number, word: Word): number {
    const limit = Math.min(first + MOST, paragraphs.length) - 1;
    for (let at = first; at <= limit; at++) {
      if (at > first && headingAbove(at) !== null) break;
      if (ENDS[word].test(textOf(at))) return at;
    }
    if (!isUnderHeading(first, word)) return first;
    let last = first;
    while (last < limit && headingAbove(last + 1) === null) last += 1;
    return last;
  }

  function textOf(index: number): string {
    const { textStart, end } = paragraphs[index]!;
    return body.slice(textStart, end);
  }

  function isUnderHeading(index: number, word: Word): boolean {
    const heading = headingAbove(index);
    return heading !== null && BEGINS[word].test(heading);
  }

  /** The heading between this paragraph and the one before. */
  function headingAbove(index: number): string | null {
    const from = index === 0 ? 0 : paragraphs[index - 1]!.start;
    const { start } = paragraphs[index]!;
    const heading = layout.blocks.findLast((block) => block.kind === 'heading' && block.start >= from && block.start < start);
    return heading ? body.slice(heading.start, heading.end) : null;
  }
}
