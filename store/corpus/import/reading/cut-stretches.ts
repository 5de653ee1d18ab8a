/* Cuts a source where a record or line begins, into stretches of some megabytes that can be read on their own. */
import { findLastRecordStart, findRecordStart } from '../../sources/csv-records.ts';
import { LONGEST } from '../../sources/reading.ts';

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

/** Memory that is used again: making and clearing it takes longer than reading into it. */
export interface Spares {
  take(): Buffer;
  give(bytes: ArrayBufferLike): void;
}

/** Bytes a stretch has at most, where a record begins in it. */
const STRETCH = 4 * 1024 * 1024;
const SPARES_AT_MOST = 8;

export function keepSpares(): Spares {
  const spares: ArrayBufferLike[] = [];
  return {
    take: () => {
      const spare = spares.pop();
      return spare ? Buffer.from(spare as ArrayBuffer) : Buffer.allocUnsafeSlow(STRETCH);
    },
    give: (bytes) => {
      if (bytes.byteLength === STRETCH && spares.length < SPARES_AT_MOST) spares.push(bytes);
    },
  };
}

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
  { base = 0, longest = LONGEST, spares = keepSpares() }: { base?: number; longest?: number; spares?: Spares } = {},
): AsyncGenerator<Stretch> {
  let buffer = spares.take();
  let held = 0;
  let skipping = false;
  for (;;) {
    const ended = await fillUp();
    if (ended) {
      const begin = skipping ? cutting.first(buffer.subarray(0, held)) : 0;
      if (skipping) yield { bytes: Buffer.alloc(0), base: base + (begin === -1 ? held : begin), tooLong: true };
      /* Damaged data may end anywhere: only what is whole counts. */
      const end = ended.error === null ? held : cutting.last(buffer.subarray(0, held));
      if (begin !== -1 && begin < end) yield { bytes: Buffer.from(buffer.subarray(begin, end)), base: base + begin, tooLong: false };
      if (ended.error !== null) throw ended.error;
      return;
    }
    const cut = skipping ? cutting.first(buffer) : cutting.last(buffer);
    if (cut > 0 && skipping) {
      base += cut;
      yield { bytes: Buffer.alloc(0), base, tooLong: true };
      held = buffer.copy(buffer, 0, cut);
      skipping = false;
    } else if (cut > 0) {
      const next = held - cut < STRETCH ? spares.take() : Buffer.allocUnsafeSlow(held);
      held = buffer.copy(next, 0, cut);
      yield { bytes: buffer.subarray(0, cut), base, tooLong: false };
      base += cut;
      buffer = next;
    } else if (skipping || held > longest) {
      base += held - OVERLAP;
      held = buffer.copy(buffer, 0, held - OVERLAP);
      skipping = true;
    } else {
      const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 2, longest + STRETCH));
      buffer.copy(larger, 0, 0, held);
      buffer = larger;
    }
  }

  async function fillUp(): Promise<{ readonly error: unknown } | null> {
    while (held < buffer.length) {
      let read: number;
      try {
        read = await fill(buffer, held, buffer.length - held);
      } catch (error) {
        return { error };
      }
      if (read === 0) return { error: null };
      held += read;
    }
    return null;
  }
}
