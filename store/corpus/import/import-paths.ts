/* The import: paths in, shards out.
 *
 *     walkPaths ─▶ planJobs ─▶ readInThreads ─▶ addCables ─▶ shard writer ─▶ manifest
 *      files        stretches    lines, in the    new, here,    16 MB, temp +   how far
 *                                sources' order   version       fsync + rename  each source got
 *
 * Lines go out in the order of the sources, whatever thread is done first, and hold no time: a killed and resumed import gives the same
 * shards, and running it again changes nothing.
 */
import type { Readable } from 'node:stream';
import type { FoundCable } from '../../cable/cable.ts';
import { makePrivateFolder } from '../../disk/private-folder.ts';
import { removeTemporaries } from '../../disk/replace-file.ts';
import { MANIFEST_FORMAT, readManifest, type ShardEntry } from '../shards/manifest.ts';
import { checkManifest } from '../shards/manifest-schema.ts';
import { recoverManifest } from '../shards/recover-manifest.ts';
import { openShardWriter } from '../shards/write-shards.ts';
import { isRefused } from '../sources/refused.ts';
import { openCableAdder } from './add-cables.ts';
import { checkSpace } from './check-space.ts';
import { takeImportLock } from './import-lock.ts';
import { type ImportSummary, type RefusedPath, Tally } from './import-summary.ts';
import { learnKnownCables } from './known-cables.ts';
import { readingsOf } from './reading/done-job.ts';
import { planJobs } from './reading/plan-jobs.ts';
import { readJob } from './reading/read-job.ts';
import { countThreads, type Done, readInThreads } from './reading/reading-threads.ts';
import { keepSpares } from './reading/spare-blocks.ts';
import { type FileToRead, STANDARD_INPUT, type Walked, walkPaths } from './reading/walk-paths.ts';
import { SourceProgress } from './source-progress.ts';

export type { ImportSummary } from './import-summary.ts';

export interface ImportProgress {
  /** Read so far, new or not. */
  readonly cables: number;
  readonly bytes: number;
  /** Bytes in all; null where that is not known (packed files, standard input). */
  readonly of: number | null;
}

export interface ImportOptions {
  /** Files, folders, `-` for standard input. */
  readonly paths: readonly string[];
  readonly stdin?: Readable;
  readonly corpusDir: string;
  readonly now?: Date;
  /** Stops soon after; what was read is published, and the next import goes on there. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** After every published shard; the import waits for it. */
  readonly onUnit?: (shard: ShardEntry) => void | Promise<void>;
  /** Threads that read; 0 reads in this one. Else as many as pay. */
  readonly threads?: number;
  /** Bytes. For tests. */
  readonly shardSize?: number;
  /** Bytes free on the disk. For tests. */
  readonly free?: number;
}

/**
 * Imports what lies below the paths.
 * @throws Error in one sentence (what happened, what is safe, what to type): ImportRuns, NoRoom, a full or read-only disk, a damaged corpus
 */
export async function importPaths(options: ImportOptions): Promise<ImportSummary> {
  const { paths, stdin, corpusDir, now = new Date(), signal, onProgress, onUnit, shardSize } = options;
  const started = performance.now();
  let bytes = 0;
  try {
    makePrivateFolder(corpusDir);
    const lock = takeImportLock(corpusDir, now.toISOString());
    try {
      await removeTemporaries(corpusDir, /^(?:docs-\d{4,}\.ndjson|manifest\.json)$/);
      const manifest = await recoverManifest(corpusDir, checkManifest(corpusDir, readManifest(corpusDir)));
      if (manifest.format > MANIFEST_FORMAT)
        throw new Error(`${corpusDir} was made by a newer cablereader. Nothing was changed. Install that version to import into it.`);
      const walked = [...walkPaths(paths)];
      const progress = new SourceProgress(paths, manifest, now.getTime());
      const rest = progress.resume(walked);
      const files = rest.filter(isFile);
      checkSpace(corpusDir, files, manifest, options.free);

      const known = learnKnownCables(corpusDir, manifest);
      const spares = keepSpares();
      const writer = openShardWriter({
        corpusDir,
        manifest,
        at: now.toISOString(),
        source: paths.join(' '),
        ...(shardSize !== undefined && { shardSize }),
        onPublished: onUnit,
        onFree: spares.give,
      });
      const adder = openCableAdder(corpusDir, known, writer, () => progress.entries(false));
      const size = sizeOf(files);
      const jobs = planJobs(rest, { stdin, spares, skip: (file) => progress.resumeAt(file) });
      const threads = options.threads ?? countThreads(size ?? Number.POSITIVE_INFINITY);
      try {
        for await (const done of readInThreads(jobs, threads)) {
          if (signal?.aborted) break;
          addDone(done);
          await writer.keepUp();
          bytes += done.job.weight;
          onProgress?.({ cables: progress.tallies.reduce((sum, { cables }) => sum + cables, 0), bytes, of: size });
          if (signal?.aborted) break;
        }
        await writer.finish(progress.entries(!signal?.aborted));
      } finally {
        adder.close();
        await writer.settle();
      }
      const tally = new Tally();
      for (const one of progress.tallies) tally.add(one);
      const { new: fresh, unchanged, sameText, versions, listPages, problems, refused, refusedCount } = tally;
      return {
        new: fresh,
        unchanged,
        sameText,
        versions,
        listPages,
        problems,
        refused,
        refusedCount,
        shards: writer.manifest.shards.length,
        ms: Math.round(performance.now() - started),
        stopped: signal?.aborted === true,
      };

      function addDone({ job, done }: Done): void {
        if (job.kind === 'refused') {
          progress.tallies[job.refused.source]!.refuse(job.refused.path, job.refused);
          return;
        }
        for (const { file: index, end, line, remark } of readingsOf(done!)) {
          const file = job.kind === 'files' ? job.files[index]! : job.file;
          if (end <= progress.resumeAt(file)) continue;
          const tally = progress.tallies[file.source]!;
          if (line.length > 0) adder.add(line, tally);
          else if (!(remark!.textless && adder.addTextless(remark!.textless, tally)))
            tally.refuse(remark!.where ? `${file.path}, ${remark!.where}` : file.path, remark!.refused!);
          if (remark) tally.countProblems(remark.problems);
          progress.reach(file, end);
        }
        writer.release(done!.lines.buffer);
      }
    } finally {
      lock.release();
    }
  } catch (error) {
    throw explainDisk(error, corpusDir);
  }
}

export type ReadCable =
  | { readonly found: FoundCable; readonly problems: readonly string[] }
  /** `refused` of a list page is passed over silently. */
  | { readonly refused: RefusedPath };

/** Reads the same cables and writes nothing. */
export async function* readCables({ paths, stdin, signal }: Pick<ImportOptions, 'paths' | 'stdin' | 'signal'>): AsyncGenerator<ReadCable> {
  for await (const job of planJobs(walkPaths(paths), { stdin })) {
    if (signal?.aborted) return;
    if (job.kind === 'refused') {
      const { path, refused, message } = job.refused;
      yield { refused: { path, refused, reason: message } };
      continue;
    }
    for (const { read, problems, file, where } of readJob(job)) {
      if (!isRefused(read)) yield { found: read, problems };
      else if (read.refused !== 'list-page')
        yield { refused: { path: where ? `${file.path}, ${where}` : file.path, refused: read.refused, reason: read.message } };
    }
  }
}

const isFile = (walked: Walked): walked is FileToRead => !('refused' in walked);

/** Null where it is not known. */
function sizeOf(files: readonly FileToRead[]): number | null {
  if (files.some(({ path, name }) => path === STANDARD_INPUT || /\.(?:gz|zst)$/i.test(name))) return null;
  return files.reduce((sum, { size }) => sum + size, 0);
}

function explainDisk(error: unknown, corpusDir: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new Error(
        `The disk of ${corpusDir} is full${code === 'ENOSPC' ? '' : ' for you (a quota or limit)'}. What was imported is safe. Free some space, then type the same again: it goes on from there.`,
        { cause: error },
      );
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new Error(
        `${corpusDir} cannot be written to. Nothing was changed. Name a folder of your own: cables import --store DIR PATH...`,
        {
          cause: error,
        },
      );
    default:
      return error;
  }
}
