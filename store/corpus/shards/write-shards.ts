/* Writes lines into shards. A shard is published when it is full, and the last one at the end: temp, fsync, rename, fsync of the folder,
 * then the manifest in the same way. What the manifest does not name does not exist.
 *
 *     append ─▶ open shard ──full──▶ unpublished, in order ─▶ disk ─▶ manifest ─▶ memory free
 *
 * Appending goes on while the disk works; who appends waits with keepUp.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../disk/replace-file.ts';
import { type Manifest, type RunEntry, SHARD_SIZE, type ShardEntry, type SourceEntry, shardName } from './manifest.ts';
import { OpenShard } from './open-shard.ts';
import type { LinePlace } from './read-shards.ts';

export interface ShardWriter {
  /** Index of the shard the next line may go to, and all that was published. */
  readonly manifest: Manifest;
  /**
   * Adds a line, newline included. The bytes must not change before their memory is free.
   * @param sources called when the shard before this line is full: how far the sources got before this line
   */
  append(bytes: Uint8Array, sources: () => readonly SourceEntry[]): LinePlace;
  /** The bytes of a line that may not be on the disk yet, or null where it is. */
  held(place: LinePlace): Uint8Array | null;
  /** Says that no more lines come from this memory; `onFree` has it when none of them is needed any more. */
  release(memory: ArrayBufferLike): void;
  /** Waits until little is left to be published. @throws what went wrong with the disk */
  keepUp(): Promise<void>;
  /** Publishes what is left. @throws what went wrong with the disk */
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
  readonly onFree?: (memory: ArrayBufferLike) => void;
}

/** Full shards that may wait for the disk. */
const BEHIND = 1;

export function openShardWriter(options: ShardWriterOptions): ShardWriter {
  const { corpusDir, at, source, shardSize = SHARD_SIZE, onPublished, onFree } = options;
  let manifest = options.manifest;
  const run = (manifest.runs.at(-1)?.run ?? 0) + 1;
  let open = reopenLast();
  const unpublished: { readonly shard: OpenShard; readonly done: Promise<void> }[] = [];
  const released = new Set<ArrayBufferLike>();

  function reopenLast(): OpenShard {
    const index = manifest.shards.length - 1;
    const last = manifest.shards[index];
    if (!last || last.bytes >= shardSize) return new OpenShard(index + 1);
    const path = join(corpusDir, last.name);
    const bytes = readFileSync(path).subarray(0, last.bytes);
    if (createHash('sha256').update(bytes).digest('hex') !== last.sha256)
      throw new Error(`${path} is damaged. The other shards are safe, nothing was changed. Type: cables doctor`);
    return new OpenShard(index, { bytes, count: last.count });
  }

  async function publish(shard: OpenShard, sources: readonly SourceEntry[], before: Promise<void> | undefined): Promise<void> {
    const entry = { name: shardName(shard.index), bytes: shard.bytes, sha256: shard.digest(), count: shard.count };
    await replaceFile(join(corpusDir, entry.name), shard.parts);
    // The disk makes several durable at once; the manifest names them one after the other.
    await before;
    manifest = {
      ...manifest,
      shards: [...manifest.shards.slice(0, shard.index), entry],
      runs: addRange(manifest.runs, { shard: entry.name, from: shard.before, to: shard.count }),
      sources: [...sources],
    };
    await replaceManifest(corpusDir, manifest);
    unpublished.shift();
    for (const memory of released) freeUnlessHeld(memory);
    await onPublished?.(entry);
  }

  function addRange(runs: readonly RunEntry[], range: RunEntry['ranges'][number]): RunEntry[] {
    const mine = runs.find((entry) => entry.run === run) ?? { run, at, source, ranges: [] };
    return [...runs.filter((entry) => entry.run !== run), { ...mine, ranges: [...mine.ranges, range] }];
  }

  function startPublishing(shard: OpenShard, sources: readonly SourceEntry[]): void {
    const done = publish(shard, sources, unpublished.at(-1)?.done);
    /* A failure is thrown where it is waited for. */
    done.catch(() => {});
    unpublished.push({ shard, done });
  }

  function freeUnlessHeld(memory: ArrayBufferLike): void {
    if (open.holds(memory) || unpublished.some(({ shard }) => shard.holds(memory))) return;
    released.delete(memory);
    onFree?.(memory);
  }

  return {
    get manifest() {
      return manifest;
    },
    append(bytes, sources) {
      if (open.bytes > 0 && open.bytes + bytes.length > shardSize) {
        const full = open;
        open = new OpenShard(full.index + 1);
        if (full.grew) startPublishing(full, sources());
      }
      return open.append(bytes);
    },
    held(place) {
      const shard = [open, ...unpublished.map((one) => one.shard)].find(({ index }) => index === place.shard);
      return shard ? shard.line(place) : null;
    },
    release(memory) {
      released.add(memory);
      freeUnlessHeld(memory);
    },
    async keepUp() {
      await unpublished.at(-1 - BEHIND)?.done;
    },
    async settle() {
      await Promise.allSettled(unpublished.map(({ done }) => done));
    },
    async finish(sources) {
      if (open.grew) startPublishing(open, sources);
      await unpublished.at(-1)?.done;
      if (JSON.stringify(sources) === JSON.stringify(manifest.sources)) return;
      manifest = { ...manifest, sources: [...sources] };
      await replaceManifest(corpusDir, manifest);
    },
  };
}

function replaceManifest(corpusDir: string, manifest: Manifest): Promise<void> {
  return replaceFile(join(corpusDir, 'manifest.json'), [Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)]);
}
