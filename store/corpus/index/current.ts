/* What of the index is in use. A reader sees the segments one current.json names, or those the next one names, never a mixture:
 *
 *     index/current.json           replaced whole, last
 *     index/g12/0.sqlite …         segments made by generation 12; later generations go on using them
 *     index/building-<pid>-…/      segments being made; each is moved into the next g<N> when it is whole
 *     index/build.lock             held by the process that builds
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isLocked } from '../../disk/hold-lock.ts';
import { type Manifest, readManifest, type ShardEntry } from '../shards/manifest.ts';

/** Grows when the parser or the schema gets better: older indexes are built again. */
export const INDEX_VERSION = 5;

export const BUILD_LOCK = 'build.lock';

export interface SegmentEntry {
  /** Below the index folder: `g12/0.sqlite`. */
  readonly path: string;
  /** Rows, masked ones included. */
  readonly rows: number;
}

export interface CurrentIndex {
  readonly generation: string;
  readonly version: number;
  /** The shards as they were when all of their lines had been indexed. Segments may hold more: a build goes on, or was killed. */
  readonly shards: readonly ShardEntry[];
  /** The last one says which rows of the others are replaced. */
  readonly segments: readonly SegmentEntry[];
  /** Cables that are not masked. */
  readonly cables: number;
  readonly lastRun: number;
  /** First and last year of creation. */
  readonly years: readonly [number, number] | null;
  readonly hasReleases: boolean;
}

/** Null where there is none, or none that this version understands. */
export function readCurrent(indexDir: string): CurrentIndex | null {
  try {
    const current = JSON.parse(readFileSync(join(indexDir, 'current.json'), 'utf8')) as CurrentIndex;
    return current.version === INDEX_VERSION ? current : null;
  } catch {
    return null;
  }
}

/** Whether the index holds what the shards hold, as this version understands it. */
export function indexIsCurrent(corpusDir: string, indexDir: string): boolean {
  const current = readCurrent(indexDir);
  return (
    current !== null &&
    sameShards(current.shards, readManifest(corpusDir).shards) &&
    current.segments.every((one) => isThere(indexDir, one))
  );
}

/** Whether a build runs now, in whatever process. */
export const indexIsBeingBuilt = (indexDir: string): boolean => isLocked(join(indexDir, BUILD_LOCK));

const isThere = (indexDir: string, { path }: SegmentEntry): boolean => existsSync(join(indexDir, path));

function sameShards(indexed: readonly ShardEntry[], now: readonly ShardEntry[]): boolean {
  return indexed.length === now.length && indexed.every(({ sha256 }, i) => sha256 === now[i]!.sha256);
}

/**
 * The index whose shards are a beginning of the present ones, so that only later lines have to be added; else null. Shards only grow at the
 * end: the last one indexed may have been replaced by a longer one that begins with the same bytes.
 */
export function indexToExtend(corpusDir: string, indexDir: string, { shards: now }: Manifest): CurrentIndex | null {
  const current = readCurrent(indexDir);
  if (current === null || !current.segments.every((one) => isThere(indexDir, one))) return null;
  const { shards: indexed } = current;
  const last = indexed.length - 1;
  if (indexed.length > now.length || indexed.slice(0, last).some(({ sha256 }, i) => sha256 !== now[i]!.sha256)) return null;
  if (last < 0 || indexed[last]!.sha256 === now[last]!.sha256) return current;
  const { name, bytes } = now[last]!;
  const begins = bytes >= indexed[last]!.bytes && digestStart(join(corpusDir, name), indexed[last]!.bytes) === indexed[last]!.sha256;
  return begins ? current : null;
}

function digestStart(path: string, bytes: number): string {
  const digest = createHash('sha256');
  const block = Buffer.allocUnsafe(1024 * 1024);
  const fd = openSync(path, 'r');
  try {
    for (let at = 0; at < bytes; ) {
      const read = readSync(fd, block, 0, Math.min(block.length, bytes - at), at);
      if (read === 0) break;
      digest.update(block.subarray(0, read));
      at += read;
    }
  } finally {
    closeSync(fd);
  }
  return digest.digest('hex');
}

/** Removes what no reader can still be opening: generations before the present one that it does not use, and what died while building. */
export function removeOldGenerations(indexDir: string): void {
  const current = readCurrent(indexDir);
  if (!existsSync(indexDir)) return;
  const used = new Set(current?.segments.map(({ path }) => path.split('/')[0]));
  for (const name of readdirSync(indexDir)) {
    const generation = /^g(\d+)$/.exec(name)?.[1];
    const builder = /^building-(\d+)-/.exec(name)?.[1];
    const old = generation !== undefined && current !== null && Number(generation) < numberOf(current) && !used.has(name);
    if (old || (builder !== undefined && !isRunning(Number(builder)))) rmSync(join(indexDir, name), { recursive: true, force: true });
  }
}

export const numberOf = ({ generation }: CurrentIndex): number => Number(generation.slice(1));

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
