/* The shape of the manifest as an import needs it. Apart, so that opening a library does not load what checks it. */
import * as z from 'zod';
import { type Manifest, notUnderstood } from './manifest.ts';

export const shardSchema = z.object({ name: z.string(), bytes: z.int(), sha256: z.string(), count: z.int() });
const rangeSchema = z.object({ shard: z.string(), from: z.int(), to: z.int() });
export const runSchema = z.object({ run: z.int(), at: z.string(), source: z.string(), ranges: z.array(rangeSchema) });
const refusedSchema = z.object({ path: z.string(), refused: z.string(), reason: z.string() });
export const sourceSchema = z.object({
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

/** @throws Error in one sentence where a part of it has another shape */
export function checkManifest(corpusDir: string, manifest: Manifest): Manifest {
  const { success, error, data } = manifestSchema.safeParse(manifest);
  if (success) return data;
  throw notUnderstood(corpusDir, error.issues[0]?.path.join('.') ?? '');
}
