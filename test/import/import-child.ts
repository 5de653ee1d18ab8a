/* Imports in a process of its own, to be killed: import-child.ts CORPUS SHARD_SIZE PATH... ; says a line for every shard. */
import { importPaths } from '../../store/corpus/import/import-paths.ts';

const [corpusDir, shardSize, ...paths] = process.argv.slice(2);
try {
  const summary = await importPaths({
    paths,
    corpusDir: corpusDir!,
    shardSize: Number(shardSize),
    threads: 1,
    onUnit: ({ name }) => void process.stdout.write(`${name}\n`),
  });
  process.stdout.write(`done ${summary.new + summary.unchanged}\n`);
} catch (error) {
  process.stdout.write(`failed ${(error as Error).message}\n`);
}
