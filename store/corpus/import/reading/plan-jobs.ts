/* Turns files into jobs of about equal size that can be done on their own, in any thread, in the order of the sources. */
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { LONGEST, tooLong } from '../../sources/reading.ts';
import { isRefused, type Refused } from '../../sources/refused.ts';
import { cutLines, cutRecords, cutStretches } from './cut-stretches.ts';
import { fillFromBlocks, fillFromFile, openInput } from './open-input.ts';
import { PACKED_DAMAGED } from './read-job.ts';
import { keepSpares, type SpareBlocks } from './spare-blocks.ts';
import { type FileToRead, STANDARD_INPUT, type Walked, whyUnreadable } from './walk-paths.ts';

export type Job = {
  /** Bytes of the sources it stands for; of unpacked text where that is all there is. */
  readonly weight: number;
} & (
  | /** Whole files, read by who does the job. */ { readonly kind: 'files'; readonly files: readonly FileToRead[] }
  /** A whole file that was unpacked or came through a pipe. */
  | { readonly kind: 'whole'; readonly file: FileToRead; readonly bytes: Uint8Array }
  /** Whole records or lines of one. */
  | { readonly kind: 'csv'; readonly file: FileToRead; readonly bytes: Uint8Array; readonly base: number }
  | { readonly kind: 'ndjson'; readonly file: FileToRead; readonly bytes: Uint8Array; readonly base: number }
  | { readonly kind: 'refused'; readonly refused: Refused & { readonly source: number; readonly path: string }; readonly end: number }
);

/** Files of a job: as many as make this many bytes, or this many. */
const FILES_BYTES = 4 * 1024 * 1024;
const FILES_COUNT = 64;
/** Anything smaller is read whole, whatever it is. */
const SMALL = 256 * 1024;
const PAGE_NAME = /\.(?:x?html?|txt)$/i;

const readWhole = ({ path, name, size }: FileToRead): boolean =>
  path !== STANDARD_INPUT && (size <= SMALL || (PAGE_NAME.test(name) && size <= LONGEST));

export interface PlanOptions {
  readonly stdin?: Readable | undefined;
  /** Bytes of a file (after unpacking) that need not be read again. */
  readonly skip?: (file: FileToRead) => number;
  readonly spares?: SpareBlocks;
}

export async function* planJobs(files: Iterable<Walked>, { stdin, skip, spares = keepSpares() }: PlanOptions = {}): AsyncGenerator<Job> {
  let batch: FileToRead[] = [];
  let size = 0;
  for (const file of files) {
    if ('refused' in file || !readWhole(file)) {
      if (batch.length > 0) yield { kind: 'files', files: batch, weight: size };
      batch = [];
      size = 0;
      if ('refused' in file) yield { kind: 'refused', refused: file, end: 0, weight: 0 };
      else yield* planStream(file, stdin, skip?.(file) ?? 0, spares);
      continue;
    }
    batch.push(file);
    size += file.size;
    if (size >= FILES_BYTES || batch.length >= FILES_COUNT) {
      yield { kind: 'files', files: batch, weight: size };
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) yield { kind: 'files', files: batch, weight: size };
}

async function* planStream(of: FileToRead, stdin: Readable | undefined, from: number, spares: SpareBlocks): AsyncGenerator<Job> {
  const { source, path } = of;
  const refuse = (refused: Refused, end = 0): Job => ({ kind: 'refused', refused: { source, path, ...refused }, end, weight: 0 });
  let reached = from;
  try {
    const input = await openInput(path, path === STANDARD_INPUT ? (stdin ?? process.stdin) : undefined);
    if (isRefused(input)) {
      yield refuse(input);
      return;
    }
    try {
      if (input.format === 'csv' || input.format === 'ndjson') {
        const [cutting, what] = input.format === 'csv' ? [cutRecords, 'a record'] : [cutLines, 'a line'];
        const file = input.plain ? await open(path) : null;
        try {
          const fill = file ? fillFromFile(file, from) : fillFromBlocks(input.blocks, from);
          for await (const stretch of cutStretches(fill, cutting, { base: from, spares })) {
            reached = stretch.base + stretch.bytes.length;
            yield stretch.tooLong
              ? refuse({ ...tooLong(`${what} before byte ${stretch.base}`) }, stretch.base)
              : { kind: input.format, file: of, bytes: stretch.bytes, base: stretch.base, weight: stretch.bytes.length };
          }
        } finally {
          await file?.close();
        }
      } else {
        const bytes = await collect(input.blocks);
        yield bytes === null ? refuse(tooLong('the file')) : { kind: 'whole', file: of, bytes, weight: bytes.length };
      }
    } finally {
      input.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const packed = code?.startsWith('Z_') || code?.startsWith('ZSTD') || code === 'ERR_ZSTD' || /unexpected end/i.test(String(error));
    yield refuse(packed ? PACKED_DAMAGED : whyUnreadable(error, path), reached);
  }
}

/** All of it, or null where it is longer than any cable. */
async function collect(blocks: AsyncIterable<Buffer>): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const block of blocks) {
    size += block.length;
    if (size > LONGEST) return null;
    parts.push(block);
  }
  const whole = Buffer.allocUnsafeSlow(size);
  let at = 0;
  for (const part of parts) at += part.copy(whole, at);
  return whole;
}
