/* A file is replaced whole or not at all:
 *
 *     name.<pid>-<random>.tmp  written, fsynced  ──rename──▶  name, folder fsynced
 *
 * Whoever reads sees the old file or the new one; after a power cut too. What a killed process leaves ends in .tmp.
 */
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PRIVATE_FILE } from './private-folder.ts';

/**
 * Replaces or makes a private file.
 * @throws the system's error (ENOSPC, EROFS, ...); the file that was there is untouched and nothing is left behind
 */
export async function replaceFile(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', PRIVATE_FILE);
    try {
      await file.chmod(PRIVATE_FILE);
      await writeAll(file, parts);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Parts of a call: fewer than IOV_MAX. */
const PARTS_AT_ONCE = 1000;
/**
 * Bytes of a call. For 2 MB and more Linux takes memory of that size at once, which a virtual machine has to get from its host first: that took
 * up to ten times the processor time, and a quarter of that of an import.
 */
const BYTES_AT_ONCE = 1024 * 1024;

async function writeAll(file: FileHandle, parts: readonly Uint8Array[]): Promise<void> {
  for (let batch of batchesOf(parts)) {
    /* A call may write less than all. */
    while (batch.length > 0) {
      let { bytesWritten } = await file.writev(batch);
      const rest: Uint8Array[] = [];
      for (const part of batch) {
        if (bytesWritten >= part.length) bytesWritten -= part.length;
        else {
          rest.push(part.subarray(bytesWritten));
          bytesWritten = 0;
        }
      }
      batch = rest;
    }
  }
}

function* batchesOf(parts: readonly Uint8Array[]): Generator<Uint8Array[]> {
  let batch: Uint8Array[] = [];
  let bytes = 0;
  for (const part of parts) {
    for (let from = 0; from < part.length; ) {
      const piece = part.subarray(from, from + BYTES_AT_ONCE - bytes);
      batch.push(piece);
      bytes += piece.length;
      from += piece.length;
      if (bytes < BYTES_AT_ONCE && batch.length < PARTS_AT_ONCE) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

/** Makes names in the folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what replaceFile left of `names` where it was killed. Only for who alone writes in the folder. */
export async function removeTemporaries(folder: string, names: RegExp): Promise<void> {
  for (const name of await readdir(folder)) {
    const of = /^(.+)\.\d+-[0-9a-f]{8}\.tmp$/.exec(basename(name))?.[1];
    if (of !== undefined && names.test(of)) await rm(join(folder, name), { force: true });
  }
}
