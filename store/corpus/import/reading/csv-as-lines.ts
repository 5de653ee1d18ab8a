/* A stretch of cables.csv as shard lines, without making strings of the texts: the escapes of the csv are nearly those of JSON, so that the
 * bytes are copied with the few that differ replaced. The result is the same, byte for byte, as reading and formatting each record.
 */
import { isUtf8 } from 'node:buffer';
import { formatAroundTexts, formatShardLine } from '../../shards/shard-line.ts';
import { readHead, readRecord, splitRecords } from '../../sources/cables-csv.ts';
import { unescapeField } from '../../sources/csv-records.ts';
import { asBuffer } from '../../sources/decode-text.ts';
import { isRefused, type Refused } from '../../sources/refused.ts';
import { type DoneJob, DoneReadings } from './done-job.ts';
import { asWords, type LineBuffer, type Words } from './line-buffer.ts';
import type { WorkJob } from './read-job.ts';

export function readCsvAsLines(job: Extract<WorkJob, { kind: 'csv' }>, lines: LineBuffer): DoneJob {
  const { base, file } = job;
  const buffer = asBuffer(job.bytes);
  const words = asWords(buffer);
  const done = new DoneReadings(lines);
  const allUtf8 = isUtf8(buffer);
  for (const { record, start, next } of splitRecords(buffer)) {
    const end = base + next;
    const refuse = (refused: Refused, problems: readonly string[] = []) =>
      done.add(0, end, { problems, where: `record at byte ${base + start}`, refused, textless: null });
    if (isRefused(record)) {
      refuse(record);
      continue;
    }
    if (!allUtf8 && !isUtf8(buffer.subarray(start, record.contentEnd))) {
      const { read: found, problems } = readRecord(buffer, record, start, file.name);
      if (isRefused(found)) refuse(found, problems);
      else {
        lines.write(formatShardLine(found));
        done.add(0, end, { problems, where: null, refused: null, textless: null });
      }
      continue;
    }
    const head = readHead(buffer, record, start, file.name, (column) => unescapeField(buffer.toString('utf8', ...record.fields[column]!)));
    if (isRefused(head)) {
      refuse(head);
      continue;
    }
    const [before, between, after] = formatAroundTexts(head);
    lines.write(before);
    lines.writeWith(escapeField, words, ...record.fields[6]!);
    lines.write(between);
    lines.writeWith(escapeField, words, ...record.fields[7]!);
    lines.write(after);
    done.add(0, end);
  }
  return done.take();
}

const BACKSLASH = 92;
const QUOTE = 34;
const NEWLINE = 10;
const LETTER_N = 110;
/** What JSON writes in a short form, by byte. */
const SHORT = new Map([
  [8, 98],
  [9, 116],
  [10, 110],
  [12, 102],
  [13, 114],
]);
const HEX = '0123456789abcdef';

/** 1 for bytes that stand for themselves in both. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 32 && byte !== BACKSLASH && byte !== QUOTE ? 1 : 0));

/**
 * Copies the bytes of a csv field as the inside of a JSON string. Hot: every byte of the corpus passes here, four at a time where none of
 * them is special (twice as fast as looking at each).
 * @returns where it ends in `to`
 */
function escapeField({ bytes: from, view }: Words, start: number, end: number, { bytes: to, view: toView }: Words, at: number): number {
  let i = start;
  const lastWord = end - 4;
  while (i < end) {
    for (; i <= lastWord; i += 4, at += 4) {
      const word = view.getInt32(i, true);
      if (hasSpecial(word)) break;
      toView.setInt32(at, word, true);
    }
    for (const stop = Math.min(i + 4, end); i < stop; ) {
      const byte = from[i++]!;
      if (PLAIN[byte] === 1) to[at++] = byte;
      else if (byte === NEWLINE) {
        to[at++] = BACKSLASH;
        to[at++] = LETTER_N;
      } else if ((byte === BACKSLASH || byte === QUOTE) && i < end)
        at = escapeByte(from[i++]!, to, at); /* A backslash makes the next byte literal; a raw quote is the first of two. */
      else at = escapeByte(byte, to, at);
    }
  }
  return at;
}

const EACH = 0x01010101;
const TOP_BITS = 0x80808080;

/** Whether one of the four bytes is not PLAIN. A subtraction reaches the top bit of a byte below 128 where it is less than what is taken away. */
function hasSpecial(word: number): boolean {
  const isControl = word - 32 * EACH;
  const isQuote = (word ^ (QUOTE * EACH)) - EACH;
  const isBackslash = (word ^ (BACKSLASH * EACH)) - EACH;
  return ((isControl | isQuote | isBackslash) & ~word & TOP_BITS) !== 0;
}

function escapeByte(byte: number, to: Buffer, at: number): number {
  if (PLAIN[byte] === 1) {
    to[at++] = byte;
    return at;
  }
  to[at++] = BACKSLASH;
  const short = SHORT.get(byte);
  if (byte === BACKSLASH || byte === QUOTE) to[at++] = byte;
  else if (short !== undefined) to[at++] = short;
  else for (const digit of `u00${HEX[byte >> 4]}${HEX[byte & 15]}`) to[at++] = digit.charCodeAt(0);
  return at;
}
