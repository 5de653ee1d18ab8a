/* What was imported, and how far each source got. The manifest names the shards; a file it does not name, and bytes behind
 * the length it gives, are what a killed import left and do not count.
 *
 *     corpus/docs-0000.ndjson …   16 MB each, never changed once full; the last one replaced whole
 *     corpus/manifest.json        replaced after every published shard
 *     corpus/import.lock          held by the one import that runs
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import type { manifestSchema, runSchema, shardSchema, sourceSchema } from './manifest-schema.ts';

export const MANIFEST_FORMAT = 1;

/** Bytes; a line is never split. */
export const SHARD_SIZE = 16 * 1024 * 1024;

/** One shard file: `bytes` long, `count` lines. */
export type ShardEntry = z.infer<typeof shardSchema>;
/** One import: the lines it added, `from` included, `to` not, counted from 0 inside the shard. `at` is an ISO instant. */
export type RunEntry = z.infer<typeof runSchema>;
export type SourceEntry = z.infer<typeof sourceSchema>;
export type Reached = NonNullable<SourceEntry['reached']>;
export type Manifest = z.infer<typeof manifestSchema>;

export const emptyManifest: Manifest = { format: MANIFEST_FORMAT, shards: [], runs: [], sources: [] };

export const shardName = (number: number): string => `docs-${String(number).padStart(4, '0')}.ndjson`;

/**
 * Reads the manifest; a corpus without one is empty. Looks only at what a reader of the cables relies on: an import checks the rest.
 * @throws Error in one sentence where it cannot be understood
 */
export function readManifest(corpusDir: string): Manifest {
  const path = join(corpusDir, 'manifest.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyManifest;
    throw error;
  }
  let value: Partial<Manifest> | null;
  try {
    value = JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    throw new Error(
      `${path} is damaged. The cables in ${corpusDir} are untouched. Restore it from a copy, or import the sources anew into another --store.`,
    );
  }
  const isShard = ({ name, bytes, sha256 }: ShardEntry) =>
    typeof name === 'string' && Number.isInteger(bytes) && typeof sha256 === 'string';
  if (!Array.isArray(value?.shards) || !value.shards.every((shard) => isShard(Object(shard)))) throw notUnderstood(corpusDir, 'shards');
  if (!Array.isArray(value.runs) || !value.runs.every((run) => typeof run?.at === 'string')) throw notUnderstood(corpusDir, 'runs');
  return value as Manifest;
}

/** @param what the first part that has another shape than it should */
export function notUnderstood(corpusDir: string, what: string): Error {
  return new Error(
    `${join(corpusDir, 'manifest.json')} is not understood (${what}). The cables in ${corpusDir} are untouched. Restore it from a copy.`,
  );
}
