/* Reading shards: all lines in order, with their places, or one line by its place. */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, readManifest } from './manifest.ts';
import { parseShardLine, type ShardLine } from './shard-line.ts';

/** Where a line lies: index of the shard in the manifest, bytes from its start, bytes without the newline. */
export interface LinePlace {
  readonly shard: number;
  readonly offset: number;
  readonly length: number;
}

export interface PlacedLine extends LinePlace {
  /** 0-based number of the line in its shard. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

const BLOCK = 1024 * 1024;
const NEWLINE = 10;

/**
 * The lines of all shards, in order, unparsed. `bytes` is only good until the next step.
 * @param from shard to begin with
 */
export function* placeLines(corpusDir: string, manifest: Manifest = readManifest(corpusDir), from = 0): Generator<PlacedLine> {
  for (let shard = from; shard < manifest.shards.length; shard++) {
    const { name, bytes: size } = manifest.shards[shard]!;
    const fd = openSync(join(corpusDir, name), 'r');
    try {
      let buffer = Buffer.allocUnsafe(BLOCK);
      let held = 0;
      let base = 0;
      let number = 0;
      while (base + held < size) {
        if (held === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
        const read = readSync(fd, buffer, held, Math.min(buffer.length - held, size - base - held), base + held);
        if (read === 0) break;
        const end = held + read;
        let start = 0;
        for (;;) {
          const newline = buffer.indexOf(NEWLINE, start);
          if (newline === -1 || newline >= end) break;
          yield { shard, offset: base + start, length: newline - start, number: number++, bytes: buffer.subarray(start, newline) };
          start = newline + 1;
        }
        buffer.copyWithin(0, start, end);
        held = end - start;
        base += start;
      }
    } finally {
      closeSync(fd);
    }
  }
}

/** The lines of all shards, in order, parsed. */
export function* readLines(
  corpusDir: string,
  manifest: Manifest = readManifest(corpusDir),
  from = 0,
): Generator<LinePlace & { readonly number: number; readonly line: ShardLine }> {
  for (const { bytes, ...place } of placeLines(corpusDir, manifest, from)) yield { ...place, line: parseShardLine(utf8(bytes)) };
}

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

export interface LineReader {
  /** @throws the system's error, or SyntaxError where the place is not that of a line */
  read(place: LinePlace): ShardLine;
  close(): void;
}

/** Lines up to this are read into one buffer, again and again: a list with excerpts reads sixty cables for one key. */
const KEPT = 128 * 1024;

/** Reads single lines, and ahead where one follows the other; keeps the files open. */
export function openLines(corpusDir: string, manifest: Manifest = readManifest(corpusDir)): LineReader {
  const open = new Map<number, number>();
  const kept = Buffer.allocUnsafe(KEPT);
  /** What of a shard is in `kept`. */
  let held = NOTHING;
  let last = held;

  return {
    read(place) {
      const { shard, offset, length } = place;
      if (length > KEPT) {
        const bytes = Buffer.allocUnsafe(length);
        return parseShardLine(bytes.toString('utf8', 0, readBytes(place, bytes)));
      }
      if (!isWithin(place, held)) {
        // No further than the manifest says: what stands behind may be written again.
        const isNext = shard === last.shard && offset === last.offset + last.length + 1;
        const wanted = isNext ? Math.max(length, Math.min(KEPT, manifest.shards[shard]!.bytes - offset)) : length;
        held = NOTHING;
        held = { shard, offset, length: readBytes({ shard, offset, length: wanted }, kept) };
      }
      last = place;
      const start = offset - held.offset;
      return parseShardLine(kept.toString('utf8', start, Math.min(start + length, held.length)));
    },
    close() {
      for (const fd of open.values()) closeSync(fd);
      open.clear();
    },
  };

  /** @returns how many there were */
  function readBytes({ shard, offset, length }: LinePlace, bytes: Buffer): number {
    let fd = open.get(shard);
    if (fd === undefined) {
      const entry = manifest.shards[shard];
      if (!entry) throw new Error(`no shard ${shard} in ${corpusDir}`);
      fd = openSync(join(corpusDir, entry.name), 'r');
      open.set(shard, fd);
    }
    let done = 0;
    while (done < length) {
      const read = readSync(fd, bytes, done, length - done, offset + done);
      if (read === 0) break;
      done += read;
    }
    return done;
  }
}

const NOTHING: LinePlace = { shard: -1, offset: 0, length: 0 };

const isWithin = (place: LinePlace, { shard, offset, length }: LinePlace): boolean =>
  place.shard === shard && place.offset >= offset && place.offset + place.length <= offset + length;
