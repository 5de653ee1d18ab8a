/* Two texts of one cable, paragraph by paragraph of the first. Partners redacted some editions: where the one has a redaction and the
 * other words, those are told apart from mere corrections.
 */
import type { Cable, Span } from '../../../../store/cable/cable.ts';
import { withoutHidden } from '../without-hidden.ts';
import { diffWords } from './diff-words.ts';

export interface Change {
  readonly kind: 'same' | 'changed' | 'filled' | 'redacted';
  /** Of the first text, words by a blank; empty where the second has more. */
  readonly was: string;
  /** Of the second; for `same` the same. */
  readonly is: string;
}

export interface ComparedParagraph {
  /** 0-based paragraph of the first text; null before the first. */
  readonly paragraph: number | null;
  readonly changes: readonly Change[];
}

/** Every paragraph of `cable`, with what `other` has instead. `filled`: words for a redaction; `redacted`: a redaction for words. */
export function compareVersions(cable: Cable, other: Cable): readonly ComparedParagraph[] {
  const [ours, theirs] = [wordsOf(cable), wordsOf(other)];
  const runs = diffWords(
    ours.map(({ text }) => text),
    theirs.map(({ text }) => text),
  );
  const paragraphs: { paragraph: number | null; changes: Change[] }[] = [];
  const at = (paragraph: number | null): Change[] => {
    if (paragraphs.length === 0 || paragraphs.at(-1)!.paragraph !== paragraph) paragraphs.push({ paragraph, changes: [] });
    return paragraphs.at(-1)!.changes;
  };
  let [i, j] = [0, 0];
  for (const [n, { kind, words }] of runs.entries()) {
    if (kind === 'same') {
      for (const [paragraph, text] of byParagraph(ours.slice(i, i + words.length))) at(paragraph).push({ kind, was: text, is: text });
      i += words.length;
      j += words.length;
      continue;
    }
    if (kind === 'new' && runs[n - 1]?.kind === 'gone') continue;
    const gone = kind === 'gone' ? words.length : 0;
    const next = runs[n + 1];
    const fresh = kind === 'new' ? words.length : next?.kind === 'new' ? next.words.length : 0;
    const [was, is] = [ours.slice(i, i + gone), theirs.slice(j, j + fresh)];
    i += gone;
    j += fresh;
    const parts = byParagraph(was);
    // What the other has stands where the first word it takes the place of stood.
    const [first = [(ours[i - 1] ?? ours[i])?.paragraph ?? null, ''], ...rest] = parts;
    const text = is.map((word) => word.text).join(' ');
    at(first[0]).push({ kind: kindOf(was, is), was: first[1], is: text });
    for (const [paragraph, more] of rest) at(paragraph).push({ kind: 'changed', was: more, is: '' });
  }
  return paragraphs;
}

interface Word {
  readonly text: string;
  readonly paragraph: number | null;
  readonly redacted: boolean;
}

function kindOf(was: readonly Word[], is: readonly Word[]): Change['kind'] {
  const hides = (words: readonly Word[]) => words.some(({ redacted }) => redacted);
  if (hides(was) && is.length > 0 && !hides(is)) return 'filled';
  return hides(is) && was.length > 0 && !hides(was) ? 'redacted' : 'changed';
}

/** What is not looked at: page markers, repeated heads, rules, ¶ and how lines are broken. */
function wordsOf({ body, layout, paragraphs }: Cable): readonly Word[] {
  const hidden = [...layout.pageMarkers, ...layout.sectionHeads].sort((a, b) => a.start - b.start);
  const shown = withoutHidden(body, { start: 0, end: body.length }, hidden);
  const words: Word[] = [];
  let paragraph = -1;
  for (const { 0: text, index } of shown.text.matchAll(/[^\s¶]+/g)) {
    const at = shown.at(index);
    if (/^[-=_*]{4,}$/.test(text)) continue;
    while (paragraph + 1 < paragraphs.length && paragraphs[paragraph + 1]!.start <= at) paragraph += 1;
    const redacted = layout.redactions.some((span) => overlaps(span, at, at + text.length));
    words.push({ text, paragraph: paragraph === -1 ? null : paragraph, redacted });
  }
  return words;
}

const overlaps = ({ start, end }: Span, from: number, to: number): boolean => start < to && end > from;

function byParagraph(words: readonly Word[]): readonly (readonly [paragraph: number | null, text: string])[] {
  const parts: [number | null, string][] = [];
  for (const { paragraph, text } of words) {
    const last = parts.at(-1);
    if (last && last[0] === paragraph) last[1] += ` ${text}`;
    else parts.push([paragraph, text]);
  }
  return parts;
}
