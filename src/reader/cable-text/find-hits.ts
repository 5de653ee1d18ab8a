import type { Cable, Span } from '../../../store/cable/cable.ts';
import type { TextTerm } from '../../../store/query/plan.ts';

const MOST = 5000;

export interface Hit extends Span {
  /** Index of the term found. */
  readonly term: number;
}

/** Where words, phrases and prefixes of a filter stand in the text after its head, in order; found across line ends, page markers and repeated
 * section heads, without regard to case and accents. Nothing is found inside of these: the screen does not show them.
 */
export function findHits({ body, layout }: Pick<Cable, 'body' | 'layout'>, terms: readonly TextTerm[]): Hit[] {
  if (terms.length === 0) return [];
  return findInText(blankOut(body, [layout.head, ...layout.pageMarkers, ...layout.sectionHeads]), terms);
}

/** The same in any text. */
export function findInText(text: string, terms: readonly TextTerm[]): Hit[] {
  const folded = foldInPlace(text);
  const hits: Hit[] = [];
  for (const [i, term] of terms.entries()) {
    for (const match of folded.matchAll(patternOf(term))) {
      hits.push({ start: match.index, end: match.index + match[0].length, term: i });
      if (hits.length >= MOST) break;
    }
  }
  return withoutOverlap(hits.sort((a, b) => a.start - b.start || b.end - a.end));
}

function patternOf({ words, prefix }: TextTerm): RegExp {
  const gap = String.raw`[^\p{L}\p{N}]+`;
  const end = prefix ? String.raw`[\p{L}\p{N}]*` : String.raw`(?![\p{L}\p{N}])`;
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${words.join(gap)}${end}`, 'gu');
}

/** `water` inside of `"water treaty"` is one place to stop at, not two. */
function withoutOverlap(hits: readonly Hit[]): Hit[] {
  const apart: Hit[] = [];
  for (const hit of hits) if (hit.start >= (apart.at(-1)?.end ?? 0)) apart.push(hit);
  return apart;
}

/** Blanks in the place of each span, so that offsets stay. */
function blankOut(text: string, spans: readonly Span[]): string {
  let shown = text;
  for (const { start, end } of spans) shown = shown.slice(0, start) + ' '.repeat(end - start) + shown.slice(end);
  return shown;
}

/** Lower case without accents, unit for unit, so that offsets stay. */
function foldInPlace(text: string): string {
  const lower = text.toLowerCase();
  const same =
    lower.length === text.length ? lower : [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
  return same.replaceAll(/[\u00c0-\u024f]/g, (c) => {
    const plain = c.normalize('NFD')[0]!;
    return plain.length === 1 ? plain : c;
  });
}
