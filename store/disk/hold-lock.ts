/* A lock that dies with its process. Holding it is holding BEGIN EXCLUSIVE on an SQLite file: the kernel frees it when the process dies,
 * however it dies.
 *
 * Nothing else in a process may open the file of a lock it holds: closing such a descriptor would drop the lock (POSIX).
 */
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PRIVATE_FILE } from './private-folder.ts';

export interface HeldLock {
  release(): void;
}

const held = new Set<string>();

/** Null where it is held: by another process, or in this one. @throws the system's error where the file cannot be made */
export function holdLock(file: string): HeldLock | null {
  const path = resolve(file);
  if (held.has(path)) return null;
  try {
    closeSync(openSync(path, 'wx', PRIVATE_FILE));
    chmodSync(path, PRIVATE_FILE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (!/locked|busy/i.test((error as Error).message)) throw error;
    return null;
  }
  held.add(path);
  return {
    release() {
      if (held.delete(path)) db.close();
    },
  };
}

/** Whether someone holds it now. */
export function isLocked(file: string): boolean {
  if (!existsSync(file)) return false;
  const lock = holdLock(file);
  lock?.release();
  return lock === null;
}
