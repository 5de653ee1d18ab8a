/* One line of a cable for a list: the words looked for where they stand closest together, else where they stand above the text, else how
 * it begins.
 */
import type { Cable, Span } from '../../../store/cable/cable.ts';
import type { TextTerm } from '../../../store/query/plan.ts';
import type { Line, Piece } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { cutToWidth, width } from '../../text/width.ts';
import { findHits, findInText, type Hit } from './find-hits.ts';
import { withoutHidden } from './without-hidden.ts';

export interface Excerpt {
  /** Said before it where it is not of the text itself: `in the subject: `. */
  readonly where?: string;
  /** Harmless, on one line. */
  readonly text: string;
  readonly hits: readonly Span[];
  /** Index of the hit that must be seen. */
  readonly at: number;
  /** The text goes on before and after it. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

/** UTF-16 units taken before and after the hit: what the widest terminal can show. */
const BEFORE = 100;
const AFTER = 260;
/** A paragraph that ends sooner after its hit is not all that is shown. */
const LITTLE = 60;
/** Hits this close are read together. */
const TOGETHER = 120;

/** Pure; about as long as finding the hits. Null for a cable without text. */
export function makeExcerpt(cable: Cable, terms: readonly TextTerm[]): Excerpt | null {
  const { body, layout, paragraphs } = cable;
  const hits = findHits(cable, terms);
  const focus = densest(hits);
  const aside = focus === null && terms.length > 0 ? excerptOfHead(cable, terms) : null;
  if (aside !== null) return aside;
  const paragraph = focus ? paragraphs.findLast(({ start }) => start <= focus.start) : paragraphs[0];
  const text = paragraph ? { start: paragraph.textStart, end: paragraph.end } : { start: layout.head.end, end: body.length };
  // A heading, or the last words of a paragraph, say little without what follows.
  const end = focus !== null && text.end - focus.end < LITTLE ? body.length : text.end;
  const from = focus ? wordStart(body, focus.start - BEFORE, text.start) : text.start;
  const to = Math.min(Math.max(end, focus?.end ?? 0), (focus?.end ?? from) + AFTER);
  const hidden = [...layout.pageMarkers, ...layout.sectionHeads].sort((a, b) => a.start - b.start);
  const oneLine = (start: number, end: number): string =>
    makeVisible(
      withoutHidden(body, { start, end }, hidden)
        .text.replaceAll(/¶|\\(?=\s*\n)/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    );
  const shown = oneLine(from, to);
  if (shown === '') return null;
  const at = focus ? findInText(oneLine(from, focus.start), terms).length : 0;
  return { text: shown, hits: findInText(shown, terms), at, cut: { before: from > text.start, after: to < end } };
}

/** Words that stand in the subject or above the text alone; null where they do not. */
function excerptOfHead({ subject, headerText, body, layout }: Cable, terms: readonly TextTerm[]): Excerpt | null {
  const heads = {
    'in the subject: ': subject ?? '',
    'in the header: ': `${headerText}\n${body.slice(layout.head.start, layout.head.end)}`,
  };
  for (const [where, found] of Object.entries(heads)) {
    const focus = densest(findInText(found, terms));
    if (focus === null) continue;
    const lineEnd = found.indexOf('\n', focus.end);
    const line = found.slice(found.lastIndexOf('\n', focus.start) + 1, lineEnd === -1 ? found.length : lineEnd);
    const text = makeVisible(line.replaceAll(/\s+/g, ' ').trim());
    return { where, text, hits: findInText(text, terms), at: 0, cut: { before: false, after: false } };
  }
  return null;
}

/** Where a word begins at or after a place, but not before `least`. */
function wordStart(body: string, at: number, least: number): number {
  if (at <= least) return least;
  const blank = body.slice(at, at + BEFORE).search(/\s/);
  return blank === -1 ? at : at + blank + 1;
}

/** The first hit from which most of the words are found close by. */
function densest(hits: readonly Hit[]): Hit | null {
  let best: Hit | null = null;
  let most = 0;
  for (const [i, hit] of hits.entries()) {
    const near = new Set<number>();
    for (let at = i; at < hits.length && hits[at]!.start <= hit.start + TOGETHER; at++) near.add(hits[at]!.term);
    if (near.size > most) [best, most] = [hit, near.size];
  }
  return best;
}

/** Cut so that its hit is seen, a third of the way in where the text goes on before it. */
export function drawExcerpt({ where = '', text, hits, at, cut }: Excerpt, wide: number, ellipsis: string): Line {
  const columns = Math.max(0, wide - width(where));
  const hit = hits[at];
  let from = 0;
  if (hit && width(text.slice(0, hit.end)) > columns - Math.ceil(columns / 4)) {
    const blank = text.indexOf(' ', Math.max(0, hit.start - Math.floor(columns / 3)));
    from = blank === -1 || blank >= hit.start ? hit.start : blank + 1;
  }
  const lead = from > 0 || cut.before ? ellipsis : '';
  const rest = text.slice(from);
  const room = columns - width(lead);
  const tail = width(rest) > room || cut.after;
  const shown = cutToWidth(rest, tail ? room - width(ellipsis) : room, '');
  const pieces: Piece[] = [{ text: cutToWidth(where + lead, wide, ''), role: 'dim' }];
  let done = 0;
  for (const { start, end } of hits) {
    const [a, b] = [Math.max(start - from, done), Math.min(end - from, shown.length)];
    if (b <= a) continue;
    pieces.push({ text: shown.slice(done, a), role: 'dim' }, { text: shown.slice(a, b), role: 'hit' });
    done = b;
  }
  pieces.push({ text: shown.slice(done) + (tail ? ellipsis : ''), role: 'dim' });
  return pieces.filter((piece) => piece.text !== '');
}
