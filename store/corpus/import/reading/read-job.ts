/* Does a job: files and stretches of files in, readings out; and the same as finished shard lines, to be handed between threads. */
import { readFileSync } from 'node:fs';
import { constants, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { formatShardLine } from '../../shards/shard-line.ts';
import { readCsv } from '../../sources/cables-csv.ts';
import { asBuffer } from '../../sources/decode-text.ts';
import { type Compression, detectCompression } from '../../sources/detect-source.ts';
import { readJsonLines } from '../../sources/json-lines.ts';
import { readFile } from '../../sources/read-file.ts';
import { LONGEST, type Reading, tooLong } from '../../sources/reading.ts';
import { isRefused, type Refused } from '../../sources/refused.ts';
import { readCsvAsLines } from './csv-as-lines.ts';
import { type DoneJob, DoneReadings } from './done-job.ts';
import { LineBuffer } from './line-buffer.ts';
import type { Job } from './plan-jobs.ts';
import { type FileToRead, whyUnreadable } from './walk-paths.ts';

export type WorkJob = Exclude<Job, { readonly kind: 'refused' }>;

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

interface Unpacking {
  readonly unpack: (bytes: Buffer, options: { readonly maxOutputLength: number; readonly finishFlush?: number }) => Buffer;
  /** How to end so that what there is of the data comes out. */
  readonly flush: number;
}

const UNPACKING: Readonly<Record<Compression, Unpacking>> = {
  gzip: { unpack: gunzipSync, flush: constants.Z_SYNC_FLUSH },
  zstd: { unpack: zstdDecompressSync, flush: constants.ZSTD_e_flush },
};

function* readWholeFile({ path, name, size }: FileToRead): Generator<Reading> {
  const refuse = (read: Refused): Reading => ({ read, problems: [], end: size, where: null });
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    yield refuse(whyUnreadable(error, path));
    return;
  }
  const compression = detectCompression(bytes, path);
  if (compression === null) {
    yield* readFile(bytes, name);
    return;
  }
  if (isRefused(Object(compression))) {
    yield refuse(compression as Refused);
    return;
  }
  const { unpack, flush } = UNPACKING[compression as Compression];
  let damaged = false;
  try {
    bytes = unpack(bytes, { maxOutputLength: LONGEST });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      yield refuse(tooLong('the unpacked file'));
      return;
    }
    damaged = true;
    bytes = unpackBeginning(bytes, unpack, flush);
  }
  if (bytes.length > 0) yield* readFile(bytes, name);
  if (damaged) yield refuse(PACKED_DAMAGED);
}

/** What packed data that ends early still gives. */
function unpackBeginning(bytes: Buffer, unpack: Unpacking['unpack'], finishFlush: number): Buffer {
  try {
    return unpack(bytes, { maxOutputLength: LONGEST, finishFlush });
  } catch {
    return Buffer.alloc(0);
  }
}

export const PACKED_DAMAGED: Refused = {
  refused: 'damaged',
  message: 'the packed data is damaged or ends early; fetch it again (the cables before the damage were read)',
};

const lines = new LineBuffer();

/** Does a job and writes its cables as shard lines, one behind the other. The job's bytes are written over with the lines of a later one. */
export function readJobAsLines(job: WorkJob): DoneJob {
  const done = job.kind === 'csv' ? readCsvAsLines(job, lines) : readAndFormat(job);
  if ('bytes' in job) lines.reuse(job.bytes.buffer);
  return done;
}

function readAndFormat(job: WorkJob): DoneJob {
  const done = new DoneReadings(lines);
  let file = 0;
  for (const { read, end, problems, where, textless = null, file: of } of readJob(job)) {
    if (job.kind === 'files') file = job.files.indexOf(of, file);
    if (isRefused(read)) done.add(file, end, { problems, where, refused: read, textless });
    else {
      lines.write(formatShardLine(read));
      done.add(file, end, problems.length > 0 ? { problems, where, refused: null, textless: null } : undefined);
    }
  }
  return done.take();
}
