/* An import that can be read while it runs. Where there was nothing to read, the first shard is indexed beside it:
 *
 *     sources ─▶ shards  1  2  3 …             importPaths
 *                        └▶ one segment        buildIndex, meanwhile
 *                  all others, newest first ─▶ buildIndex, adding to it
 *
 * No cable is indexed twice by it, and the price is one segment more than there would be. An import of one shard has that one alone.
 */
import { type ImportOptions, type ImportSummary, importPaths } from './import/import-paths.ts';
import { type BuildIndexOptions, buildIndex, type IndexProgress } from './index/build-index.ts';
import { readCurrent, type SegmentEntry } from './index/current.ts';
import { addCounts, type ProblemCounts, takeCounts } from './index/problem-counts.ts';
import { countReplacedProblems } from './index/replaced-problems.ts';

export interface ImportAndIndexOptions extends ImportOptions, Pick<BuildIndexOptions, 'indexDir' | 'sizes'> {
  /** From when all is imported. */
  readonly onIndexing?: BuildIndexOptions['onProgress'];
}

/**
 * Imports and indexes. The problems of the summary are those of reading and of understanding, in the last form of each cable.
 * @throws what importPaths and buildIndex throw
 */
export async function importAndIndex(options: ImportAndIndexOptions): Promise<ImportSummary> {
  const { signal, onUnit, onIndexing } = options;
  const failed = new AbortController();
  const stop = AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]);
  let imported = false;
  let first: Promise<void> | null = null;
  let early = null as { readonly problems: ProblemCounts; readonly segments: readonly SegmentEntry[] } | null;

  const index = (): Promise<ProblemCounts> => {
    const { corpusDir, indexDir, sizes } = options;
    const onProgress = (progress: IndexProgress): void => {
      if (imported) onIndexing?.(progress);
    };
    return buildIndex({ corpusDir, indexDir, signal: stop, onProgress, ...(sizes && { sizes }) });
  };

  // What stands in its way stands in the way of the rest, too, which is indexed in the end and says so.
  const indexFirst = async (): Promise<void> => {
    try {
      early = { problems: await index(), segments: readCurrent(options.indexDir)?.segments ?? [] };
    } catch {}
  };

  try {
    const summary = await importPaths({
      ...options,
      onUnit(shard) {
        if (first === null && readCurrent(options.indexDir) === null) first = indexFirst();
        return onUnit?.(shard);
      },
    });
    imported = true;
    await first;
    const problems = new Map(summary.problems);
    if (!summary.stopped) addCounts(problems, await index());
    const again = early && countReplacedProblems(options.corpusDir, options.indexDir, early.segments);
    if (early && again) {
      addCounts(problems, early.problems);
      takeCounts(problems, again);
    }
    return { ...summary, problems };
  } finally {
    failed.abort();
    await first;
  }
}
