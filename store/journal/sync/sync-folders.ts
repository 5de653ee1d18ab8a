/* Union of two journal folders.
 *
 *     here/7f3a91c2/k2v9-2026-11.ndjson   42 lines  ┐ one begins with the other: the longer one wins
 *     there/7f3a91c2/k2v9-2026-11.ndjson  40 lines  ┘
 *     here  k2v9: A B C D                           ┐ neither does (a copied home): both are kept on both sides,
 *     there k2v9: A B X Y                           ┘ the other one under a slot name made from its first other line
 *
 * A file is copied to a temp name and renamed, so that an interrupted sync leaves whole files only; run again, it goes on.
 * Any order, any subset and any repetition of syncs leads to the same files. Two machines may sync through one folder at once: the
 * worst is that one copies a file a moment before the other has made it longer, and the next sync brings the rest.
 *
 * A file is replaced only by a longer copy that begins with the same bytes, and never one that a process may be writing: a
 * file of a folder's own device is replaced only while its slot is held.
 */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, copyFileSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type JournalFile, listJournalFiles, nameFile } from '../log/journal-folder.ts';
import { makePrivateFolder, syncFolder } from '../log/private-files.ts';
import { compareCopies } from './compare-copies.ts';

export interface SyncSide {
  /** The `journal/` folder. */
  readonly journal: string;
  /** The device that writes there, whose files a running process may hold; null for a folder nobody writes to. */
  readonly device: string | null;
  /** Reading files of months before this one (`2026-03`) were forgotten there; null where none were. */
  readonly forgottenBefore: string | null;
  /** Runs only while no process can write to the slot; false where it is held by one. */
  whileIdle?(folder: string, slot: string, run: () => void): boolean;
}

export interface SyncReport {
  /** Paths below `journal/` that were copied, each way. */
  readonly received: readonly string[];
  readonly sent: readonly string[];
  /** Files that had grown differently on both sides and are now kept under two names. */
  readonly diverged: readonly string[];
  /** Files a running process holds; the next sync brings them. */
  readonly busy: readonly string[];
}

/** Makes both folders hold the union of their files. @throws the system's error; what was copied until then is whole */
export function syncFolders(here: SyncSide, there: SyncSide): SyncReport {
  const report = { received: [] as string[], sent: [] as string[], diverged: [] as string[], busy: [] as string[] };
  const theirs = byName(listJournalFiles(there.journal));
  const ours = byName(listJournalFiles(here.journal));
  for (const [name, file] of ours) {
    const other = theirs.get(name);
    if (!other) bring(file, there, name, report.sent, report.busy);
    else mergeCopies(name, file, other);
  }
  for (const [name, file] of theirs) if (!ours.has(name)) bring(file, here, name, report.received, report.busy);
  return report;

  function mergeCopies(name: string, ourFile: JournalFile, theirFile: JournalFile): void {
    const comparison = compareCopies(ourFile.path, theirFile.path);
    switch (comparison.kind) {
      case 'same':
        return;
      case 'first-longer':
        bring(ourFile, there, name, report.sent, report.busy);
        return;
      case 'second-longer':
        bring(theirFile, here, name, report.received, report.busy);
        return;
      case 'diverged': {
        report.diverged.push(name);
        bring(theirFile, here, renamed(theirFile, comparison.at), report.received, report.busy);
        bring(ourFile, there, renamed(ourFile, comparison.at), report.sent, report.busy);
      }
    }
  }
}

function bring(file: JournalFile, to: SyncSide, name: string, done: string[], busy: string[]): void {
  if (file.stream === 'reading' && to.forgottenBefore !== null && file.month < to.forgottenBefore) return;
  const target = join(to.journal, name);
  if (sizeOf(target) === sizeOf(file.path)) return;
  makePrivateFolder(dirname(target));
  const exists = sizeOf(target) !== null;
  if (exists && file.device === to.device) {
    const copied = to.whileIdle?.(dirname(target), file.slot, () => copyWhole(file.path, target)) ?? false;
    (copied ? done : busy).push(name);
    return;
  }
  copyWhole(file.path, target);
  done.push(name);
}

/** What is there when the copy begins: a file that grows meanwhile is brought the next time. */
function copyWhole(from: string, to: string): void {
  const temp = join(dirname(to), `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    copyFileSync(from, temp);
    chmodSync(temp, 0o600);
    const fd = openSync(temp, 'r+');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temp, to);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
  syncFolder(dirname(to));
}

/** The same lines get the same name wherever they diverged, so that repeating a sync makes no new file. */
function renamed(file: JournalFile, at: number): string {
  const bytes = readFileSync(file.path);
  const start = at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1;
  const end = bytes.indexOf(10, at);
  const digest = createHash('sha256')
    .update(bytes.subarray(start, end === -1 ? bytes.length : end))
    .digest();
  const slot = (digest.readUInt32BE(0) % 36 ** 4).toString(36).padStart(4, '0');
  return join(file.device, nameFile(slot, file.month, file.stream));
}

function byName(files: readonly JournalFile[]): Map<string, JournalFile> {
  return new Map(
    files.filter(({ conflict }) => !conflict).map((file) => [join(file.device, nameFile(file.slot, file.month, file.stream)), file]),
  );
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size;
  } catch {
    return null;
  }
}
