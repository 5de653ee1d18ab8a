/* snapshot.json through lowdb, with an adapter of our own: a temp file for each writer, fsync, rename, fsync of the folder.
 * (lowdb's own uses one temp name for all processes and does not sync.) The last writer wins; it is a cache.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { LowSync, type SyncAdapter } from 'lowdb';
import { replaceFile } from '../log/private-files.ts';
import type { Snapshot } from './snapshot.ts';

class PrivateFile implements SyncAdapter<Snapshot | null> {
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  read(): Snapshot | null {
    try {
      return parseSnapshot(readFileSync(this.path));
    } catch {
      return null;
    }
  }

  write(snapshot: Snapshot | null): void {
    if (snapshot) replaceFile(this.path, formatSnapshot(snapshot));
  }
}

const HEAD = '{"sum":"';
const SUM_END = HEAD.length + 8 + '",'.length;

/** The sum comes first, over all bytes after it: what rotted on the disk is never folded. */
export function formatSnapshot({ lines, ...head }: Snapshot): Buffer {
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify(head).slice(1)}\n`), lines]);
  return Buffer.concat([Buffer.from(`${HEAD}${sumOf(rest)}",`), rest]);
}

/** @throws where it is no JSON; null where a byte of it is another */
export function parseSnapshot(bytes: Buffer): Snapshot | null {
  const rest = bytes.subarray(SUM_END);
  if (bytes.toString('latin1', 0, SUM_END) !== `${HEAD}${sumOf(rest)}",`) return null;
  const line = rest.indexOf('\n');
  return { ...(JSON.parse(`{${rest.toString('utf8', 0, line)}`) as Snapshot), lines: rest.subarray(line + 1) };
}

/** Against rot, so the fastest will do: over some megabytes a longer one is felt at each start. */
const sumOf = (bytes: Buffer): string => crc32(bytes).toString(16).padStart(8, '0');

const fileOf = (library: string): LowSync<Snapshot | null> => new LowSync(new PrivateFile(join(library, 'snapshot.json')), null);

/** Null where there is none, or none that can be read. */
export function loadSnapshot(library: string): Snapshot | null {
  const file = fileOf(library);
  file.read();
  return file.data;
}

/** A snapshot that cannot be written is only missed at the next start. */
export function saveSnapshot(library: string, snapshot: Snapshot): void {
  const file = fileOf(library);
  file.data = snapshot;
  try {
    file.write();
  } catch {
    /* the journal is the truth */
  }
}
