/* Cuts a source where a record or line begins, into stretches of some megabytes that can be read on their own. */
import { findLastRecordStart, findRecordStart } from '../../sources/csv-records.ts';
import { LONGEST } from '../../sources/reading.ts';
import { keepSpares, type SpareBlocks, STRETCH } from './spare-blocks.ts';

export interface Cutting {
  /** Where the last record or line of the bytes begins; -1 where none begins behind their first byte. */
  last(bytes: Buffer): number;
  /** Where the first begins behind the first byte; -1 without one. */
  first(bytes: Buffer): number;
}

export const cutRecords: Cutting = { last: (bytes) => findLastRecordStart(bytes, 0), first: (bytes) => findRecordStart(bytes, 0) };

export const cutLines: Cutting = { last: (bytes) => bytes.lastIndexOf(10) + 1 || -1, first: (bytes) => bytes.indexOf(10) + 1 || -1 };

export interface Stretch {
  /** Alone in its memory, so that it can be handed to another thread. Empty where something too long was passed over. */
  readonly bytes: Buffer;
  readonly base: number;
  readonly tooLong: boolean;
}

/** Puts bytes of the source into `to` from `at` on, at most `length`. @returns how many; 0 at the end */
export type Fill = (to: Buffer, at: number, length: number) => Promise<number>;

/** Enough to see a beginning that stands across two reads. */
const OVERLAP = 32;

/**
 * @throws what `fill` throws, behind the last stretch that is whole
 * @param base byte of the source at which `fill` begins
 * @param longest bytes between two beginnings above which what lies there is passed over
 */
export async function* cutStretches(
  fill: Fill,
  cutting: Cutting,
  { base = 0, longest = LONGEST, spares = keepSpares() }: { base?: number; longest?: number; spares?: SpareBlocks } = {},
): AsyncGenerator<Stretch> {
  let buffer = spares.take();
  /** Bytes to read before it is cut. */
  let full = STRETCH;
  let held = 0;
  let skipping = false;
  for (;;) {
    const ended = await fillUp();
    const bytes = buffer.subarray(0, held);
    if (ended) {
      const begin = skipping ? cutting.first(bytes) : 0;
      if (skipping) yield { bytes: Buffer.alloc(0), base: base + (begin === -1 ? held : begin), tooLong: true };
      /* Damaged data may end anywhere: only what is whole counts. */
      const end = ended.error === null ? held : cutting.last(bytes);
      if (begin !== -1 && begin < end) yield { bytes: bytes.subarray(begin, end), base: base + begin, tooLong: false };
      if (ended.error !== null) throw ended.error;
      return;
    }
    const cut = skipping ? cutting.first(bytes) : cutting.last(bytes);
    if (cut > 0 && skipping) {
      base += cut;
      yield { bytes: Buffer.alloc(0), base, tooLong: true };
      held = bytes.copy(buffer, 0, cut);
      skipping = false;
    } else if (cut > 0) {
      const rest = held - cut;
      full = rest < STRETCH ? STRETCH : held;
      const next = full === STRETCH ? spares.take() : Buffer.allocUnsafeSlow(full);
      bytes.copy(next, 0, cut);
      yield { bytes: bytes.subarray(0, cut), base, tooLong: false };
      base += cut;
      held = rest;
      buffer = next;
    } else if (skipping || held > longest) {
      base += held - OVERLAP;
      held = bytes.copy(buffer, 0, held - OVERLAP);
      skipping = true;
    } else {
      full = Math.min(full * 2, longest + STRETCH);
      const larger = Buffer.allocUnsafeSlow(full);
      bytes.copy(larger);
      buffer = larger;
    }
  }

  async function fillUp(): Promise<{ readonly error: unknown } | null> {
    while (held < full) {
      let read: number;
      try {
        read = await fill(buffer, held, full - held);
      } catch (error) {
        return { error };
      }
      if (read === 0) return { error: null };
      held += read;
    }
    return null;
  }
}
