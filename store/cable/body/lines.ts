import type { Span } from '../cable.ts';

export interface TextLine extends Span {
  /** Without ¶ at its beginning, and without blanks and the backslash of a database row at its end; offsets are those of the body. */
  readonly text: string;
  /** Where `text` begins. */
  readonly from: number;
}

export function splitLines(body: string, start = 0, end = body.length): TextLine[] {
  const lines: TextLine[] = [];
  let at = start;
  while (at <= end) {
    const newline = body.indexOf('\n', at);
    const stop = newline === -1 || newline > end ? end : newline;
    const lead = /^[ \t]*¶/.exec(body.slice(at, Math.min(stop, at + 40)))?.[0].length ?? 0;
    lines.push({
      start: at,
      end: stop,
      from: at + lead,
      text: body
        .slice(at + lead, stop)
        .trimEnd()
        .replace(/\\$/, '')
        .trimEnd(),
    });
    at = stop + 1;
  }
  return lines;
}

/** Lines without page markers: what a marker covers is gone, what stands behind it on its line stays. */
export function withoutMarkers(lines: readonly TextLine[], markers: readonly Span[], body: string): TextLine[] {
  return lines.flatMap((line) => {
    const marker = markers.find(({ start, end }) => start <= line.from && end > line.start);
    if (!marker) return [line];
    if (marker.end >= line.end) return line.end > line.start ? [] : [line];
    return [{ start: marker.end, from: marker.end, end: line.end, text: body.slice(marker.end, line.end).trim() }];
  });
}

/* Some copies have an empty line behind every line; there the blank lines of the text hold a blank. */
const FEW = 20;

/** The same lines without the empty ones, where every line has one. */
export function withoutDoubling(lines: readonly TextLine[]): readonly TextLine[] {
  const written = lines.filter((line) => !isBlank(line));
  if (written.length < FEW) return lines;
  const followed = lines.filter((line, i) => !isBlank(line) && lines[i + 1]?.end === lines[i + 1]?.start).length;
  return followed < written.length * 0.9 ? lines : lines.filter(({ start, end }) => end > start);
}

export const isBlank = ({ text }: TextLine): boolean => text.trim() === '';

/* Reflowed heads run their labels together: `E.O. 12958: DECL: 4/3/2018 TAGS: PHUM PGOV LY`, `12/03/2024TAGS: AORC`. */
const GLUED =
  /(?<=\S[ \t]*)(?=(?:E\.?O\.? ?1[12]\d{3}\s*:|E\.o\. 1[12]\d{3}|TAGS ?:|Tags ?:|SUBJECT ?:|Subject ?:|SUBJ ?:|REF ?:|Ref ?:|REFTEL ?:|REFS ?:|CLASSIFIED BY ?:|Classified [Bb]y ?:|SIPDIS(?=SIPDIS|E\.O|[A-Z]{4})|1 ?\. ?\((?:TS|S|C|U|SBU)(?:\/{1,2}[A-Z]+)*\)))/g;
/** How far labels are looked for: heads are shorter. */
const HEAD_LINES = 80;

/** The same lines, those of a head cut before labels that stand within them. */
export function cutGluedLabels(lines: readonly TextLine[]): TextLine[] {
  return lines.flatMap((line, i) => {
    if (i > HEAD_LINES || line.text.length < 12) return [line];
    const cuts = [...line.text.slice(0, 3000).matchAll(GLUED)].map(({ index }) => index).filter((index) => index > 0);
    if (cuts.length === 0) return [line];
    return [0, ...cuts].map((from, n): TextLine => {
      const to = cuts[n] ?? line.text.length;
      const start = n === 0 ? line.start : line.from + from;
      return {
        start,
        from: n === 0 ? line.from : start,
        end: cuts[n] === undefined ? line.end : line.from + to,
        text: line.text.slice(from, to).trimEnd(),
      };
    });
  });
}
