/* Cuts a stream where a record or line begins, into stretches of some megabytes that can be read on their own. */
import { findLastRecordStart, findRecordStart } from '../sources/csv-records.ts';
import { LONGEST } from '../sources/reading.ts';

export interface Cutting {
  /** Where the last record or line of the bytes begins, behind `from`; -1 without one. */
  last(bytes: Buffer, from: number): number;
  /** Where the first begins behind `from`; -1 without one. */
  first(bytes: Buffer, from: number): number;
}

export const cutRecords: Cutting = { last: findLastRecordStart, first: findRecordStart };

export const cutLines: Cutting = {
  last: (bytes, from) => {
    const newline = bytes.lastIndexOf(10);
    return newline < from ? -1 : newline + 1;
  },
  first: (bytes, from) => bytes.indexOf(10, from) + 1 || -1,
};

export interface Stretch {
  /** Alone in its memory, so that it can be handed to another thread. Empty where something too long was passed over. */
  readonly bytes: Buffer;
  readonly base: number;
  readonly tooLong: boolean;
}

/** Bytes a stretch has at least, but the last. */
const STRETCH = 4 * 1024 * 1024;
/** Enough to see a beginning that stands across two blocks. */
const OVERLAP = 32;

/**
 * @param base byte of the source at which the blocks begin
 * @param longest bytes between two beginnings above which what lies there is passed over
 */
export async function* cutStretches(blocks: AsyncIterable<Buffer>, cutting: Cutting, base = 0, longest = LONGEST): AsyncGenerator<Stretch> {
  let parts: Buffer[] = [];
  let held = 0;
  let wanted = STRETCH;
  let skipping = false;
  for await (const block of blocks) {
    parts.push(block);
    held += block.length;
    if (held < wanted && !skipping) continue;
    const bytes = joinAlone(parts, held);
    const cut = skipping ? cutting.first(bytes, 0) : cutting.last(bytes, 0);
    if (cut > 0) {
      if (skipping) yield { bytes: bytes.subarray(0, 0), base: base + cut, tooLong: true };
      const rest = Buffer.from(bytes.subarray(cut));
      if (!skipping) yield { bytes: bytes.subarray(0, cut), base, tooLong: false };
      base += cut;
      parts = [rest];
      held = rest.length;
      wanted = STRETCH;
      skipping = false;
    } else if (skipping || held > longest) {
      const kept = Math.min(OVERLAP, bytes.length);
      base += bytes.length - kept;
      parts = [Buffer.from(bytes.subarray(bytes.length - kept))];
      held = kept;
      skipping = true;
    } else {
      parts = [bytes];
      wanted = held * 2;
    }
  }
  if (skipping) yield { bytes: Buffer.alloc(0), base: base + held, tooLong: true };
  else if (held > 0) yield { bytes: joinAlone(parts, held), base, tooLong: false };
}

function joinAlone(parts: readonly Buffer[], size: number): Buffer {
  const joined = Buffer.allocUnsafeSlow(size);
  let at = 0;
  for (const part of parts) at += part.copy(joined, at);
  return joined;
}
