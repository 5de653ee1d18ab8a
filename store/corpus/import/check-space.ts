import { formatBytes, freeSpace } from '../../disk/free-space.ts';
import type { Manifest } from '../shards/manifest.ts';
import type { FileToRead } from './reading/walk-paths.ts';

/** Too little room: nothing was written. */
export class NoRoom extends Error {}

/** A shard aside, and the manifest. */
const ALWAYS = 20e6;

/**
 * Bytes an import of the files may add. Of a page 11.5 % are cable and the rest navigation; csv and JSON lines grow little; packed text is
 * a third of itself.
 */
export function estimateBytes(files: readonly FileToRead[]): number {
  let bytes = 0;
  for (const { name, size } of files) {
    const share = /\.(?:gz|zst)$/i.test(name) ? 4 : /\.x?html?$/i.test(name) ? 0.25 : 1.1;
    bytes += size * share;
  }
  return Math.ceil(bytes);
}

/** @throws NoRoom with what is needed and what is there */
export function checkSpace(corpusDir: string, files: readonly FileToRead[], manifest: Manifest, free: number = freeSpace(corpusDir)): void {
  const here = manifest.sources.length > 0 ? manifest.shards.reduce((sum, { bytes }) => sum + bytes, 0) : 0;
  const needed = Math.max(0, estimateBytes(files) - here) + ALWAYS;
  if (free >= needed) return;
  throw new NoRoom(
    `The import needs about ${formatBytes(needed)}, the disk of ${corpusDir} has ${formatBytes(free)} left. Nothing was changed. Free some, or name a folder elsewhere: cables import --store DIR PATH...`,
  );
}
