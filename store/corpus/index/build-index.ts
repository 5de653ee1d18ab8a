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
import { type Manifest, readManifest } from '../shards/manifest.ts';
import { type LinePlace, openLines } from '../shards/read-shards.ts';
import { uniteVersions } from '../shards/unite-versions.ts';
import {
  BUILD_LOCK,
  type CurrentIndex,
  INDEX_VERSION,
  indexIsCurrent,
  indexToExtend,
  numberOf,
  readCurrent,
  removeOldGenerations,
  type SegmentEntry,
} from './current.ts';
import { createdOf, cutStretches, gatherCables, type StretchSizes } from './plan-segments.ts';
import { openSegments, type Segment } from './searching/open-segment.ts';
import { writeSegments } from './writing/write-in-threads.ts';
import type { PlacedCable, SegmentSummary } from './writing/write-segment.ts';

/** Segments beyond which small ones are joined. */
const MOST = 8;
/** Rows of a segment that is joined with others rather than all being built anew. */
const SMALL = 25_000;
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

interface ReplacedRow {
  /** Its path. */
  readonly segment: string;
  readonly row: number;
}

/** What a new generation is made of. */
interface BuildPlan {
  readonly kept: readonly SegmentEntry[];
  /** Rows of kept segments that were replaced before, by path. */
  readonly masks: ReadonlyMap<string, readonly number[]>;
  /** Those that are replaced now, by the cable that does it. */
  readonly replaced: ReadonlyMap<string, ReplacedRow>;
  readonly cables: Iterable<PlacedCable>;
  /** Something that is shown now would be missing until all is written. */
  readonly whole: boolean;
}

/**
 * Builds what is missing; nothing where the present generation is current. Waits for another process that builds.
 * @returns what could not be understood in the cables that were indexed now, by code: how many have it
 * @throws the system's error; the old generation stays in use
 */
export async function buildIndex(options: BuildIndexOptions): Promise<ReadonlyMap<string, number>> {
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

async function buildMissing({ corpusDir, indexDir, onProgress, signal, sizes }: BuildIndexOptions): Promise<ReadonlyMap<string, number>> {
  const problems = new Map<string, number>();
  const manifest = readManifest(corpusDir);
  const extended = indexToExtend(corpusDir, indexDir, manifest);
  const last = extended?.shards.at(-1);
  const from = last === undefined ? { shard: 0, line: 0 } : { shard: extended!.shards.length - 1, line: last.count };
  const lines = manifest.shards.reduce(
    (sum, { count }, at) => sum + (at < from.shard ? 0 : at === from.shard ? count - from.line : count),
    0,
  );
  // Reading takes a twentieth of the time, understanding and indexing the rest.
  const report = (part: number): void => onProgress?.({ done: Math.round(part * lines), of: lines });
  const found = await gatherCables(corpusDir, manifest, from, (read) => report((read / Math.max(1, lines)) * 0.05), signal);
  if (found === null) return problems;
  const anew = { kept: [], masks: new Map(), replaced: new Map(), whole: readCurrent(indexDir) !== null };
  let plan: BuildPlan | null = extended
    ? await planExtension(corpusDir, indexDir, manifest, extended, found)
    : { ...anew, cables: found.values() };
  if (plan === null) {
    const all = await gatherCables(corpusDir, manifest, { shard: 0, line: 0 }, () => {}, signal);
    if (all === null) return problems;
    plan = { ...anew, cables: all.values() };
  }
  const stretches = cutStretches(plan.cables, sizes);
  const total = stretches.reduce((sum, { length }) => sum + length, 0);

  const aside = join(indexDir, `building-${process.pid}-${randomBytes(4).toString('hex')}`);
  makePrivateFolder(aside);
  try {
    const jobs = stretches.map((cables, at) => ({ corpusDir, path: join(aside, `${at}.sqlite`), cables }));
    const waiting: string[] = [];
    const summaries: SegmentSummary[] = [];
    let segments = plan.kept;
    const { kept, replaced, whole } = plan;
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
        for (const [code, cables] of Object.entries(summary.problems)) problems.set(code, (problems.get(code) ?? 0) + cables);
        waiting.push(jobs[job]!.path);
        for (const { id } of jobs[job]!.cables) {
          const old = replaced.get(id);
          if (old) masks.get(old.segment)!.push(old.row);
        }
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

/** What the new lines add to the segments that are there; null where everything should be built anew. */
async function planExtension(
  corpusDir: string,
  indexDir: string,
  manifest: Manifest,
  current: CurrentIndex,
  found: ReadonlyMap<string, PlacedCable>,
): Promise<BuildPlan | null> {
  const segments = openSegments(indexDir, current);
  const lines = openLines(corpusDir, manifest);
  try {
    const cables = new Map(found);
    const masks = new Map(segments.map(({ path, masked }) => [path, [...masked]]));
    const replaced = new Map<string, ReplacedRow>();
    for (const { id, places } of found.values()) {
      for (const segment of segments) {
        const n = segment.numberOfId(id);
        if (n === null || !segment.isLive(n)) continue;
        const before = segment.placedCable(n);
        const came = places.filter((place) => !before.places.some((known) => isSamePlace(known, place)));
        if (came.length === 0) {
          cables.delete(id);
          break;
        }
        const all = [...before.places, ...came];
        const [best] = uniteVersions(all.map((place) => lines.read(place)));
        cables.set(id, { id, created: best ? createdOf(best) : before.created, places: all, run: before.run });
        replaced.set(id, { segment: segment.path, row: n });
      }
    }
    const masked = [...masks.values()].reduce((sum, { length }) => sum + length, replaced.size);
    if (masked * 3 > segments.reduce((sum, { size }) => sum + size, 0)) return null;
    let folded: Segment[] = [];
    if (cables.size > 0 && segments.length + 1 > MOST) {
      folded = segments.filter(({ size }) => size < SMALL);
      if (folded.length < 2) folded = segments;
      for (const segment of folded) {
        for (let n = 0; n < segment.size; n++) {
          if (!segment.isLive(n)) continue;
          const cable = segment.placedCable(n);
          if (!replaced.delete(cable.id)) cables.set(cable.id, cable);
        }
        masks.delete(segment.path);
      }
    }
    return {
      kept: current.segments.filter(({ path }) => !folded.some((one) => one.path === path)),
      masks,
      replaced,
      cables: cables.values(),
      whole: folded.length > 0,
    };
  } finally {
    for (const segment of segments) segment.close();
    lines.close();
  }
}

const isSamePlace = (one: LinePlace, other: LinePlace): boolean => one.shard === other.shard && one.offset === other.offset;

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
