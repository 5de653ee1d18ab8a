import { hash } from 'node:crypto';
import { readCsv } from './cables-csv.ts';
import { asBuffer, decodeFile, readMark } from './decode-text.ts';
import { detectWhole } from './detect-source.ts';
import { readJsonLines } from './json-lines.ts';
import { readPage } from './page.ts';
import type { Reading } from './reading.ts';
import { readSavedText } from './saved-text.ts';

/** Reads a whole file of any format, unpacked. */
export function* readFile(bytes: Uint8Array, path: string): Generator<Reading> {
  const format = detectWhole(bytes);
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
  const { text, problem } = decodeFile(bytes);
  const read = (format === 'page' ? readPage : readSavedText)(text, path, hash('sha256', bytes));
  yield { read, problems: problem ? [problem] : [], end: bytes.length, where: null };
}
