/* What one must see of a cable to decide about it: its summary, every hit with its surroundings, its comment. Spans of the body, in order;
 * the layout shows just these.
 *
 *     1. summary        2. 3.        4. …hit…        5. 6.        7. comment
 *     ==========                       =====                      ==========
 */
import { findParts } from '../../../store/cable/body/find-parts.ts';
import type { Cable, Span } from '../../../store/cable/cable.ts';

/** UTF-16 units shown before and after a hit. */
const BEFORE = 130;
const AFTER = 190;
/** Longest summary and comment, in units; the rest is for reading. */
const SUMMARY = 1200;
const COMMENT = 900;
/** Windows closer to each other than this are shown as one. */
const NEAR = 60;

export function digestSpans(cable: Cable, hits: readonly Span[]): Span[] {
  const { body, layout } = cable;
  // A text without paragraphs is one.
  const [first] = layout.blocks.filter(({ kind }) => kind === 'prose' || kind === 'table');
  const paragraphs =
    cable.paragraphs.length > 0 || !first ? cable.paragraphs : [{ start: first.start, textStart: first.start, end: body.length }];
  const { summary, comment } = findParts(cable);
  const spans: Span[] = [...whole(cable.paragraphs.length > 0 ? summary : [...paragraphs.keys()], SUMMARY), ...whole(comment, COMMENT)];
  for (const hit of hits) {
    const paragraph = paragraphs.find(({ start, end }) => hit.start >= start && hit.start < end);
    if (!paragraph) continue;
    spans.push({
      start: wordStart(Math.max(paragraph.textStart, hit.start - BEFORE), paragraph.textStart),
      end: wordEnd(Math.min(paragraph.end, hit.end + AFTER), paragraph.end),
    });
  }
  return unite(spans.filter(({ start, end }) => end > start));

  function whole(indexes: readonly number[], most: number): Span[] {
    let left = most;
    const taken: Span[] = [];
    for (const index of indexes) {
      const { textStart: start, end } = paragraphs[index]!;
      if (left <= 0) break;
      // A paragraph that is a little longer is shown whole.
      taken.push({ start, end: end - start <= left * 1.2 ? end : wordEnd(start + left, end) });
      left -= end - start;
    }
    return taken;
  }

  /** Back to where a word begins, but never over the paragraph's start. */
  function wordStart(at: number, least: number): number {
    if (at <= least) return least;
    const blank = body.slice(at, at + 40).search(/\s/);
    return blank === -1 ? at : at + blank + 1;
  }

  function wordEnd(at: number, most: number): number {
    if (at >= most) return most;
    const blank = body.slice(at, at + 40).search(/\s/);
    return blank === -1 ? at : Math.min(most, at + blank);
  }

  /** Spans in order; those of one paragraph that overlap or nearly touch become one. */
  function unite(all: readonly Span[]): Span[] {
    const united: Span[] = [];
    for (const span of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      const last = united.at(-1);
      const apart = last && paragraphs.some(({ start }) => start > last.start && start <= span.start);
      if (last && !apart && span.start <= last.end + NEAR)
        united[united.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
      else united.push(span);
    }
    return united;
  }
}
