/* The generated corpus imported and indexed, kept beside its csv from run to run; what an interrupted run left is gone on with. */
import { join } from 'node:path';
import { importPaths } from '../../../store/corpus/import/import-paths.ts';
import { buildIndex } from '../../../store/corpus/index/build-index.ts';
import { indexIsCurrent } from '../../../store/corpus/index/current.ts';
import { readManifest } from '../../../store/corpus/shards/manifest.ts';
import { corpusFolder, makeCorpus } from '../corpus/full-corpus.ts';

export interface BenchLibrary {
  readonly root: string;
  readonly corpusDir: string;
  readonly indexDir: string;
}

/** Does nothing where all of the cables are imported and indexed. */
export async function makeFullLibrary(count: number): Promise<BenchLibrary> {
  const root = join(corpusFolder(count), 'library');
  const library = { root, corpusDir: join(root, 'corpus'), indexDir: join(root, 'index') };
  const lines = readManifest(library.corpusDir).shards.reduce((sum, shard) => sum + shard.count, 0);
  if (lines === count && indexIsCurrent(library.corpusDir, library.indexDir)) return library;
  await importPaths({ paths: [await makeCorpus(count)], corpusDir: library.corpusDir });
  await buildIndex(library);
  return library;
}
