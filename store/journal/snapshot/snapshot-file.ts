/* snapshot.json through lowdb, with an adapter of our own: a temp file for each writer, fsync, rename, fsync of the folder.
 * (lowdb's own uses one temp name for all processes and does not sync.) The last writer wins; it is a cache.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LowSync, type SyncAdapter } from 'lowdb';
import { sumOf } from '../log/line.ts';
import { replaceFile } from '../log/private-files.ts';
import type { Snapshot } from './snapshot.ts';

class PrivateFile implements SyncAdapter<Snapshot | null> {
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** The sum comes first, over all bytes after it: what rotted on the disk is never folded. */
  read(): Snapshot | null {
    try {
      const bytes = readFileSync(this.path);
      const rest = bytes.subarray(HEAD.length + 18);
      return bytes.toString('latin1', 0, HEAD.length + 18) === `${HEAD}${sumOf(rest)}",`
        ? (JSON.parse(`{${rest.toString('utf8')}`) as Snapshot)
        : null;
    } catch {
      return null;
    }
  }

  write(snapshot: Snapshot | null): void {
    const rest = JSON.stringify(snapshot).slice(1);
    replaceFile(this.path, `${HEAD}${sumOf(rest)}",${rest}`);
  }
}

const HEAD = '{"sum":"';

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
