/* Bytes of a journal file to events: the hot path of every start.
 *
 * Sums are compared over bytes, a stretch at a time; the text of an undamaged stretch is then taken apart at its newlines.
 * Where one line of a stretch is damaged, its neighbours are looked at one by one.
 */
import { hash } from 'node:crypto';
import type { JournalEvent } from '../events.ts';
import { looksLikeHlc } from './hlc.ts';
import { NO_LINE, SUM_TAIL } from './line.ts';
import { parseFixedLine } from './parse-line.ts';
import { upcast } from './upcast.ts';
import { isWellFormed } from './well-formed.ts';

export interface LinesRead {
  readonly events: JournalEvent[];
  /** Bytes up to and including the last newline. */
  readonly bytes: number;
  /** Lines ended by a newline. */
  readonly lines: number;
  /** 1-based numbers of the damaged ones, counted from where reading began. */
  readonly damaged: readonly number[];
  /** Events of types that are not known here or with data that is not of their type, and of versions newer than this program. */
  readonly unknown: number;
  readonly newer: number;
}

const STRETCH = 1 << 16;

/** @param verify false: sums are not compared (only JSON that does not parse is damage) */
export function readLines(bytes: Buffer, verify = true): LinesRead {
  const events: JournalEvent[] = [];
  const damaged: number[] = [];
  let lines = 0;
  let unknown = 0;
  let newer = 0;

  const take = (event: JournalEvent | null, line: number): void => {
    if (
      !event ||
      !looksLikeHlc(event.id) ||
      event.data === undefined ||
      typeof event.type !== 'string' ||
      typeof event.action !== 'string' ||
      typeof event.at !== 'string'
    ) {
      damaged.push(line);
      return;
    }
    const lifted = upcast(event);
    if (lifted.known && isWellFormed(lifted.event.type, lifted.event.data)) events.push(lifted.event);
    else if (lifted.known) unknown += 1;
    else if (lifted.newer) newer += 1;
    else unknown += 1;
  };

  /* Some line of the stretch is damaged: they are looked at one by one. */
  const readDoubtful = (from: number, to: number): void => {
    for (let at = from; at < to; ) {
      const newline = bytes.indexOf(10, at);
      lines += 1;
      if (sumFits(bytes, at, newline)) take(parseLine(bytes.toString('utf8', at, newline)), lines);
      else damaged.push(lines);
      at = newline + 1;
    }
  };

  let start = 0;
  const end = bytes.lastIndexOf(10) + 1;
  while (start < end) {
    const stretchStart = start;
    start = endOfStretch(bytes, start, end);
    if (verify && !sumsFit(bytes, stretchStart, start)) {
      readDoubtful(stretchStart, start);
      continue;
    }
    const text = bytes.toString('utf8', stretchStart, start);
    for (let at = 0; at < text.length; ) {
      const newline = text.indexOf('\n', at);
      lines += 1;
      const event = parseFixedLine(text, at, newline);
      if (event && isWellFormed(event.type, event.data)) events.push(event);
      else take(parseLine(text.slice(at, newline)), lines);
      at = newline + 1;
    }
  }
  return { events, bytes: end, lines, damaged, unknown, newer };
}

/** The newline that ends a stretch of at least `STRETCH` bytes, and one further. */
function endOfStretch(bytes: Buffer, start: number, end: number): number {
  const newline = start + STRETCH < end ? bytes.indexOf(10, start + STRETCH) : end - 1;
  return newline + 1;
}

function sumsFit(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; ) {
    const newline = bytes.indexOf(10, at);
    if (!sumFits(bytes, at, newline)) return false;
    at = newline + 1;
  }
  return true;
}

const BEFORE_SUM = Buffer.from(',"sum":"');

/** Whether the line at `start`..`end` ends in `,"sum":"<16 hex>"}` and the sum is that of the bytes before. */
function sumFits(bytes: Buffer, start: number, end: number): boolean {
  const tail = end - SUM_TAIL;
  if (tail <= start || bytes[end - 1] !== 125 || bytes[end - 2] !== 34) return false;
  for (let i = 0; i < 8; i += 1) if (bytes[tail + i] !== BEFORE_SUM[i]) return false;
  const sum = hash('sha256', bytes.subarray(start, tail), 'hex');
  for (let i = 0; i < 16; i += 1) if (bytes[tail + 8 + i] !== sum.charCodeAt(i)) return false;
  return true;
}

function parseLine(text: string): JournalEvent | null {
  try {
    return JSON.parse(text) as JournalEvent | null;
  } catch {
    return null;
  }
}

/** Where a slot's stream stands: what its next line goes on from. */
export interface StreamEnd {
  readonly seq: number;
  readonly prev: string;
}

export const STREAM_START: StreamEnd = { seq: 0, prev: NO_LINE };
