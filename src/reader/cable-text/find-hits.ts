import type { Cable, Span } from '../../../store/cable/cable.ts';
import type { TextTerm } from '../../../store/query/plan.ts';

const MOST = 5000;

/** Where words, phrases and prefixes of a filter stand in the body, in order; found across line ends, without regard to case and accents. */
export function findHits(cable: Cable, terms: readonly TextTerm[]): Span[] {
  const body = foldInPlace(cable.body);
  const hits: Span[] = [];
  for (const { words, prefix } of terms) {
    const gap = String.raw`[^\p{L}\p{N}]+`;
    const pattern = new RegExp(
      String.raw`(?<![\p{L}\p{N}])${words.join(gap)}${prefix ? String.raw`[\p{L}\p{N}]*` : String.raw`(?![\p{L}\p{N}])`}`,
      'gu',
    );
    for (const match of body.matchAll(pattern)) {
      hits.push({ start: match.index, end: match.index + match[0].length });
      if (hits.length >= MOST) break;
    }
  }
  return hits.sort((a, b) => a.start - b.start || b.end - a.end);
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
