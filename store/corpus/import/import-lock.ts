/* One import at a time. Holding the lock is holding BEGIN EXCLUSIVE on an SQLite file: the kernel frees it when the process dies, however it
 * dies. Who holds it is said in a file beside it, since a locked database cannot be read.
 *
 * Nothing in this process may open the lock file in any other way: closing such a descriptor would drop the lock (POSIX).
 */
import { chmodSync, closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PRIVATE_FILE } from '../../disk/private-folder.ts';

export interface ImportLock {
  release(): void;
}

/** Another import runs. */
export class ImportRuns extends Error {}

/**
 * Takes the lock of a corpus.
 * @param now ISO instant
 * @throws ImportRuns, saying who holds it
 */
export function takeImportLock(corpusDir: string, now: string): ImportLock {
  const path = join(corpusDir, 'import.lock');
  const holderPath = join(corpusDir, 'import.holder');
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
    throw new ImportRuns(
      `Another import into ${corpusDir} is running${describeHolder(holderPath)}. Nothing was changed. Wait until it has ended, or stop it; then type the same again.`,
    );
  }
  rmSync(holderPath, { force: true });
  writeFileSync(holderPath, `${JSON.stringify({ pid: process.pid, host: hostname(), since: now })}\n`, { mode: PRIVATE_FILE, flag: 'wx' });
  chmodSync(holderPath, PRIVATE_FILE);
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      rmSync(holderPath, { force: true });
      db.close();
    },
  };
}

function describeHolder(path: string): string {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    return ` (process ${pid} on ${host}, since ${since})`;
  } catch {
    return '';
  }
}
