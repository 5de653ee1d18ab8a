/* Shards -> a new generation of the index, built aside and then named in current.json: a reader sees the old one or the new one.
 *
 *     lines that came since        ──▶ one more segment; the rows it replaces in older ones are masked
 *     more than MOST segments      ──▶ the small ones, else all, become one again
 *     another INDEX_VERSION, a third of the rows masked, or shards that did not merely grow  ──▶ everything anew
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makePrivateFolder } from '../../disk/private-folder.ts';
import { replaceFile, syncFolder } from '../../disk/replace-file.ts';
import { type Manifest, readManifest } from '../shards/manifest.ts';
import { openLines } from '../shards/read-shards.ts';
import { uniteVersions } from '../shards/unite-versions.ts';
import {
  type CurrentIndex,
  INDEX_VERSION,
  indexIsCurrent,
  indexToExtend,
  numberOf,
  readCurrent,
  removeOldGenerations,
  type SegmentEntry,
} from './current.ts';
import { createdOf, cutStretches, gatherCables } from './plan-segments.ts';
import { openSegments, type Segment } from './searching/open-segment.ts';
import { writeSegments } from './writing/write-in-threads.ts';
import type { PlacedCable, SegmentSummary } from './writing/write-segment.ts';

/** Segments at most. */
const MOST = 8;
/** Rows of a segment that is joined with others rather than all being built anew. */
const SMALL = 25_000;

export interface IndexProgress {
  readonly done: number;
  readonly of: number;
}

export interface BuildIndexOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly onProgress?: (progress: IndexProgress) => void;
  readonly signal?: AbortSignal;
}

/** What a new generation is made of. */
interface BuildPlan {
  readonly kept: readonly SegmentEntry[];
  /** Rows of kept segments that are replaced, by path. */
  readonly masks: ReadonlyMap<string, readonly number[]>;
  readonly cables: Iterable<PlacedCable>;
}

/**
 * Builds a new generation; nothing where the present one is current.
 * @returns what could not be understood in the cables that were indexed now, by code: how many have it
 * @throws the system's error; the old generation stays in use
 */
export async function buildIndex({ corpusDir, indexDir, onProgress, signal }: BuildIndexOptions): Promise<ReadonlyMap<string, number>> {
  const problems = new Map<string, number>();
  removeOldGenerations(indexDir);
  if (indexIsCurrent(corpusDir, indexDir)) return problems;
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
  let plan = extended
    ? await planExtension(corpusDir, indexDir, manifest, extended, found)
    : { kept: [], masks: new Map(), cables: found.values() };
  if (plan === null) {
    const all = await gatherCables(corpusDir, manifest, { shard: 0, line: 0 }, () => {}, signal);
    if (all === null) return problems;
    plan = { kept: [], masks: new Map(), cables: all.values() };
  }
  const stretches = cutStretches(plan.cables);
  const total = stretches.reduce((sum, { length }) => sum + length, 0);

  const aside = `building-${process.pid}-${randomBytes(4).toString('hex')}`;
  makePrivateFolder(join(indexDir, aside));
  try {
    const jobs = stretches.map((cables, at) => ({ corpusDir, path: join(indexDir, aside, `${at}.sqlite`), cables }));
    const summaries = await writeSegments(jobs, { onProgress: (done) => report(0.05 + (done / Math.max(1, total)) * 0.95), signal });
    if (summaries === null) return problems;
    for (const summary of summaries)
      for (const [code, cables] of Object.entries(summary.problems)) problems.set(code, (problems.get(code) ?? 0) + cables);
    saveMasks(jobs.at(-1)!.path, plan.masks);
    await syncFolder(join(indexDir, aside));
    const generation = await nameGeneration(indexDir, aside);
    const segments = [...plan.kept, ...summaries.map(({ rows }, at) => ({ path: `${generation}/${at}.sqlite`, rows }))];
    const masked = [...plan.masks.values()].reduce((sum, { length }) => sum + length, 0);
    const current: CurrentIndex = {
      generation,
      version: INDEX_VERSION,
      shards: manifest.shards,
      segments,
      cables: segments.reduce((sum, { rows }) => sum + rows, 0) - masked,
      lastRun: manifest.runs.at(-1)?.run ?? 0,
      ...joinSummaries(summaries, plan.kept.length > 0 ? extended : null),
    };
    await replaceFile(join(indexDir, 'current.json'), [Buffer.from(`${JSON.stringify(current)}\n`)]);
  } finally {
    await rm(join(indexDir, aside), { recursive: true, force: true });
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
    for (const { id, places } of found.values()) {
      for (const segment of segments) {
        const n = segment.numberOfId(id);
        if (n === null || !segment.isLive(n)) continue;
        const before = segment.placedCable(n);
        const all = [...before.places, ...places];
        const [best] = uniteVersions(all.map((place) => lines.read(place)));
        cables.set(id, { id, created: best ? createdOf(best) : before.created, places: all, run: before.run });
        masks.get(segment.path)!.push(n);
      }
    }
    const masked = [...masks.values()].reduce((sum, { length }) => sum + length, 0);
    if (masked * 3 > segments.reduce((sum, { size }) => sum + size, 0)) return null;
    let folded: Segment[] = [];
    if (segments.length + 1 > MOST) {
      folded = segments.filter(({ size }) => size < SMALL);
      if (folded.length < 2) folded = segments;
      for (const segment of folded) {
        const dead = new Set(masks.get(segment.path));
        for (let n = 0; n < segment.size; n++) {
          if (dead.has(n)) continue;
          const cable = segment.placedCable(n);
          cables.set(cable.id, cable);
        }
        masks.delete(segment.path);
      }
    }
    return { kept: current.segments.filter(({ path }) => !folded.some((one) => one.path === path)), masks, cables: cables.values() };
  } finally {
    for (const segment of segments) segment.close();
    lines.close();
  }
}

function saveMasks(path: string, masks: BuildPlan['masks']): void {
  const db = new DatabaseSync(path);
  try {
    const row = db.prepare('INSERT INTO mask VALUES (?,?)');
    for (const [segment, rows] of masks)
      if (rows.length > 0) row.run(segment, new Uint8Array(Uint32Array.from(rows.toSorted((a, b) => a - b)).buffer));
  } finally {
    db.close();
  }
}

/** Another process may have taken the number meanwhile. */
async function nameGeneration(indexDir: string, aside: string): Promise<string> {
  const current = readCurrent(indexDir);
  const there = existsSync(indexDir) ? readdirSync(indexDir).flatMap((name) => /^g(\d+)$/.exec(name)?.[1] ?? []) : [];
  let number = Math.max(0, current ? numberOf(current) : 0, ...there.map(Number)) + 1;
  for (;;) {
    try {
      await rename(join(indexDir, aside), join(indexDir, `g${number}`));
      await syncFolder(indexDir);
      return `g${number}`;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
      number += 1;
    }
  }
}

function joinSummaries(summaries: readonly SegmentSummary[], before: CurrentIndex | null): Pick<CurrentIndex, 'years' | 'hasReleases'> {
  const all = before ? [before, ...summaries] : summaries;
  const years = all.flatMap((one) => one.years ?? []);
  return {
    years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
    hasReleases: all.some(({ hasReleases }) => hasReleases),
  };
}
