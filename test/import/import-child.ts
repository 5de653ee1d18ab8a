/* Imports, and indexes where an index folder is named, in a process of its own, to be killed: import-child.ts CORPUS INDEX|- SHARD_SIZE PATH...
 * Says a line for every shard and every step of the index.
 */
import { importPaths } from '../../store/corpus/import/import-paths.ts';
import { importAndIndex } from '../../store/corpus/import-and-index.ts';
import type { IndexProgress } from '../../store/corpus/index/build-index.ts';
import type { ShardEntry } from '../../store/corpus/shards/manifest.ts';
import { SMALL_SEGMENTS } from './corpus-folder.ts';

const [corpusDir, indexDir, shardSize, ...paths] = process.argv.slice(2) as [string, string, string, ...string[]];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
try {
  const options = { paths, corpusDir, shardSize: Number(shardSize), threads: 1, onUnit: ({ name }: ShardEntry) => say(name) };
  const onIndexing = ({ done }: IndexProgress): void => say(`indexed ${done}`);
  const summary = await (indexDir === '-'
    ? importPaths(options)
    : importAndIndex({ ...options, indexDir, sizes: SMALL_SEGMENTS, onIndexing }));
  say(`done ${summary.new + summary.unchanged}`);
} catch (error) {
  say(`failed ${(error as Error).message}`);
}
