/* What someone read is private: folders 0700, files 0600, whatever the umask. And made so that a power cut leaves the old
 * or the new: the folder is synced after a name in it was made.
 */

import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fchmodSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes a folder and those above it below `root`; nothing where it is there. @throws the system's error */
export function makePrivateFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  for (let at = folder; at.length >= made.length; at = dirname(at)) {
    chmodSync(at, 0o700);
    syncFolder(dirname(at));
  }
}

/** Opens for appending only, made 0600 where it is not there. */
export function openAppend(path: string): { readonly fd: number; readonly made: boolean } {
  try {
    return { fd: openSync(path, 'ax', 0o600), made: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { fd: openSync(path, 'a', 0o600), made: false };
  }
}

/** Puts a file in place whole: temp file of its own, fsync, rename, fsync of the folder. */
export function replaceFile(path: string, content: string | Buffer | ((inode: number) => string), inodeOf?: (fd: number) => number): void {
  const temp = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`);
  const fd = openSync(temp, 'wx', 0o600);
  try {
    fchmodSync(fd, 0o600);
    const known = typeof content === 'function' ? content(inodeOf?.(fd) ?? 0) : content;
    writeAll(fd, typeof known === 'string' ? Buffer.from(known) : known);
    fsyncSync(fd);
  } catch (error) {
    closeSync(fd);
    rmSync(temp, { force: true });
    throw error;
  }
  closeSync(fd);
  renameSync(temp, path);
  syncFolder(dirname(path));
}

function writeAll(fd: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}

/** Some file systems cannot sync a folder; then there is nothing more to do. */
export function syncFolder(folder: string): void {
  let fd: number;
  try {
    fd = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(fd);
  } catch {
    /* EINVAL on file systems without it */
  } finally {
    closeSync(fd);
  }
}
