/* Does a job: files and stretches of files in, readings out; and the same as finished shard lines, to be handed between threads. */
import { readFileSync } from 'node:fs';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { formatShardLine, type ShardLine } from '../shards/shard-line.ts';
import { readCsv } from '../sources/cables-csv.ts';
import { asBuffer } from '../sources/decode-text.ts';
import { detectCompression } from '../sources/detect-source.ts';
import { readJsonLines } from '../sources/json-lines.ts';
import { readFile } from '../sources/read-file.ts';
import { LONGEST, type Reading, tooLong } from '../sources/reading.ts';
import { isRefused, type Refused } from '../sources/refused.ts';
import type { Job } from './plan-jobs.ts';
import { type FileToRead, whyUnreadable } from './walk-paths.ts';

export type WorkJob = Exclude<Job, { kind: 'refused' }>;

/** What was read, and of which file. */
export type ReadingOfFile = Reading & { readonly file: FileToRead };

export function* readJob(job: WorkJob): Generator<ReadingOfFile> {
  switch (job.kind) {
    case 'files':
      for (const file of job.files) yield* ofFile(file, readWholeFile(file));
      return;
    case 'whole':
      yield* ofFile(job.file, readFile(job.bytes, job.file.name));
      return;
    case 'csv':
      yield* ofFile(job.file, readCsv(asBuffer(job.bytes), job.file.name, job.base));
      return;
    case 'ndjson':
      yield* ofFile(job.file, readJsonLines(asBuffer(job.bytes), job.file.name, job.base));
      return;
    default:
      job satisfies never;
  }
}

function* ofFile(file: FileToRead, readings: Iterable<Reading>): Generator<ReadingOfFile> {
  for (const reading of readings) yield { ...reading, file };
}

function* readWholeFile({ path, name, size }: FileToRead): Generator<Reading> {
  const refuse = (read: Refused): Reading => ({ read, problems: [], end: size, where: null });
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    yield refuse(whyUnreadable(error, path));
    return;
  }
  const compression = detectCompression(bytes);
  if (compression === null) {
    yield* readFile(bytes, name);
    return;
  }
  if (isRefused(Object(compression))) {
    yield refuse(compression as Refused);
    return;
  }
  try {
    bytes = (compression === 'gzip' ? gunzipSync : zstdDecompressSync)(bytes, { maxOutputLength: LONGEST });
  } catch (error) {
    const long = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    yield refuse(long ? tooLong('the unpacked file') : { refused: 'damaged', message: 'the packed data is damaged or ends early' });
    return;
  }
  yield* readFile(bytes, name);
}

/** A reading without its text: that is in `lines`. */
export interface ReadLine {
  /** Index of its file in the job. */
  readonly file: number;
  readonly end: number;
  readonly problems: readonly string[];
  readonly where: string | null;
  /** The cable's id and the sha256 of its source; null where there is none. */
  readonly id: string | null;
  readonly sha256: string;
  /** Its bytes in `lines`, newline included. */
  readonly from: number;
  readonly to: number;
  readonly refused: Refused | null;
  readonly textless: ShardLine | null;
}

export interface JobDone {
  readonly lines: Uint8Array;
  readonly read: readonly ReadLine[];
}

let scratch = Buffer.alloc(0);

/** Does a job and writes its cables as shard lines, one behind the other. */
export function readJobAsLines(job: WorkJob): JobDone {
  const read: ReadLine[] = [];
  let at = 0;
  let file = -1;
  let last: FileToRead | null = null;
  for (const reading of readJob(job)) {
    if (reading.file !== last) file += 1;
    if (job.kind === 'files' && reading.file !== last) file = job.files.indexOf(reading.file, file);
    last = reading.file;
    const { end, problems, where } = reading;
    if (isRefused(reading.read)) {
      const textless = reading.textless ?? null;
      read.push({ file, end, problems, where, id: null, sha256: '', from: at, to: at, refused: reading.read, textless });
      continue;
    }
    const line = formatShardLine(reading.read);
    reserve(at, line.length * 3);
    const from = at;
    at += scratch.write(line, at, 'utf8');
    const { id, source } = reading.read;
    read.push({ file, end, problems, where, id, sha256: source.sha256, from, to: at, refused: null, textless: null });
  }
  const lines = new Uint8Array(at);
  lines.set(scratch.subarray(0, at));
  return { lines, read };
}

function reserve(used: number, more: number): void {
  if (used + more <= scratch.length) return;
  const larger = Buffer.allocUnsafeSlow(Math.max(used + more, scratch.length * 2, 8 * 1024 * 1024));
  scratch.copy(larger, 0, 0, used);
  scratch = larger;
}
