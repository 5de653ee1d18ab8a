/* The line every text begins with: classification, section, station and serial.
 *
 *     C O N F I D E N T I A L SECTION 01 OF 03 MADRID 000091
 *     UNCLAS E F T O LONDON 002468                       S e c r e t state 135366
 *
 * A newspaper's dateline, a row of a database or "Cable dated:" may stand before it, and captions run into it (`003126SIPDISSIPDIS`).
 */

export interface FirstLine {
  readonly level: 'UNCLASSIFIED' | 'CONFIDENTIAL' | 'SECRET';
  /** As written between classification and serial, without the section: `E F T O LONDON`, `BUENOS AIRES`. Null where nothing stands there. */
  readonly station: string | null;
  readonly serial: number | null;
  /** Everything between classification and serial but a section as it should be written, for the ids that the site made from it. */
  readonly between: string | null;
  readonly section: number | null;
  readonly of: number | null;
  /** UTF-16 units of the text: from the classification to the end of the serial, or of the line. */
  readonly start: number;
  readonly end: number;
}

const LEVEL =
  /(?<![A-Za-z])(?:(S ?E ?C ?R ?E ?T|E C R E T)|(C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|O N F I D E N T I A L)|(UNCLASSIFIED|UNCLAS|U N C L A S(?: S I F I E D)?|NCLAS))(?=[\s/(]|SECTION|$)/gi;
const SECTION = /(?<=^[A-Z\s/]{0,40})(?:S[A-Z]{3,7}|ECTION|SEC)\s*(\d{1,2})\s*[O0G]?F\s*(\d{1,3})\s*/i;
const STATION_AND_SERIAL =
  /^\s*(?:\/\/?[A-Z /]*?(?=\s))?\s*((?:75 )?[A-Z][A-Z.'’-]*(?: +[A-Z][A-Z.'’-]*){0,6}?)[ \t]{1,12}0*(\d{1,8})(?=\D|$)/i;
/** How far into a text the first line may stand: after a row of a database with a whole header in it. */
const REACH = 6000;

/** Finds the first line; a line that names station and serial before one that only names a classification. Null where there is none. */
export function findFirstLine(text: string): FirstLine | null {
  const head = text.slice(0, REACH);
  let poor: FirstLine | null = null;
  for (const match of head.matchAll(LEVEL)) {
    const start = match.index;
    const afterLevel = start + match[0].length;
    const line = head.slice(afterLevel, afterLevel + 120).split(/[\n\r\u2028]/, 1)[0]!;
    const level = match[1] ? 'SECRET' : match[2] ? 'CONFIDENTIAL' : 'UNCLASSIFIED';
    const section = SECTION.exec(line);
    const captions = section ? line.slice(0, section.index) : '';
    const afterSection = section ? section.index + section[0].length : 0;
    const rest = line.slice(afterSection);
    const named = STATION_AND_SERIAL.exec(rest);
    const numbers = { section: section ? Number(section[1]) : null, of: section ? Number(section[2]) : null };
    if (named && named[1]!.length >= 3 && !/^(?:DECL|SECTION|BY|ON|AS|OF)\b/i.test(named[1]!)) {
      const end = afterLevel + afterSection + named[0].length;
      const words = /^SECTION \d\d OF \d\d\s+$/.test(section?.[0] ?? '')
        ? captions + rest.slice(0, named[0].length)
        : line.slice(0, end - afterLevel);
      return { level, station: named[1]!, serial: Number(named[2]), between: words.replace(/\d+$/, ''), ...numbers, start, end };
    }
    const beginsLine = start === 0 || /[\n\r\u2028\]\d][ \t]*$/.test(head.slice(Math.max(0, start - 20), start));
    if (beginsLine && (poor === null || (poor.section === null && section !== null))) {
      const word = /^\s*([A-Z][A-Z ]{2,30}?)\s*$/i.exec(rest)?.[1] ?? null;
      poor = { level, station: word, serial: null, between: null, ...numbers, start, end: afterLevel + line.trimEnd().length };
    }
  }
  return poor;
}
