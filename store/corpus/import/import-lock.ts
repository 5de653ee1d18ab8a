/* One import at a time. Who holds the lock is said in a file beside it, since a locked file cannot be read. */
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type HeldLock, holdLock, isLocked } from '../../disk/hold-lock.ts';
import { PRIVATE_FILE } from '../../disk/private-folder.ts';

const LOCK = 'import.lock';

/** Another import runs. */
export class ImportRuns extends Error {}

/**
 * Takes the lock of a corpus.
 * @param now ISO instant
 * @throws ImportRuns, saying who holds it
 */
export function takeImportLock(corpusDir: string, now: string): HeldLock {
  const holderPath = join(corpusDir, 'import.holder');
  const lock = holdLock(join(corpusDir, LOCK));
  if (lock === null)
    throw new ImportRuns(
      `Another import into ${corpusDir} is running${describeHolder(holderPath)}. Nothing was changed. Wait until it has ended, or stop it; then type the same again.`,
    );
  rmSync(holderPath, { force: true });
  writeFileSync(holderPath, `${JSON.stringify({ pid: process.pid, host: hostname(), since: now })}\n`, { mode: PRIVATE_FILE, flag: 'wx' });
  chmodSync(holderPath, PRIVATE_FILE);
  return {
    release() {
      rmSync(holderPath, { force: true });
      lock.release();
    },
  };
}

/** Whether one runs now, in whatever process. */
export const importRuns = (corpusDir: string): boolean => isLocked(join(corpusDir, LOCK));

function describeHolder(path: string): string {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    return ` (process ${pid} on ${host}, since ${since})`;
  } catch {
    return '';
  }
}
