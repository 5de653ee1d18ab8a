import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, type ShardEntry, shardName } from './manifest.ts';

/**
 * The manifest of shards that have none: an import was killed between its first shard and its first manifest, or somebody lost the file. A
 * shard is renamed into place only when it is whole, so what is there counts. What came in which import is lost.
 * @param manifest as read: anything but an empty one is returned as it is
 */
export async function recoverManifest(corpusDir: string, manifest: Manifest): Promise<Manifest> {
  if (manifest.shards.length > 0) return manifest;
  const shards: ShardEntry[] = [];
  for (let name = shardName(0); existsSync(join(corpusDir, name)); name = shardName(shards.length)) {
    const content = readFileSync(join(corpusDir, name));
    const bytes = content.subarray(0, content.lastIndexOf(10) + 1);
    let count = 0;
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
    shards.push({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), count });
  }
  return { ...manifest, shards };
}
