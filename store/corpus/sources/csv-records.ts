/* The one csv dialect of the corpus, split without a general parser: 1.8 GB in seconds.
 *
 *     "1","12/28/1966 18:48","66CARDENA2481","Embassy Cardena","SECRET","66ARCADIA12|…","header","body \"as\" found \\"⏎
 *
 * Every field is quoted, line ends stand raw inside the quotes, a backslash makes the next character literal. A quote inside a
 * field is therefore never raw, and the bytes `⏎"1234","12/` can only be the beginning of a record: a file may be cut there
 * without having been read from its beginning, and reading goes on there after damage. (Doubled quotes, as in RFC 4180, are
 * understood too: no field of this dialect can hold them.)
 */
const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const NEWLINE = 10;
const RETURN = 13;

export interface CsvRecord {
  /** Start of each field and the byte behind its last, without the quotes. */
  readonly fields: readonly (readonly [start: number, end: number])[];
  /** Behind the closing quote of the last field. */
  readonly contentEnd: number;
  /** Where the next record begins. */
  readonly next: number;
}

/** What is wrong: the bytes end inside the record, or it is not eight quoted fields. */
export type CsvDamage = 'unfinished' | 'malformed';

/** Splits the record that begins at `start`. */
export function splitRecord(buffer: Buffer, start: number, columns = 8): CsvRecord | CsvDamage {
  const fields: [number, number][] = [];
  let at = start;
  for (;;) {
    if (at >= buffer.length) return 'unfinished';
    if (buffer[at] !== QUOTE) return 'malformed';
    const begin = at + 1;
    const end = findClosingQuote(buffer, begin);
    if (end === -1) return 'unfinished';
    fields.push([begin, end]);
    at = end + 1;
    if (buffer[at] === COMMA) {
      at += 1;
      if (fields.length === columns) return 'malformed';
      continue;
    }
    if (fields.length !== columns) return at >= buffer.length ? 'unfinished' : 'malformed';
    if (at >= buffer.length || buffer[at] === NEWLINE) return { fields, contentEnd: at, next: Math.min(at + 1, buffer.length) };
    if (buffer[at] === RETURN && (buffer[at + 1] === NEWLINE || at + 1 === buffer.length))
      return { fields, contentEnd: at, next: Math.min(at + 2, buffer.length) };
    return 'malformed';
  }
}

function findClosingQuote(buffer: Buffer, from: number): number {
  for (let at = from; ; ) {
    const quote = buffer.indexOf(QUOTE, at);
    if (quote === -1) return -1;
    let slashes = 0;
    while (quote - slashes > from && buffer[quote - slashes - 1] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 1) at = quote + 1;
    else if (buffer[quote + 1] === QUOTE) at = quote + 2;
    else return quote;
  }
}

/** The text of a field: what follows a backslash is literal. */
export function unescapeField(field: string): string {
  const plain = field.includes('""') ? field.replaceAll('""', '"') : field;
  return plain.includes('\\') ? plain.replaceAll(/\\([\s\S])/g, '$1') : plain;
}

const RECORD_START = /^"\d{1,9}","\d{1,4}[-/]/;
/** Longest that RECORD_START can match. */
const START_LENGTH = 20;

const startsRecord = (buffer: Buffer, at: number): boolean => RECORD_START.test(buffer.toString('latin1', at, at + START_LENGTH));

const LINE_THEN_QUOTE = Buffer.from('\n"');

/** The first beginning of a record behind `from`, or -1. */
export function findRecordStart(buffer: Buffer, from: number): number {
  for (let at = from; ; at += 1) {
    at = buffer.indexOf(LINE_THEN_QUOTE, at);
    if (at === -1) return -1;
    if (startsRecord(buffer, at + 1)) return at + 1;
  }
}

/** The last beginning of a record behind `from`, or -1. */
export function findLastRecordStart(buffer: Buffer, from: number): number {
  for (let at = buffer.length; at > from; at -= 1) {
    at = buffer.lastIndexOf(LINE_THEN_QUOTE, at);
    if (at < from) return -1;
    if (startsRecord(buffer, at + 1)) return at + 1;
  }
  return -1;
}
