/* The text proper: paragraphs, and blocks that are laid out in one way.
 *
 *     1. (C) SUMMARY. ...          a number begins a paragraph where it goes on counting, or carries a portion mark
 *     1997. The year ...           does not
 *     ----- / Heading / -----      headings and rules
 *     Well        2004   2009      several lines with columns: a table, kept as typed
 *
 * A sentence that a page marker interrupts is one block, with the marker's span inside it.
 */
import type { Block, Paragraph, Span } from '../cable.ts';
import { splitLines, type TextLine, withoutDoubling } from './lines.ts';

const PORTION = String.raw`\(\s*((?:TS|S|C|U|SBU|SE|LOU)\s*(?:\/{1,2}\s*[A-Z][A-Z ,]*)*)\s*\)`;
const NUMBERED = new RegExp(String.raw`^\s*(?:¶\s*)?(\d{1,3})\s*(?:[.)]|(?=\([SCU]))[ \t]*(?:${PORTION}|((?:SBU|C|S|U)\))\s)?\.?\s*`);
const PORTIONED = new RegExp(String.raw`^\s*${PORTION}\.?\s*`);
/** Long ones were broken at column 45, and the pages put both pieces on one line. */
const RULE = /^\s*(?:[-=_*]{4,}|[-=_*]{20,}(?:\s+[-=_*]+)+)\s*$/;
const TRAILER =
  /^\s*(?:NNNN|[-=]*\s*CABLE ENDS\s*[-=]*|END CABLE TEXT|UNCLASSIFIED|CONFIDENTIAL|SECRET|S E C R E T|C O N F I D E N T I A L)\s*$/i;
const ITEM = /^\s*(?:--?\s+\S|--[A-Z]|\*\s+\S|[•·]\s*\S|[a-z]\)\s|\([a-z]\)\s|[A-Z][.)]\s{1,2}\S)/;
const TABULAR = /\S(?: {3,}|\t+ *)\S/;

export interface TextRead {
  readonly paragraphs: readonly Paragraph[];
  readonly blocks: readonly Block[];
  readonly signature: string | null;
}

interface Row extends TextLine {
  /** Blank lines, or hidden ones, stood before it. */
  readonly gap: boolean;
  /** Only hidden lines stood before it, so that a sentence may go on. */
  readonly interrupted: boolean;
}

/** @param hidden page markers and repeated heads, in order @param anchors of the site: place -> name */
export function readText(
  body: string,
  start: number,
  hidden: readonly Span[],
  anchors: readonly { readonly name: string; readonly start: number }[],
): TextRead {
  const rows = visibleRows(body, start, hidden).flatMap(cutRules).flatMap(cutRunTogether);
  const signature = findSignature(rows);
  const groups = groupRows(rows, signature);
  const numbered = groups.some(({ number }) => number !== null);
  const paragraphs: (Paragraph & { end: number })[] = [];
  const blocks: Block[] = [];
  for (const group of groups) {
    const first = group.rows[0]!;
    const end = group.rows.at(-1)!.end;
    const begins = numbered ? group.number !== null : group.kind === 'prose' || group.kind === 'table';
    if (begins) {
      const lead = /^\s*/.exec(first.text)![0].length;
      paragraphs.push({
        start: first.from + lead,
        end,
        number: group.number,
        anchor: anchors.find((anchor) => anchor.start >= first.start && anchor.start <= first.from + lead + 1)?.name ?? null,
        portion: group.portion,
        textStart: first.from + group.textAt,
      });
    }
    const paragraph = paragraphs.length === 0 ? null : paragraphs.length - 1;
    blocks.push({ start: first.start, end: Math.max(end, first.start), kind: group.kind, paragraph, indent: indentOf(first.text) });
    const open = paragraphs.at(-1);
    if (open && (group.kind === 'prose' || group.kind === 'table')) open.end = end;
  }
  return { paragraphs, blocks, signature: signature?.name ?? null };
}

interface Group {
  readonly kind: Block['kind'];
  readonly rows: Row[];
  readonly number: number | null;
  readonly portion: string | null;
  readonly textAt: number;
}

function visibleRows(body: string, start: number, hidden: readonly Span[]): Row[] {
  const rows: Row[] = [];
  let gap = false;
  let marked = false;
  for (const line of withoutDoubling(splitLines(body, start))) {
    const covering = hidden.filter((span) => span.start < line.end && span.end > line.start);
    const leading = covering.find((span) => span.start <= line.from);
    const shown =
      leading && leading.end < line.end
        ? { ...line, start: leading.end, from: leading.end, text: body.slice(leading.end, line.end).trim() }
        : line;
    if (shown.text.trim() === '' || (leading && leading.end >= line.end)) {
      if (covering.length > 0) marked = true;
      gap = true;
      continue;
    }
    if (leading) marked = gap = true;
    rows.push({ ...shown, gap, interrupted: gap && marked });
    gap = false;
    marked = false;
  }
  return rows;
}

function groupRows(rows: readonly Row[], signature: Signature | null): Group[] {
  const groups: Group[] = [];
  let last = 0;
  for (const [i, row] of rows.entries()) {
    const previous = groups.at(-1);
    const started = readNumber(row.text, row.interrupted ? Math.min(last, restart(row.text, last)) : last);
    const alone = specialKind(row, rows[i - 1], rows[i + 1], signature);
    if (started) last = started.number ?? last;
    if (alone) {
      groups.push({ kind: alone, rows: [row], number: null, portion: null, textAt: 0 });
      continue;
    }
    const goesOn =
      previous !== undefined &&
      !started &&
      (previous.kind === 'prose' || previous.kind === 'table') &&
      (!row.gap || (row.interrupted && previous.kind === 'prose' && isMidSentence(previous.rows.at(-1)!.text, row.text))) &&
      !(ITEM.test(row.text) && !TABULAR.test(row.text)) &&
      !PORTIONED.test(row.text);
    if (goesOn) {
      const tabular = TABULAR.test(row.text.trimStart());
      const kind = previous.kind === 'table' ? (tabular || previous.rows.length > 1 ? 'table' : 'prose') : previous.kind;
      (previous as { kind: Block['kind'] }).kind = kind;
      previous.rows.push(row);
      continue;
    }
    const portion = started?.portion ?? readPortion(row.text);
    const textAt = started?.textAt ?? (portion ? PORTIONED.exec(row.text)![0].length : indentOf(row.text));
    groups.push({ kind: 'prose', rows: [row], number: started?.number ?? null, portion, textAt });
  }
  return groups.map((group) => (group.kind === 'prose' && looksTabular(group.rows) ? { ...group, kind: 'table' } : group));
}

/** Behind the head of a later section numbers may begin again. */
const restart = (text: string, last: number): number => (/^\s*(?:¶\s*)?1\s*[.)]/.test(text) ? 0 : last);

/* Reflowed texts run paragraphs together: `... END SUMMARY. 2. (C) The minister ...`. */
const RUN_TOGETHER = /(?<=[.!?:)"'’”-]\s{1,4})(?=\d{1,2}\. ?\((?:TS|S|C|U|SBU)(?:\/{1,2}[A-Z]+)*\) )/g;

function cutRunTogether(row: Row): Row[] {
  if (row.text.length < 80) return [row];
  const cuts = [...row.text.matchAll(RUN_TOGETHER)].map(({ index }) => index).filter((index) => index > 0);
  if (cuts.length === 0) return [row];
  return cutAt(row, cuts);
}

/* Reflowed texts set a heading and its rules on one line: `------- Next Steps -------`, `Next Steps -------`. */
const RULED = /^(\s*(?:[-=_*]{4,}(?:\s+[-=_*]+)*\s+)?)(?![-=_*]{4})\S.{0,89}?(?<![-=_*])(?=\s*[-=_*]{8,}(?:\s+[-=_*]+)*\s*$)/;

function cutRules(row: Row): Row[] {
  const ruled = RULED.exec(row.text);
  if (!ruled || /[-=_*]{8}/.test(ruled[0].slice(ruled[1]!.length)) || TABULAR.test(ruled[0].slice(ruled[1]!.length))) return [row];
  return cutAt(
    row,
    [ruled[1]!.trim() === '' ? 0 : ruled[1]!.length, ruled[0].length].filter((cut) => cut > 0),
  );
}

/** @param cuts offsets in the text of the row, in order */
function cutAt(row: Row, cuts: readonly number[]): Row[] {
  return [0, ...cuts].map((from, n): Row => {
    const to = cuts[n] ?? row.text.length;
    const start = n === 0 ? row.start : row.from + from;
    return {
      start,
      from: n === 0 ? row.from : start,
      end: cuts[n] === undefined ? row.end : row.from + to,
      text: row.text.slice(from, to).trimEnd(),
      gap: n === 0 && row.gap,
      interrupted: n === 0 && row.interrupted,
    };
  });
}

function readNumber(text: string, last: number): { number: number; portion: string | null; textAt: number } | null {
  const match = NUMBERED.exec(text);
  if (!match) return null;
  const number = Number(match[1]);
  const portion = match[2] ?? match[3]?.replace(')', '') ?? null;
  const counts = number === last + 1 || (portion !== null && number > last && number <= last + 5) || (portion !== null && number === 1);
  if (!counts || number > 400 || (portion === null && !/^\s*(?:¶\s*)?\d{1,3}\s*[.)]\s*\S/.test(text))) return null;
  return { number, portion: portion && tidyPortion(portion), textAt: match[0].length };
}

function readPortion(text: string): string | null {
  const match = PORTIONED.exec(text);
  return match ? tidyPortion(match[1]!) : null;
}

/** `C / NF` -> `C/NF`, `S//NF` -> `S/NF`, `SE` -> `S`. */
function tidyPortion(mark: string): string {
  const tidy = mark
    .toUpperCase()
    .replaceAll(/\s*\/+\s*/g, '/')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace('NOFORN', 'NF');
  return tidy === 'SE' ? 'S' : tidy;
}

function specialKind(row: Row, before: Row | undefined, after: Row | undefined, signature: Signature | null): Block['kind'] | null {
  if (RULE.test(row.text)) return 'rule';
  if (signature && row.start === signature.line.start && signature.whole) return 'signature';
  if (TRAILER.test(row.text)) return 'trailer';
  const short = row.text.trim().length <= 70 && !TABULAR.test(row.text.trim());
  if (!short || NUMBERED.test(row.text)) return null;
  const underlined = after !== undefined && !after.gap && RULE.test(after.text);
  if (underlined && (row.gap || before === undefined || RULE.test(before.text))) return 'heading';
  const apart = row.gap && (after === undefined || after.gap);
  if (apart && /^\s*(?:\([A-Z/]+\)\s*)?[A-Z][A-Z0-9 ,.:;'"&()/-]{3,}$/.test(row.text) && !/[.]$/.test(row.text)) return 'heading';
  return apart && /^\s*(?:Summary|Comment|Background|Introduction|Conclusion|Biographical Note)\b[^.]{0,40}$/.test(row.text)
    ? 'heading'
    : null;
}

function isMidSentence(before: string, after: string): boolean {
  return !/[.:?!]["')]*\s*$/.test(before) || /^\s*[a-z]/.test(after);
}

function looksTabular(rows: readonly Row[]): boolean {
  const tabular = rows.filter(({ text }) => TABULAR.test(text.trim())).length;
  return rows.length >= 2 && tabular >= 2 && tabular >= rows.length * 0.6;
}

const indentOf = (text: string): number => /^\s*/.exec(text)![0].length;

interface Signature {
  readonly name: string;
  readonly line: Row;
  /** The line holds nothing else. */
  readonly whole: boolean;
}

/* The surname of the chief of mission on the last line, or glued to the last sentence. */
function findSignature(rows: readonly Row[]): Signature | null {
  for (let i = rows.length - 1; i >= Math.max(0, rows.length - 8); i--) {
    const line = rows[i]!;
    if (TRAILER.test(line.text) || RULE.test(line.text)) continue;
    const text = line.text.trim();
    const whole =
      /^(?:\(?signed\)?\s*)?([A-Z][A-Za-z'’-]*(?: (?:[A-Z][A-Za-z'’-]*|van|von|de|der|la))*|(?:van|von|de) [A-Z][A-Za-z'’-]+)\.?$/.exec(
        text,
      );
    if (whole && text.length <= 32 && text.split(' ').length <= 3 && !/^(?:END|COMMENT|SUMMARY|Comment|Summary|UNCLAS)/.test(text))
      return { name: whole[1]!, line, whole: true };
    const glued = /[.!?")]\s+([A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]{2,})?)$/.exec(text);
    if (glued && !/^(?:END|COMMENT|SUMMARY)/.test(glued[1]!)) return { name: glued[1]!, line, whole: false };
    return null;
  }
  return null;
}
