/* A journal file has one writer at a time: the process that holds its slot. Appends from two terminals can therefore never
 * interleave, and copies that travel between machines can never conflict.
 *
 *     k2v9.lock   SQLite file: host fingerprint inside; holding the slot = holding BEGIN EXCLUSIVE on it
 *
 * The kernel frees the lock when the process dies, however it dies, so there is no lease, no pid and nothing to repair.
 * A process takes an idle slot of its device before it makes a new one. A slot of another host (a home directory on a
 * network disk, where locks cannot be relied on) is never taken.
 *
 * Nothing in this process may open a lock file in any other way: closing such a descriptor would drop the lock (POSIX).
 */
import { randomInt } from 'node:crypto';
import { chmodSync, closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { listSlots } from './journal-folder.ts';
import { syncFolder } from './private-files.ts';

export interface Slot {
  readonly name: string;
  /** The device's folder. */
  readonly folder: string;
  release(): void;
}

/**
 * Takes an idle slot of the device, or makes one.
 * @param wanted a name already used in ids, where the slot could not be taken earlier
 * @throws the system's error (read-only, full, gone)
 */
export function claimSlot(folder: string, host: string, wanted: string | null): Slot {
  if (wanted === null) {
    for (const name of listSlots(folder)) {
      const slot = holdIdleSlot(folder, name, host);
      if (slot) return slot;
    }
  }
  for (let attempt = 0; ; attempt += 1) {
    const name = attempt === 0 && wanted !== null ? wanted : newSlotName();
    const slot = makeSlot(folder, name, host);
    if (slot) return slot;
    if (attempt > 100) throw new Error('no slot could be made');
  }
}

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

export function newSlotName(): string {
  return Array.from({ length: 4 }, () => LETTERS[randomInt(36)]).join('');
}

/** Null where it is held, belongs to another host, or is no lock of ours. */
export function holdIdleSlot(folder: string, name: string, host: string): Slot | null {
  const db = lock(join(folder, `${name}.lock`));
  if (!db) return null;
  try {
    const row = db.prepare('SELECT fingerprint FROM host').get();
    if (row?.['fingerprint'] === host) return holding(folder, name, db);
  } catch {
    /* an empty file: its maker died between making and signing it */
  }
  db.close();
  return null;
}

function makeSlot(folder: string, name: string, host: string): Slot | null {
  const path = join(folder, `${name}.lock`);
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  }
  chmodSync(path, 0o600);
  const db = lock(path);
  if (!db) return null;
  try {
    db.exec(`CREATE TABLE host (fingerprint TEXT NOT NULL); INSERT INTO host VALUES ('${host}'); COMMIT`);
    syncFolder(folder);
    /* Between the two somebody may take it: then it is theirs. */
    db.exec('BEGIN EXCLUSIVE');
    return holding(folder, name, db);
  } catch (error) {
    db.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

function lock(path: string): DatabaseSync | null {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { timeout: 0 });
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch {
    db?.close();
    return null;
  }
}

function holding(folder: string, name: string, db: DatabaseSync): Slot {
  let held = true;
  return {
    name,
    folder,
    release() {
      if (!held) return;
      held = false;
      db.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return /locked|busy/i.test(String((error as Error).message));
}
