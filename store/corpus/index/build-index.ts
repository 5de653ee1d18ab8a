/* Shards -> new generations of the index, each built aside and then named in current.json: a reader sees one or the next one.
 *
 *     lines that came since        ──▶ more segments; the rows they replace in older ones are masked
 *     more than MOST segments      ──▶ the small ones, else all, become one again
 *     another INDEX_VERSION, a third of the rows masked, or shards that did not merely grow  ──▶ everything anew
 *
 * Where nothing that is shown goes away by it, a segment is published as soon as it is written, the newest cables first, and masks what its own
 * cables replace. What was published by a build that was killed is not built again.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { type HeldLock, holdLock } from '../../disk/hold-lock.ts';
import { makePrivateFolder, PRIVATE_FOLDER } from '../../disk/private-folder.ts';
import { replaceFile, syncFolder } from '../../disk/replace-file.ts';
import { readManifest } from '../shards/manifest.ts';
import {
  BUILD_LOCK,
  type CurrentIndex,
  INDEX_VERSION,
  indexIsCurrent,
  indexToExtend,
  numberOf,
  readCurrent,
  removeOldGenerations,
} from './current.ts';
import { endOf, planBuild } from './plan-build.ts';
import type { StretchSizes } from './plan-segments.ts';
import { addCounts, type ProblemCounts } from './problem-counts.ts';
import { writeSegments } from './writing/write-in-threads.ts';
import type { SegmentSummary } from './writing/write-segment.ts';

/** Milliseconds between two looks whether another process is done. */
const LOOK_AGAIN = 100;

export interface IndexProgress {
  readonly done: number;
  readonly of: number;
}

export interface BuildIndexOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly onProgress?: (progress: IndexProgress) => void;
  readonly signal?: AbortSignal;
  /** For tests. */
  readonly sizes?: StretchSizes;
}

/**
 * Builds what is missing; nothing where the present generation is current. Waits for another process that builds.
 * @returns what could not be understood in the cables that were indexed now
 * @throws the system's error; the old generation stays in use
 */
export async function buildIndex(options: BuildIndexOptions): Promise<ProblemCounts> {
  const { corpusDir, indexDir, signal } = options;
  makePrivateFolder(indexDir);
  let lock: HeldLock | null;
  while ((lock = holdLock(join(indexDir, BUILD_LOCK))) === null) {
    if (signal?.aborted) return new Map();
    await wait(LOOK_AGAIN);
  }
  try {
    removeOldGenerations(indexDir);
    return indexIsCurrent(corpusDir, indexDir) ? new Map() : await buildMissing(options);
  } finally {
    lock.release();
  }
}

async function buildMissing(options: BuildIndexOptions): Promise<ProblemCounts> {
  const { corpusDir, indexDir, onProgress, signal } = options;
  const problems = new Map<string, number>();
  const manifest = readManifest(corpusDir);
  const extended = indexToExtend(corpusDir, indexDir, manifest);
  const from = endOf(extended);
  const lines = manifest.shards.reduce(
    (sum, { count }, at) => sum + (at < from.shard ? 0 : at === from.shard ? count - from.line : count),
    0,
  );
  // Reading takes a twentieth of the time, understanding and indexing the rest.
  const report = (part: number): void => onProgress?.({ done: Math.round(part * lines), of: lines });
  const plan = await planBuild(options, manifest, extended, (read) => report((read / Math.max(1, lines)) * 0.05));
  if (plan === null) return problems;
  const { kept, segments: planned, whole } = plan;
  const total = planned.reduce((sum, { cables }) => sum + cables.runs.length, 0);

  const aside = join(indexDir, `building-${process.pid}-${randomBytes(4).toString('hex')}`);
  makePrivateFolder(aside);
  try {
    const jobs = planned.map(({ cables }, at) => ({ corpusDir, path: join(aside, `${at}.sqlite`), cables }));
    const waiting: string[] = [];
    const summaries: SegmentSummary[] = [];
    let segments = kept;
    const masks = new Map([...plan.masks].map(([path, rows]) => [path, [...rows]]));
    const publish = async (complete: boolean): Promise<void> => {
      if (waiting.length > 0) saveMasks(waiting.at(-1)!, masks);
      const generation = await nameGeneration(indexDir, waiting);
      const written = waiting.map((path, at) => ({
        path: `${generation}/${basename(path)}`,
        rows: summaries[summaries.length - waiting.length + at]!.rows,
      }));
      waiting.length = 0;
      segments = [...segments, ...written];
      const masked = [...masks.values()].reduce((sum, { length }) => sum + length, 0);
      const current: CurrentIndex = {
        generation,
        version: INDEX_VERSION,
        shards: complete ? manifest.shards : (extended?.shards ?? []),
        segments,
        cables: segments.reduce((sum, { rows }) => sum + rows, 0) - masked,
        lastRun: manifest.runs.at(-1)?.run ?? 0,
        ...joinSummaries(summaries, kept.length > 0 ? extended : null),
      };
      await replaceFile(join(indexDir, 'current.json'), [Buffer.from(`${JSON.stringify(current)}\n`)]);
    };
    const written = await writeSegments(jobs, {
      signal,
      onProgress: (done) => report(0.05 + (done / Math.max(1, total)) * 0.95),
      async onWritten(job, summary) {
        addCounts(problems, summary.problems);
        waiting.push(jobs[job]!.path);
        for (const { segment, row } of planned[job]!.replaces) masks.get(segment)!.push(row);
        summaries.push(summary);
        if (!whole && summaries.length < jobs.length) await publish(false);
      },
    });
    if (written) await publish(true);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return problems;
}

function saveMasks(path: string, masks: ReadonlyMap<string, readonly number[]>): void {
  const db = new DatabaseSync(path);
  try {
    const row = db.prepare('INSERT INTO mask VALUES (?,?)');
    for (const [segment, rows] of masks)
      if (rows.length > 0) row.run(segment, new Uint8Array(Uint32Array.from(rows.toSorted((a, b) => a - b)).buffer));
  } finally {
    db.close();
  }
}

/** Moves the segments into the folder of the next generation. */
async function nameGeneration(indexDir: string, paths: readonly string[]): Promise<string> {
  const current = readCurrent(indexDir);
  const there = readdirSync(indexDir).flatMap((name) => /^g(\d+)$/.exec(name)?.[1] ?? []);
  const generation = `g${Math.max(0, current ? numberOf(current) : 0, ...there.map(Number)) + 1}`;
  const folder = join(indexDir, generation);
  mkdirSync(folder, { mode: PRIVATE_FOLDER });
  chmodSync(folder, PRIVATE_FOLDER);
  for (const path of paths) await rename(path, join(folder, basename(path)));
  await syncFolder(folder);
  await syncFolder(indexDir);
  return generation;
}

function joinSummaries(summaries: readonly SegmentSummary[], before: CurrentIndex | null): Pick<CurrentIndex, 'years' | 'hasReleases'> {
  const all = before ? [before, ...summaries] : summaries;
  const years = all.flatMap((one) => one.years ?? []);
  return {
    years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
    hasReleases: all.some(({ hasReleases }) => hasReleases),
  };
}
