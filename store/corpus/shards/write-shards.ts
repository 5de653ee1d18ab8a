/* Writes lines into shards. A shard is published when it is full, and the last one at the end: temp, fsync, rename, fsync of the folder,
 * then the manifest in the same way. What the manifest does not name does not exist. Writing goes on while the disk works, one shard
 * behind.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../disk/replace-file.ts';
import { type Manifest, type RunEntry, SHARD_SIZE, type ShardEntry, type SourceEntry, shardName } from './manifest.ts';
import type { LinePlace } from './read-shards.ts';

export interface ShardWriter {
  /** Index of the shard the next line may go to, and all that was published. */
  readonly manifest: Manifest;
  /**
   * Adds a line, newline included. The bytes must not change afterwards.
   * @param sources called when the shard before this line is published: how far the sources got before this line
   */
  append(bytes: Uint8Array, sources: () => readonly SourceEntry[]): Promise<LinePlace>;
  /** The bytes of a line that may not be on the disk yet, or null where it is. */
  held(place: LinePlace): Uint8Array | null;
  /** Publishes what is left. */
  finish(sources: readonly SourceEntry[]): Promise<void>;
  /** Waits until nothing is being written any more; never fails. For before the lock is released. */
  settle(): Promise<void>;
}

export interface ShardWriterOptions {
  readonly corpusDir: string;
  readonly manifest: Manifest;
  /** ISO instant, and what is imported: for the manifest. */
  readonly at: string;
  readonly source: string;
  readonly shardSize?: number;
  readonly onPublished?: ((shard: ShardEntry) => void | Promise<void>) | undefined;
}

interface OpenShard {
  readonly index: number;
  parts: Uint8Array[];
  bytes: number;
  count: number;
  /** Lines and bytes that were there before this import. */
  readonly before: number;
}

export function openShardWriter(options: ShardWriterOptions): ShardWriter {
  const { corpusDir, at, source, shardSize = SHARD_SIZE, onPublished } = options;
  let manifest = options.manifest;
  const run = (manifest.runs.at(-1)?.run ?? 0) + 1;
  let open = reopenLast();
  let publishing: { readonly shard: OpenShard; readonly done: Promise<void> } | null = null;

  function reopenLast(): OpenShard {
    const index = manifest.shards.length - 1;
    const last = manifest.shards[index];
    if (!last || last.bytes >= shardSize) return { index: index + 1, parts: [], bytes: 0, count: 0, before: 0 };
    const path = join(corpusDir, last.name);
    const bytes = readFileSync(path).subarray(0, last.bytes);
    if (createHash('sha256').update(bytes).digest('hex') !== last.sha256)
      throw new Error(`${path} is damaged. The other shards are safe, nothing was changed. Type: cables doctor`);
    return { index, parts: [bytes], bytes: bytes.length, count: last.count, before: last.count };
  }

  async function publish(shard: OpenShard, sources: readonly SourceEntry[]): Promise<void> {
    const entry = entryOf(shard);
    await replaceFile(join(corpusDir, entry.name), shard.parts);
    manifest = {
      ...manifest,
      shards: [...manifest.shards.slice(0, shard.index), entry],
      runs: addRange(manifest.runs, { shard: entry.name, from: shard.before, to: shard.count }),
      sources: [...sources],
    };
    await replaceManifest(corpusDir, manifest);
    await onPublished?.(entry);
  }

  function addRange(runs: readonly RunEntry[], range: RunEntry['ranges'][number]): RunEntry[] {
    const mine = runs.find((entry) => entry.run === run) ?? { run, at, source, ranges: [] };
    return [...runs.filter((entry) => entry.run !== run), { ...mine, ranges: [...mine.ranges, range] }];
  }

  return {
    get manifest() {
      return manifest;
    },
    async append(bytes, sources) {
      if (open.bytes > 0 && open.bytes + bytes.length > shardSize) {
        const full = open;
        const reached = sources();
        open = { index: full.index + 1, parts: [], bytes: 0, count: 0, before: 0 };
        await publishing?.done;
        /* A shard that is full since an earlier import is as it was. */
        if (full.count > full.before) {
          const done = publish(full, reached);
          done.catch(() => {});
          publishing = { shard: full, done };
        }
      }
      const place = { shard: open.index, offset: open.bytes, length: bytes.length - 1 };
      addPart(open, bytes);
      return place;
    },
    held(place) {
      const shard = [open, publishing?.shard].find((one) => one?.index === place.shard);
      return shard ? sliceParts(shard.parts, place) : null;
    },
    async settle() {
      await publishing?.done.catch(() => {});
    },
    async finish(sources) {
      await publishing?.done;
      publishing = null;
      if (open.count > open.before) await publish(open, sources);
      else if (JSON.stringify(sources) !== JSON.stringify(manifest.sources)) {
        manifest = { ...manifest, sources: [...sources] };
        await replaceManifest(corpusDir, manifest);
      }
    },
  };
}

function entryOf({ index, parts, bytes, count }: OpenShard): ShardEntry {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return { name: shardName(index), bytes, sha256: digest.digest('hex'), count };
}

function replaceManifest(corpusDir: string, manifest: Manifest): Promise<void> {
  return replaceFile(join(corpusDir, 'manifest.json'), [Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)]);
}

/** Lines that follow each other in memory become one part. */
function addPart(shard: OpenShard, bytes: Uint8Array): void {
  const last = shard.parts.at(-1);
  if (last && last.buffer === bytes.buffer && last.byteOffset + last.length === bytes.byteOffset) {
    shard.parts[shard.parts.length - 1] = new Uint8Array(last.buffer, last.byteOffset, last.length + bytes.length);
  } else shard.parts.push(bytes);
  shard.bytes += bytes.length;
  shard.count += 1;
}

/** A line is always inside one part. */
function sliceParts(parts: readonly Uint8Array[], { offset, length }: LinePlace): Uint8Array {
  let at = 0;
  for (const part of parts) {
    if (offset < at + part.length) return part.subarray(offset - at, offset - at + length);
    at += part.length;
  }
  throw new RangeError('no such line in the shard');
}
