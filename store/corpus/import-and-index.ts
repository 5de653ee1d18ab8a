/* An import that can be read while it runs. Where there was nothing to read, the first shards are indexed beside it:
 *
 *     sources ─▶ shards  1  2  3  4 …          importPaths
 *                        └──┴▶ one segment     buildIndex, meanwhile
 *                  all others, newest first ─▶ buildIndex, adding to it
 *
 * No cable is indexed twice by it, and the price is one segment more than there would be.
 */
import { type ImportOptions, type ImportSummary, importPaths } from './import/import-paths.ts';
import { type BuildIndexOptions, buildIndex } from './index/build-index.ts';
import { readCurrent } from './index/current.ts';

/** Shards that make the first segment: some 4,000 cables, there in seconds; a smaller import has none. */
const FIRST_SHARDS = 2;
const ONE_SEGMENT = { first: Number.POSITIVE_INFINITY, pays: Number.POSITIVE_INFINITY };

export interface ImportAndIndexOptions extends ImportOptions, Pick<BuildIndexOptions, 'indexDir' | 'sizes'> {
  /** Of the indexing that is left when all is imported. */
  readonly onIndexing?: BuildIndexOptions['onProgress'];
}

/**
 * Imports and indexes. The problems of the summary are those of reading and of understanding.
 * @throws what importPaths and buildIndex throw
 */
export async function importAndIndex(options: ImportAndIndexOptions): Promise<ImportSummary> {
  const { corpusDir, indexDir, signal, onUnit, onIndexing, sizes } = options;
  const failed = new AbortController();
  const stop = AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]);
  const found: ReadonlyMap<string, number>[] = [];
  let first: Promise<void> | null = null;
  let shards = readCurrent(indexDir) === null ? 0 : Number.POSITIVE_INFINITY;

  async function indexFirst(): Promise<void> {
    try {
      found.push(await buildIndex({ corpusDir, indexDir, signal: stop, sizes: ONE_SEGMENT }));
    } catch {
      // What stands in its way stands in the way of the rest, too, which is indexed in the end and says so.
    }
  }

  try {
    const summary = await importPaths({
      ...options,
      onUnit(shard) {
        shards += 1;
        if (shards === FIRST_SHARDS) first = indexFirst();
        return onUnit?.(shard);
      },
    });
    await first;
    if (!summary.stopped)
      found.push(
        await buildIndex({
          corpusDir,
          indexDir,
          ...(signal && { signal }),
          ...(sizes && { sizes }),
          ...(onIndexing && { onProgress: onIndexing }),
        }),
      );
    const problems = new Map(summary.problems);
    for (const [code, cables] of found.flatMap((codes) => [...codes])) problems.set(code, (problems.get(code) ?? 0) + cables);
    return { ...summary, problems };
  } finally {
    failed.abort();
    await first;
  }
}
