/* What lies in a journal folder.
 *
 *     journal/
 *       7f3a91c2/                          one folder per device
 *         k2v9-2026-11.ndjson              decisions: one file per writer slot and month (UTC)
 *         k2v9-2026-11.reading.ndjson      reading events of the same slot and month
 *         k2v9.lock                        holding the slot = holding BEGIN EXCLUSIVE on it
 *
 * A conflict copy of a sync program (`k2v9-2026-11.sync-conflict-….ndjson`) is read as what it is: the same lines again,
 * perhaps with others. Whatever else lies there is left alone.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export type Stream = 'decisions' | 'reading';

export interface JournalFile {
  readonly path: string;
  readonly device: string;
  readonly slot: string;
  /** `2026-11`. */
  readonly month: string;
  readonly stream: Stream;
  /** Made by a sync program from a file that had changed on both sides. */
  readonly conflict: boolean;
}

const DEVICE = /^[0-9a-f]{8}$/;
const FILE = /^([0-9a-z]{4})-(\d{4}-\d\d)(\.reading)?(\..+)?\.ndjson$/;

export function nameFile(slot: string, month: string, stream: Stream): string {
  return `${slot}-${month}${stream === 'reading' ? '.reading' : ''}.ndjson`;
}

/** Null where the name is none of ours. */
export function readFileName(name: string): Omit<JournalFile, 'path' | 'device'> | null {
  const match = FILE.exec(name);
  if (!match) return null;
  const [, slot, month, reading, copy] = match;
  const inCopy = copy?.startsWith('.sync-conflict') ?? false;
  if (copy && !inCopy) return null;
  return { slot: slot!, month: month!, stream: reading ? 'reading' : 'decisions', conflict: inCopy };
}

/** Every journal file, in the order of device and name. Folders that cannot be read are left out. */
export function listJournalFiles(journal: string): JournalFile[] {
  const files: JournalFile[] = [];
  for (const device of listDevices(journal)) {
    for (const name of namesIn(join(journal, device))) {
      const read = readFileName(name);
      if (read) files.push({ path: join(journal, device, name), device, ...read });
    }
  }
  return files;
}

export function listDevices(journal: string): string[] {
  return namesIn(journal).filter((name) => DEVICE.test(name));
}

/** Slots of a device that have a lock file, in the order of their names. */
export function listSlots(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => /^[0-9a-z]{4}\.lock$/.test(name))
    .map((name) => name.slice(0, 4));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
