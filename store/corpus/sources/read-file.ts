import { hash } from 'node:crypto';
import { readCsv } from './cables-csv.ts';
import { asBuffer, type Decoded, decodeBytes, decodeFile, readMark } from './decode-text.ts';
import { detectWhole } from './detect-source.ts';
import { readJsonLines } from './json-lines.ts';
import { readPage } from './page.ts';
import type { Reading } from './reading.ts';
import { readSavedText } from './saved-text.ts';

/** Reads a whole file of any format, unpacked. */
export function* readFile(bytes: Uint8Array, path: string): Generator<Reading> {
  const page = decodePage(asBuffer(bytes));
  const format = page ? 'page' : detectWhole(bytes);
  if (typeof format === 'object') {
    yield { read: format, problems: [], end: bytes.length, where: null };
    return;
  }
  if (format === 'csv' || format === 'ndjson') {
    const mark = readMark(bytes);
    const plain = mark && mark.encoding !== 'utf-8' ? Buffer.from(decodeFile(bytes).text) : asBuffer(bytes).subarray(mark?.length ?? 0);
    yield* (format === 'csv' ? readCsv : readJsonLines)(plain, path);
    return;
  }
  const { text, problem } = page ?? decodeFile(bytes);
  const read = (format === 'page' ? readPage : readSavedText)(text, path, hash('sha256', bytes));
  yield { read, problems: problem ? [problem] : [], end: bytes.length, where: null };
}

const TABLE = Buffer.from("<table class='cable'>");
/** Bytes of the beginning, which hold the counter, and of what is before the table, which holds the heading. */
const BEGINNING = 8 * 1024;
const BEFORE = 32 * 1024;

/**
 * A page without most of its navigation, which is not even decoded: that takes longer than all else that is done to a page.
 * @returns null where it is not a page as the site wrote it
 */
function decodePage(bytes: Buffer): Decoded | null {
  if (!/^\s*<(?:\?xml|!doctype|html)/i.test(bytes.toString('latin1', 0, 200))) return null;
  const table = bytes.indexOf(TABLE);
  if (table === -1) return null;
  /* Cut where a tag begins, never inside a character. */
  const end = bytes.indexOf('<', Math.min(BEGINNING, table));
  const begin = Math.max(end, bytes.indexOf('<', Math.max(0, table - BEFORE)));
  const first = decodeBytes(bytes, 0, end);
  const rest = decodeBytes(bytes, begin, bytes.length);
  return { text: first.text + rest.text, problem: first.problem ?? rest.problem };
}
