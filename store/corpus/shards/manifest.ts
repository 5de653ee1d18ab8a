/* What was imported, and how far each source got. The manifest names the shards; a file it does not name, and bytes behind
 * the length it gives, are what a killed import left and do not count.
 *
 *     corpus/docs-0000.ndjson …   16 MB each, never changed once full; the last one replaced whole
 *     corpus/manifest.json        replaced after every published shard
 *     corpus/import.lock          held by the one import that runs
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export const MANIFEST_FORMAT = 1;

/** Bytes; a line is never split. */
export const SHARD_SIZE = 16 * 1024 * 1024;

const shardSchema = z.object({ name: z.string(), bytes: z.int(), sha256: z.string(), count: z.int() });
const rangeSchema = z.object({ shard: z.string(), from: z.int(), to: z.int() });
const runSchema = z.object({ run: z.int(), at: z.string(), source: z.string(), ranges: z.array(rangeSchema) });
const refusedSchema = z.object({ path: z.string(), refused: z.string(), reason: z.string() });
const sourceSchema = z.object({
  path: z.string(),
  finished: z.boolean(),
  /** Where an unfinished one goes on. */
  reached: z
    .object({
      /** Path below the source, or its name. */
      file: z.string(),
      /** Bytes of the file (after decompression) whose cables are in the shards. */
      offset: z.int(),
      size: z.int(),
      mtimeMs: z.number(),
      /** When this source was first begun, Unix milliseconds: files changed later are read again. */
      begunMs: z.number(),
      cables: z.int(),
      listPages: z.int(),
      problems: z.record(z.string(), z.int()),
      refused: z.array(refusedSchema),
    })
    .optional(),
});

export const manifestSchema = z.object({
  format: z.int(),
  shards: z.array(shardSchema),
  runs: z.array(runSchema),
  sources: z.array(sourceSchema),
});

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
 * Reads the manifest; a corpus without one is empty.
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
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(
      `${path} is damaged. The cables in ${corpusDir} are untouched. Restore it from a copy, or import the sources anew into another --store.`,
    );
  }
  const manifest = manifestSchema.safeParse(value);
  if (!manifest.success) {
    throw new Error(
      `${path} is not understood (${manifest.error.issues[0]?.path.join('.')}). The cables in ${corpusDir} are untouched. Restore it from a copy.`,
    );
  }
  return manifest.data;
}
