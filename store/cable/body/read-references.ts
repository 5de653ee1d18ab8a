/* REF: what the cable refers to.
 *
 *     A. 08 MEXICO 1234 B. STATE 5678 (NOTAL)     enumerators; no year: the cable's own; the year before, where the same station had not come
 *                                                 to that number yet
 *     BRASILIA 2799 AND 2764                      the station is inherited
 *     C. SMITH-JONES E-MAIL OF 3/4/09             not a cable: a typed reference
 */
import type { Reference, ReferenceKind } from '../cable.ts';
import { parseReferenceId, type ReferenceId } from '../ids/reference-id.ts';
import { oneLine } from '../one-line.ts';

const LABEL = /(?<=^|[\s,;(¶])\(?([A-Z])[.)](?=\s|\d|[A-Z(])|\[([A-Z])\]/g;
const KINDS: readonly (readonly [ReferenceKind, RegExp])[] = [
  ['email', /E-?MAIL/i],
  ['tel', /TEL-?CON|PHONE|TELEPHONE/i],
  ['fax', /\bFAX/i],
  ['memo', /\bMEMO/i],
  ['report', /\bREPORT|\bIIR\b|\bTD\b/i],
  ['meeting', /\bMEETING|CONVERSATION|MEMCON/i],
  ['book', /\bBOOK|\bFAM\b|\bFAH\b|\bUSC\b/i],
  ['web', /HTTPS?:|WWW\./i],
];
const CABLE =
  /(?:\(?((?:19|20)?\d\d)\)?\s+)?([A-Z][A-Z.'’-]*(?:[ ][A-Z][A-Z.'’-]+){0,4})\s*(?:\((\d\d)\)\s*)?(?:NO\.?\s*)?0*(\d{1,7})(?![\d/:])|(\d\d)([A-Z]{3,20})0*(\d{1,7})/g;
const MORE = /^\s*(?:,|AND|&|\/|;)\s*0*(\d{2,7})(?![\d/])/i;

/** What is known of the cable that refers: four digits of its own date, its station and number. */
export type Citing = Pick<ReferenceId, 'station' | 'serial'> & { readonly year: number | null };

/** @param text the REF field without its label @param offset its place in the body */
export function readReferences(text: string, offset: number, citing: Citing): Reference[] {
  const references: Reference[] = [];
  for (const { label, from, to } of splitLabels(text)) readPart(label, from, to);
  return references;

  function readPart(label: string | null, from: number, to: number): void {
    const part = text.slice(from, to);
    const before = references.length;
    let last = 0;
    for (const match of part.toUpperCase().matchAll(CABLE)) {
      if (match.index < last) continue;
      const [whole, writtenYear, station, yearBehind, serial, gluedYear, gluedStation, gluedSerial] = match;
      const ownYear = writtenYear ?? yearBehind ?? gluedYear ?? null;
      const name = (gluedStation ?? station!).replace(/^(?:AND|OR|SEE|CF|REFTEL|REF|NOTAL)\s+/, '');
      const id = identify(ownYear, name, (gluedSerial ?? serial)!, citing);
      if (id === null) continue;
      add(id, label, match.index, match.index + whole.length, ownYear === null);
      last = match.index + whole.length;
      for (let more = MORE.exec(part.slice(last)); more; more = MORE.exec(part.slice(last))) {
        const inherited = identify(ownYear, name, more[1]!, citing);
        if (!inherited) break;
        add(inherited, label, last, last + more[0].length, ownYear === null);
        last += more[0].length;
      }
    }
    if (references.length > before) return;
    const written = oneLine(part).replace(/^[,;.]+|[,;.]+$/g, '');
    if (written === '' || written.length < 3) return;
    const kind = KINDS.find(([, pattern]) => pattern.test(written))?.[0] ?? 'other';
    references.push({ label, id: null, kind, text: written, span: { start: offset + from, end: offset + to }, inferredYear: false });

    function add(id: string, letter: string | null, start: number, end: number, inferredYear: boolean): void {
      const written = oneLine(part.slice(start, end)).replace(/^(?:AND|,|&|;)\s*/i, '');
      references.push({
        label: letter,
        id,
        kind: 'cable',
        text: written,
        span: { start: offset + from + start, end: offset + from + end },
        inferredYear,
      });
    }
  }
}

/** Numbers begin anew each January, so a station cannot refer to one of its own that is still to come. */
function identify(year: string | null, station: string, serial: string, citing: Citing): string | null {
  const found = parseReferenceId(`${year ?? ''}${station}${serial}`, citing.year);
  if (year !== null || citing.year === null || citing.serial === null || found?.station !== citing.station) return found?.id ?? null;
  const isToCome = found.serial !== null && found.serial >= citing.serial;
  return (isToCome ? parseReferenceId(`${station}${serial}`, citing.year - 1) : found)?.id ?? null;
}

function splitLabels(text: string): { label: string | null; from: number; to: number }[] {
  const parts: { label: string | null; from: number; to: number }[] = [];
  let expected = 'A';
  let label: string | null = null;
  let from = 0;
  for (const match of text.matchAll(LABEL)) {
    const letter = (match[1] ?? match[2])!;
    if (letter !== expected && !(letter > expected && letter.charCodeAt(0) - expected.charCodeAt(0) <= 2)) continue;
    if (match.index > from) parts.push({ label, from, to: match.index });
    label = letter;
    from = match.index + match[0].length;
    expected = String.fromCharCode(letter.charCodeAt(0) + 1);
  }
  parts.push({ label, from, to: text.length });
  return parts.filter((part) => text.slice(part.from, part.to).trim() !== '');
}
