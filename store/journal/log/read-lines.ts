/* Bytes of a journal file to events: the hot path of every start.
 *
 * Lines are checked against their sums and parsed many at a time: joined by commas they are one JSON array, which costs
 * less than as many calls of JSON.parse. Where one line of a stretch is damaged, its neighbours are parsed one by one.
 */
import { hash } from 'node:crypto';
import type { JournalEvent } from '../events.ts';
import { looksLikeHlc } from './hlc.ts';
import { NO_LINE, SUM_TAIL } from './line.ts';
import { upcast, VERSIONS } from './upcast.ts';

export interface LinesRead {
  readonly events: JournalEvent[];
  /** Bytes up to and including the last newline. */
  readonly bytes: number;
  /** Lines ended by a newline. */
  readonly lines: number;
  /** 1-based numbers of the damaged ones, counted from where reading began. */
  readonly damaged: readonly number[];
  /** Sum of the last undamaged line, or null where there was none. */
  readonly lastSum: string | null;
  /** Events of types that are not known here, and of versions newer than this program. */
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
  let lastSum: string | null = null;

  const take = (event: JournalEvent, line: number): void => {
    if (!looksLikeHlc(event?.id) || typeof event.type !== 'string' || typeof event.action !== 'string' || typeof event.at !== 'string') {
      damaged.push(line);
      return;
    }
    if (event.v === 1 && VERSIONS[event.type] === 1) {
      events.push(event);
      return;
    }
    const lifted = upcast(event);
    if (lifted.known) events.push(lifted.event);
    else if (lifted.newer) newer += 1;
    else unknown += 1;
  };

  let start = 0;
  const end = bytes.lastIndexOf(10) + 1;
  while (start < end) {
    const firstLine = lines + 1;
    const stretchStart = start;
    let whole = true;
    const good: number[] = [];
    while (start < end && start - stretchStart < STRETCH) {
      const newline = bytes.indexOf(10, start);
      lines += 1;
      const sum = verify ? checkSum(bytes, start, newline) : peekSum(bytes, start, newline);
      if (sum === null) {
        whole = false;
        damaged.push(lines);
      } else {
        lastSum = sum;
        good.push(lines, start, newline);
      }
      start = newline + 1;
    }
    const parsed = whole ? parseStretch(bytes, stretchStart, start - 1, lines - firstLine + 1) : null;
    if (parsed) for (let i = 0; i < parsed.length; i += 1) take(parsed[i]!, firstLine + i);
    else {
      for (let i = 0; i < good.length; i += 3) {
        try {
          take(JSON.parse(bytes.toString('utf8', good[i + 1]!, good[i + 2]!)), good[i]!);
        } catch {
          damaged.push(good[i]!);
        }
      }
    }
  }
  return { events, bytes: end, lines, damaged: damaged.sort((a, b) => a - b), lastSum, unknown, newer };
}

/** The sum of the line at `start`..`end`, or null where it does not fit. */
function checkSum(bytes: Buffer, start: number, end: number): string | null {
  const carried = peekSum(bytes, start, end);
  if (carried === null) return null;
  return hash('sha256', bytes.subarray(start, end - SUM_TAIL), 'hex').startsWith(carried) ? carried : null;
}

/** The sum that a line says it has: `,"sum":"<16 hex>"}`. */
function peekSum(bytes: Buffer, start: number, end: number): string | null {
  if (end - start <= SUM_TAIL) return null;
  const tail = bytes.toString('latin1', end - SUM_TAIL, end);
  return tail.startsWith(',"sum":"') && tail.endsWith('"}') ? tail.slice(8, 24) : null;
}

function parseStretch(bytes: Buffer, start: number, end: number, lines: number): JournalEvent[] | null {
  try {
    const parsed = JSON.parse(`[${bytes.toString('utf8', start, end).replaceAll('\n', ',')}]`) as JournalEvent[];
    return parsed.length === lines ? parsed : null;
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
