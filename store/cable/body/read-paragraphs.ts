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
import { oneLine } from '../one-line.ts';
import { findSignature, type Signature } from './find-signature.ts';
import type { TextLine } from './lines.ts';
import { isItem, isRule, isTabular, isTrailer, mayHaveNumber, mayHavePortion, type Row, readRows } from './rows.ts';

const PORTION = String.raw`\(\s*((?:TS|S|C|U|SBU|SE|LOU)\s*(?:\/{1,2}\s*[A-Z][A-Z ,]*)*)\s*\)`;
const NUMBERED = new RegExp(String.raw`^\s*(?:¶\s*)?(\d{1,3})\s*(?:[.)]|(?=\([SCU]))[ \t]*(?:${PORTION}|((?:SBU|C|S|U)\))\s)?\.?\s*`);
const PORTIONED = new RegExp(String.raw`^\s*${PORTION}\.?\s*`);
export interface TextRead {
  readonly paragraphs: readonly Paragraph[];
  readonly blocks: readonly Block[];
  readonly signature: string | null;
}

/** @param lines of the text proper @param hidden page markers and repeated heads, in order @param anchors of the site: place -> name */
export function readText(
  body: string,
  lines: readonly TextLine[],
  hidden: readonly Span[],
  anchors: readonly { readonly name: string; readonly start: number }[],
): TextRead {
  const rows = readRows(body, lines, hidden);
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
      const lead = first.indent;
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
    blocks.push({ start: first.start, end: Math.max(end, first.start), kind: group.kind, paragraph, indent: first.indent });
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

function groupRows(rows: readonly Row[], signature: Signature | null): Group[] {
  const groups: Group[] = [];
  let last = 0;
  for (const [i, row] of rows.entries()) {
    const previous = groups.at(-1);
    const started = readNumber(row, row.interrupted ? Math.min(last, restart(row.text, last)) : last);
    const alone = specialKind(row, rows[i - 1], rows[i + 1], signature);
    if (started) last = started.number ?? last;
    if (alone) {
      groups.push({ kind: alone, rows: [row], number: null, portion: null, textAt: 0 });
      continue;
    }
    const portioned = mayHavePortion(row) ? PORTIONED.exec(row.text) : null;
    const goesOn =
      previous?.kind === 'prose' &&
      !started &&
      (!row.gap || (row.interrupted && isMidSentence(previous.rows.at(-1)!.text, row.text))) &&
      !(isItem(row) && !isTabular(row)) &&
      !portioned;
    if (goesOn) {
      previous.rows.push(row);
      continue;
    }
    const portion = started?.portion ?? (portioned && tidyPortion(portioned[1]!));
    const textAt = started?.textAt ?? (portioned ? portioned[0].length : row.indent);
    groups.push({ kind: 'prose', rows: [row], number: started?.number ?? null, portion, textAt });
  }
  return groups.map((group) => (group.kind === 'prose' && looksTabular(group.rows) ? { ...group, kind: 'table' } : group));
}

/** Behind the head of a later section numbers may begin again. */
const restart = (text: string, last: number): number => (/^\s*(?:¶\s*)?1\s*[.)]/.test(text) ? 0 : last);

function readNumber(row: Row, last: number): { number: number; portion: string | null; textAt: number } | null {
  const match = mayHaveNumber(row) ? NUMBERED.exec(row.text) : null;
  if (!match) return null;
  const number = Number(match[1]);
  const portion = match[2] ?? match[3]?.replace(')', '') ?? null;
  const counts = number === last + 1 || (portion !== null && number > last && number <= last + 5) || (portion !== null && number === 1);
  if (!counts || number > 400 || (portion === null && !/^\s*(?:¶\s*)?\d{1,3}\s*[.)]\s*\S/.test(row.text))) return null;
  return { number, portion: portion && tidyPortion(portion), textAt: match[0].length };
}

/** `C / NF` -> `C/NF`, `S//NF` -> `S/NF`, `SE` -> `S`. */
function tidyPortion(mark: string): string {
  const tidy = oneLine(mark.toUpperCase().replaceAll(/\s*\/+\s*/g, '/')).replace('NOFORN', 'NF');
  return tidy === 'SE' ? 'S' : tidy;
}

function specialKind(row: Row, before: Row | undefined, after: Row | undefined, signature: Signature | null): Block['kind'] | null {
  if (isRule(row)) return 'rule';
  if (signature && row.start === signature.line.start && signature.whole) return 'signature';
  if (isTrailer(row)) return 'trailer';
  const underlined = after !== undefined && !after.gap && isRule(after) && (row.gap || before === undefined || isRule(before));
  const apart = row.gap && (after === undefined || after.gap);
  if (!underlined && !apart) return null;
  const short = row.text.length - row.indent <= 70 && !isTabular(row);
  if (!short || (mayHaveNumber(row) && NUMBERED.test(row.text))) return null;
  if (underlined) return 'heading';
  if (/^\s*(?:\([A-Z/]+\)\s*)?[A-Z][A-Z0-9 ,.:;'"&()/-]{3,}$/.test(row.text) && !/[.]$/.test(row.text)) return 'heading';
  return /^\s*(?:Summary|Comment|Background|Introduction|Conclusion|Biographical Note)\b[^.]{0,40}$/.test(row.text) ? 'heading' : null;
}

function isMidSentence(before: string, after: string): boolean {
  return !/[.:?!]["')]*\s*$/.test(before) || /^\s*[a-z]/.test(after);
}

function looksTabular(rows: readonly Row[]): boolean {
  const least = Math.max(2, rows.length * 0.6);
  let tabular = 0;
  for (const [i, row] of rows.entries()) {
    if (tabular + rows.length - i < least) return false;
    if (isTabular(row)) tabular += 1;
  }
  return tabular >= least;
}
