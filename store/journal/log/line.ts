/* One event, one line, one write().
 *
 *     {"v":1,"id":…,"seq":42,"at":…,"action":…,"type":"tag.added","data":{…},"prev":"<16 hex>","sum":"<16 hex>"}\n
 *     └────────────────────────── summed ─────────────────────────────────────────────────┘└── 26 bytes ──┘
 *
 * `sum` is the first 16 hex digits of SHA-256 over the bytes before `,"sum"`; `prev` is the sum of the line before it in
 * the same slot and stream. Both find damage and holes; neither is proof against a forger.
 */
import { hash } from 'node:crypto';
import type { EventDraft, Hlc, JournalEvent } from '../events.ts';

/** `prev` of the very first line of a slot and stream. */
export const NO_LINE = '0'.repeat(16);
/** Bytes of `,"sum":"<16 hex>"}`. */
export const SUM_TAIL = 26;

export interface Stamp {
  readonly id: Hlc;
  readonly at: string;
  readonly action: string;
}

export interface StampedEvent extends Stamp {
  readonly v: number;
  readonly type: string;
  readonly data: unknown;
}

export interface WrittenLine {
  /** With its newline. */
  readonly text: string;
  readonly sum: string;
}

/** The line of an event. Keys in the frozen order; U+2028 and U+2029 are escaped so that every tool agrees what a line is. */
export function formatLine(event: StampedEvent, seq: number, prev: string): WrittenLine {
  const { v, id, at, action, type, data } = event;
  const whole = JSON.stringify({ v, id, seq, at, action, type, data, prev }).replace(/[\u2028\u2029]/g, (c) =>
    c === '\u2028' ? '\\u2028' : '\\u2029',
  );
  const summed = whole.slice(0, -1);
  const sum = sumOf(summed);
  return { text: `${summed},"sum":"${sum}"}\n`, sum };
}

/** First 16 hex digits of SHA-256. */
export function sumOf(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'hex').slice(0, 16);
}

/** The sum a line carries, or null where it is damaged. `line` is the bytes without the newline. */
export function verifiedSum(line: Uint8Array): string | null {
  if (line.length <= SUM_TAIL || line[line.length - 1] !== 125) return null;
  const tail = Buffer.from(line.buffer, line.byteOffset + line.length - SUM_TAIL, SUM_TAIL).toString('latin1');
  const full = hash('sha256', line.subarray(0, line.length - SUM_TAIL), 'hex');
  const sum = full.slice(0, 16);
  return tail === `,"sum":"${sum}"}` ? sum : null;
}

/** What a line says beside its event: for `verify` and for taking a slot up again. */
export interface LineEnvelope extends StampedEvent {
  readonly seq: number;
  readonly prev: string;
  readonly sum: string;
}

/** A whole, undamaged line; null where it is damaged or no event. */
export function readLine(line: Uint8Array): LineEnvelope | null {
  if (verifiedSum(line) === null) return null;
  try {
    const parsed = JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString('utf8')) as LineEnvelope;
    return typeof parsed.id === 'string' && typeof parsed.seq === 'number' && typeof parsed.type === 'string' ? parsed : null;
  } catch {
    return null;
  }
}

/** Gives a draft its place in time. `seq` is only known to the file; in memory it stays 0 until it is read back. */
export function stampDraft(draft: EventDraft, stamp: Stamp, version: number): JournalEvent {
  return { ...draft, v: version, id: stamp.id, seq: 0, at: stamp.at, action: stamp.action } as JournalEvent;
}
