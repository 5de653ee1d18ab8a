/* Lines of the text -> rows: what is hidden is gone, and what reflowed pages ran together is cut.
 *
 *     RUN WELL.                                              row
 *     MEXICO 00000586  002 OF 003                            hidden: a gap
 *     Next Steps -------- 2. (C) The minister ...            three rows
 */
import type { Span } from '../cable.ts';
import { type TextLine, withoutDoubling } from './lines.ts';

export interface Row extends TextLine {
  /** Blank lines, or hidden ones, stood before it. */
  readonly gap: boolean;
  /** Only hidden lines stood before it, so that a sentence may go on. */
  readonly interrupted: boolean;
  /** Blanks before the text. */
  readonly indent: number;
  /** Bits of BEGINS. */
  readonly begins: number;
}

/** @param hidden in order */
export function readRows(body: string, lines: readonly TextLine[], hidden: readonly Span[]): Row[] {
  const rows: Row[] = [];
  let gap = false;
  let marked = false;
  let passed = 0;
  for (const line of withoutDoubling(lines)) {
    while (passed < hidden.length && hidden[passed]!.end <= line.start) passed += 1;
    const covering = passed < hidden.length && hidden[passed]!.start < line.end ? coveringOf(line, hidden) : NONE;
    const leading = covering.find((span) => span.start <= line.from);
    const shown =
      leading && leading.end < line.end
        ? { start: leading.end, from: leading.end, end: line.end, text: body.slice(leading.end, line.end).trim() }
        : line;
    if (shown.text === '' || (leading && leading.end >= line.end)) {
      if (covering.length > 0) marked = true;
      gap = true;
      continue;
    }
    if (leading) marked = gap = true;
    for (const row of cutRules(makeRow(shown, gap, gap && marked))) rows.push(...cutRunTogether(row));
    gap = false;
    marked = false;
  }
  return rows;
}

const NONE: readonly Span[] = [];
const coveringOf = (line: Span, hidden: readonly Span[]): readonly Span[] =>
  hidden.filter((span) => span.start < line.end && span.end > line.start);

function makeRow({ start, from, end, text }: TextLine, gap: boolean, interrupted: boolean): Row {
  const indent = indentOf(text);
  return { start, from, end, text, gap, interrupted, indent, begins: beginsOf(text, indent) };
}

function indentOf(text: string): number {
  let at = 0;
  while (text.charCodeAt(at) === 32) at += 1;
  const code = text.charCodeAt(at);
  return code > 32 && code < 160 ? at : /^\s*/.exec(text)![0].length;
}

/* What a row may begin with, told by its first sign: most rows begin with a word, and need no look at the patterns. */
const BEGINS = { number: 1, portion: 2, rule: 4, item: 8, trailer: 16 } as const;
const SIGNS: readonly (readonly [signs: string, begins: number])[] = [
  ['0123456789¶', BEGINS.number],
  ['(', BEGINS.portion | BEGINS.item],
  ['-=_*', BEGINS.rule],
  ['-*•·', BEGINS.item],
  ['-=NnCcEeUuSs', BEGINS.trailer],
];
const BEGINS_BY_CODE = new Uint8Array('•'.charCodeAt(0) + 1);
for (const [signs, begins] of SIGNS) for (const sign of signs) BEGINS_BY_CODE[sign.charCodeAt(0)]! |= begins;

function beginsOf(text: string, indent: number): number {
  const begins = BEGINS_BY_CODE[text.charCodeAt(indent)] ?? 0;
  const second = text.charCodeAt(indent + 1);
  // `a) `, `A. `
  return second === 41 || second === 46 ? begins | BEGINS.item : begins;
}

/** Long ones were broken at column 45, and the pages put both pieces on one line. */
const RULE = /^\s*(?:[-=_*]{4,}|[-=_*]{20,}(?:\s+[-=_*]+)+)\s*$/;
const TRAILER =
  /^\s*(?:NNNN|[-=]*\s*CABLE ENDS\s*[-=]*|END CABLE TEXT|UNCLASSIFIED|CONFIDENTIAL|SECRET|S E C R E T|C O N F I D E N T I A L)\s*$/i;
const ITEM = /^\s*(?:--?\s+\S|--[A-Z]|\*\s+\S|[•·]\s*\S|[a-z]\)\s|\([a-z]\)\s|[A-Z][.)]\s{1,2}\S)/;
const TABULAR = /\S(?: {3,}|\t+ *)\S/;

export const isRule = ({ begins, text }: Row): boolean => (begins & BEGINS.rule) !== 0 && RULE.test(text);
export const isTrailer = ({ begins, text }: Row): boolean => (begins & BEGINS.trailer) !== 0 && TRAILER.test(text);
export const isItem = ({ begins, text }: Row): boolean => (begins & BEGINS.item) !== 0 && ITEM.test(text);
export const isTabular = ({ text }: Row): boolean => TABULAR.test(text);
export const mayHaveNumber = ({ begins }: Row): boolean => (begins & BEGINS.number) !== 0;
export const mayHavePortion = ({ begins }: Row): boolean => (begins & BEGINS.portion) !== 0;

/* Reflowed texts set a heading and its rules on one line: `------- Next Steps -------`, `Next Steps -------`. */
const RULED = /^(\s*(?:[-=_*]{4,}(?:\s+[-=_*]+)*\s+)?)(?![-=_*]{4})\S.{0,89}?(?<![-=_*])(?=\s*[-=_*]{8,}(?:\s+[-=_*]+)*\s*$)/;

function cutRules(row: Row): readonly Row[] {
  const ruled = '-=_*'.includes(row.text.at(-1)!) ? RULED.exec(row.text) : null;
  if (!ruled || /[-=_*]{8}/.test(ruled[0].slice(ruled[1]!.length)) || TABULAR.test(ruled[0].slice(ruled[1]!.length))) return [row];
  return cutAt(
    row,
    [ruled[1]!.trim() === '' ? 0 : ruled[1]!.length, ruled[0].length].filter((cut) => cut > 0),
  );
}

/* Reflowed texts run paragraphs together: `... END SUMMARY. 2. (C) The minister ...`. */
const RUN_TOGETHER = /[.!?:)"'’”-]\s{1,4}(?=\d{1,2}\. ?\((?:TS|S|C|U|SBU)(?:\/{1,2}[A-Z]+)*\) )/g;

function cutRunTogether(row: Row): readonly Row[] {
  if (row.text.length < 80 || !/\d\. ?\([TSCU]/.test(row.text)) return [row];
  const cuts = [...row.text.matchAll(RUN_TOGETHER)].map((match) => match.index + match[0].length);
  return cuts.length === 0 ? [row] : cutAt(row, cuts);
}

/** @param cuts offsets in the text of the row, in order */
function cutAt(row: Row, cuts: readonly number[]): Row[] {
  return [0, ...cuts].map((from, n): Row => {
    const to = cuts[n] ?? row.text.length;
    const start = n === 0 ? row.start : row.from + from;
    const line = {
      start,
      from: n === 0 ? row.from : start,
      end: cuts[n] === undefined ? row.end : row.from + to,
      text: row.text.slice(from, to).trimEnd(),
    };
    return makeRow(line, n === 0 && row.gap, n === 0 && row.interrupted);
  });
}
