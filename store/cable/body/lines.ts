import type { Span } from '../cable.ts';

export interface TextLine extends Span {
  /** Without ¶ at its beginning, and without blanks and the backslash of a database row at its end; offsets are those of the body. */
  readonly text: string;
  /** Where `text` begins. */
  readonly from: number;
}

export function splitLines(body: string, start = 0, end = body.length): TextLine[] {
  const lines: TextLine[] = [];
  const marked = body.includes('¶');
  let at = start;
  while (at <= end) {
    const newline = body.indexOf('\n', at);
    const stop = newline === -1 || newline > end ? end : newline;
    const from = marked ? at + (/^[ \t]*¶/.exec(body.slice(at, Math.min(stop, at + 40)))?.[0].length ?? 0) : at;
    lines.push({ start: at, end: stop, from, text: withoutTail(body, from, stop) });
    at = stop + 1;
  }
  return lines;
}

/** The lines from a place on; a line that goes across it begins there. */
export function linesFrom(lines: readonly TextLine[], start: number, body: string): readonly TextLine[] {
  const first = lines.findIndex((line) => line.end >= start);
  if (first === -1) return [];
  const across = lines[first]!;
  const rest = lines.slice(first);
  return across.start === start ? rest : [...splitLines(body, start, across.end), ...rest.slice(1)];
}

function withoutTail(body: string, from: number, stop: number): string {
  const text = body.slice(from, stop);
  // Most lines end in a sign that is neither a blank nor a backslash.
  const last = stop > from ? body.charCodeAt(stop - 1) : BLANK;
  return last > BLANK && last < DELETE && last !== BACKSLASH ? text : text.trimEnd().replace(/\\$/, '').trimEnd();
}

const BLANK = 32;
const BACKSLASH = 92;
const DELETE = 127;

/** Lines without page markers: what a marker covers is gone, what stands behind it on its line stays. */
export function withoutMarkers(lines: readonly TextLine[], markers: readonly Span[], body: string): readonly TextLine[] {
  if (markers.length === 0) return lines;
  let passed = 0;
  return lines.flatMap((line) => {
    while (passed < markers.length && markers[passed]!.end <= line.start) passed += 1;
    if (passed === markers.length || markers[passed]!.start > line.from) return [line];
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
  let written = 0;
  let followed = 0;
  for (let at = 0; at < lines.length; at++) {
    if (isBlank(lines[at]!)) continue;
    written += 1;
    const next = lines[at + 1];
    if (next === undefined || next.end === next.start) followed += 1;
  }
  return written < FEW || followed < written * 0.9 ? lines : lines.filter(({ start, end }) => end > start);
}

export const isBlank = ({ text }: TextLine): boolean => text === '';

/* Reflowed heads run their labels together: `E.O. 12958: DECL: 4/3/2018 TAGS: PHUM PGOV LY`, `12/03/2024TAGS: AORC`. */
const LABEL =
  /E\.?O\.? ?1[12]\d{3}\s*:|E\.o\. 1[12]\d{3}|TAGS ?:|Tags ?:|SUBJECT ?:|Subject ?:|SUBJ ?:|REF ?:|Ref ?:|REFTEL ?:|REFS ?:|CLASSIFIED BY ?:|Classified [Bb]y ?:|SIPDIS(?=SIPDIS|E\.O|[A-Z]{4})|1 ?\. ?\((?:TS|S|C|U|SBU)(?:\/{1,2}[A-Z]+)*\)/g;
/** How far labels are looked for: heads are shorter. */
const HEAD_LINES = 80;
/** UTF-16 units of a line. */
const REACH = 3000;

/** The same lines, those of a head cut before labels that stand within them. */
export function cutGluedLabels(lines: readonly TextLine[]): readonly TextLine[] {
  const first = lines.findIndex(({ text }, at) => at <= HEAD_LINES && findGluedLabels(text).length > 0);
  if (first === -1) return lines;
  return lines.flatMap((line, at) => (at < first || at > HEAD_LINES ? [line] : cutBefore(line, findGluedLabels(line.text))));
}

/** Where labels begin behind something else. */
function findGluedLabels(text: string): readonly number[] {
  if (text.length < 12) return NONE;
  const reached = text.slice(0, REACH);
  let found: number[] | null = null;
  LABEL.lastIndex = 1;
  for (let match = LABEL.exec(reached); match; match = LABEL.exec(reached)) {
    if (/\S[ \t]*$/.test(reached.slice(0, match.index))) (found ??= []).push(match.index);
    // The next one may begin within this one: SIPDISSIPDIS.
    LABEL.lastIndex = match.index + 1;
  }
  return found ?? NONE;
}

const NONE: readonly number[] = [];

function cutBefore(line: TextLine, labels: readonly number[]): TextLine[] {
  return [0, ...labels].map((from, n): TextLine => {
    const to = labels[n] ?? line.text.length;
    const start = n === 0 ? line.start : line.from + from;
    return {
      start,
      from: n === 0 ? line.from : start,
      end: labels[n] === undefined ? line.end : line.from + to,
      text: line.text.slice(from, to).trimEnd(),
    };
  });
}
