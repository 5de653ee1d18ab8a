import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { readManifest } from './manifest.ts';

export interface ShardsVerdict {
  readonly shards: number;
  /** Lines the manifest counts. */
  readonly cables: number;
  /** What is damaged, a sentence each. */
  readonly findings: readonly string[];
}

/** Reads every shard and compares it with the manifest. @param onProgress bytes read, bytes in all */
export async function checkShards(corpusDir: string, onProgress?: (done: number, of: number) => void): Promise<ShardsVerdict> {
  const { shards } = readManifest(corpusDir);
  const all = shards.reduce((sum, { bytes }) => sum + bytes, 0);
  const findings: string[] = [];
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  let done = 0;
  for (const { name, bytes, sha256 } of shards) {
    try {
      const file = await open(join(corpusDir, name), 'r');
      try {
        const digest = createHash('sha256');
        let at = 0;
        while (at < bytes) {
          const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, bytes - at), at);
          if (bytesRead === 0) break;
          digest.update(buffer.subarray(0, bytesRead));
          at += bytesRead;
          onProgress?.(done + at, all);
        }
        if (digest.digest('hex') !== sha256)
          findings.push(
            `${name} is not what was imported (${at < bytes ? `${bytes - at} bytes are missing` : 'its bytes differ'}). ${remedy(name)}`,
          );
      } finally {
        await file.close();
      }
    } catch (error) {
      findings.push(`${name} cannot be read (${(error as NodeJS.ErrnoException).code}). ${remedy(name)}`);
    }
    done += bytes;
  }
  return { shards: shards.length, cables: shards.reduce((sum, { count }) => sum + count, 0), findings };
}

const remedy = (name: string): string =>
  `The other shards and all you did are safe. Copy ${name} back from a backup, or import the sources into another --store and copy it from there.`;
