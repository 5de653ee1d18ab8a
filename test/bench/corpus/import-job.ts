/* One measured part of an import, in a process of its own, so that its peak of memory is its own: import-job.ts FOLDER CSV. Says JSON. */
import { join } from 'node:path';
import { importPaths } from '../../../store/corpus/import/import-paths.ts';
import { buildIndex } from '../../../store/corpus/index/build-index.ts';
import { readCurrent } from '../../../store/corpus/index/current.ts';

export interface ImportTimes {
  readonly shardsMs: number;
  readonly indexMs: number;
  /** From the beginning of the import to the first cables that a reader shows. */
  readonly firstShownMs: number;
  /** Processor seconds of the indexing, of all threads. */
  readonly indexCpu: number;
  readonly peakMegabytes: number;
}

const [folder, csv] = process.argv.slice(2) as [string, string];
const [corpusDir, indexDir] = [join(folder, 'corpus'), join(folder, 'index')];
const started = performance.now();
await importPaths({ paths: [csv], corpusDir });
const shards = performance.now();
const before = process.cpuUsage();
let firstShown: number | null = null;
await buildIndex({
  corpusDir,
  indexDir,
  onProgress: () => {
    if (firstShown === null && readCurrent(indexDir)) firstShown = performance.now();
  },
});
const indexed = performance.now();
const { user, system } = process.cpuUsage(before);
const times: ImportTimes = {
  shardsMs: shards - started,
  indexMs: indexed - shards,
  firstShownMs: (firstShown ?? indexed) - started,
  indexCpu: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(times)}\n`);
