/* Import and index of the generated corpus beside what the machine can do: `cp` and sync of the csv, and the same rows from memory into the
 * same tables, by as many threads, each file synced at its end.
 *
 * That peer is favoured a little: its threads have loaded and compiled everything before the clock runs, where those of the index begin with
 * TypeScript. It is one to two seconds of a thread: much of what is measured without `--full`, little with it. Processor time is told for
 * both, as on a machine that others use it is the steadier figure.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { planBuild } from '../../../store/corpus/index/plan-build.ts';
import type { SegmentJob } from '../../../store/corpus/index/writing/write-segment.ts';
import { readManifest } from '../../../store/corpus/shards/manifest.ts';
import { readLines } from '../../../store/corpus/shards/read-shards.ts';
import { middle } from '../pty-meter.ts';
import { type Figure, ratio } from './figures.ts';
import { corpusFolder, FULL, makeCorpus, PART } from './full-corpus.ts';
import type { ImportTimes } from './import-job.ts';

const COPIES = 3;
/** Node keeps what it compiles of our sources, as it does of the bundle. */
const COMPILED = { ...process.env, NODE_COMPILE_CACHE: fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url)) };

export async function measureCorpus(full: boolean): Promise<Figure[]> {
  const count = full ? FULL : PART;
  const csv = await makeCorpus(count);
  const folder = mkdtempSync(join(corpusFolder(count), 'import-'));
  try {
    // One copy before the import and one after it, as the machine may be busier at one end.
    const copies = [copyAndSync(csv, folder), copyAndSync(csv, folder)];
    const job = fileURLToPath(new URL('./import-job.ts', import.meta.url));
    const times = JSON.parse(execFileSync(process.execPath, [job, folder, csv], { encoding: 'utf8', env: COMPILED })) as ImportTimes;
    while (copies.length < COPIES) copies.push(copyAndSync(csv, folder));
    const corpusDir = join(folder, 'corpus');
    const bare = await insertFromMemory(corpusDir, folder);
    const text = countText(corpusDir);
    const index = sizeOf(join(folder, 'index'));
    const copy = middle(copies);
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
    return [
      ratio('csv to shards', times.shardsMs, 'cp and sync', copy, 2, seconds),
      ratio('index', times.indexMs, 'the same rows from memory', bare.ms, 1.4, seconds),
      {
        what: 'processor time of the index',
        shown: `${times.indexCpu.toFixed(1)} s`,
        beside: `the same rows from memory: ${bare.cpu.toFixed(1)} s, ${(times.indexCpu / bare.cpu).toFixed(2)}x`,
      },
      { what: 'begin of the import to the first cables shown', shown: seconds(times.firstShownMs) },
      { what: 'import and index', shown: seconds(times.shardsMs + times.indexMs) },
      {
        what: 'peak memory',
        shown: `${times.peakMegabytes.toFixed(0)} MB`,
        bar: '<= 600 MB',
        holds: times.peakMegabytes <= 600,
      },
      {
        what: `index / text (${(index / 1e6).toFixed(0)} of ${(text / 1e6).toFixed(0)} MB)`,
        shown: (index / text).toFixed(2),
        bar: '<= 0.8',
        holds: index / text <= 0.8,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyAndSync(csv: string, folder: string): number {
  const copy = join(folder, 'copy.csv');
  const started = performance.now();
  execFileSync('cp', [csv, copy]);
  execFileSync('sync', [copy]);
  const took = performance.now() - started;
  rmSync(copy);
  return took;
}

/** As many threads as the index has; rows are made ready before the clock runs. Milliseconds, and processor seconds of all threads. */
async function insertFromMemory(corpusDir: string, folder: string): Promise<{ ms: number; cpu: number }> {
  const aside = join(folder, 'bare');
  mkdirSync(aside);
  const { segments } = (await planBuild({ corpusDir, indexDir: aside }, readManifest(corpusDir), null, () => {}))!;
  const jobs: SegmentJob[] = segments.map(({ cables }, at) => ({ corpusDir, path: join(aside, `${at}.sqlite`), cables }));
  const threads = Math.min(jobs.length, availableParallelism(), 4);
  const workers = Array.from({ length: threads }, () => new Worker(new URL('./replay-segment.ts', import.meta.url), { execArgv: [] }));
  let ms = 0;
  let cpu = 0;
  for (let from = 0; from < jobs.length; from += threads) {
    const round = jobs.slice(from, from + threads);
    await Promise.all(round.map((job, at) => ask(workers[at]!, job)));
    const started = performance.now();
    const before = process.cpuUsage();
    await Promise.all(round.map((_, at) => ask(workers[at]!, 'run')));
    ms += performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    cpu += (user + system) / 1e6;
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  rmSync(aside, { recursive: true });
  return { ms, cpu };
}

function ask(worker: Worker, message: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.postMessage(message);
  });
}

/** Bytes of the cables' texts. */
function countText(corpusDir: string): number {
  let bytes = 0;
  for (const { line } of readLines(corpusDir)) bytes += Buffer.byteLength(line.body ?? '');
  return bytes;
}

export function sizeOf(folder: string): number {
  let bytes = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const stat = statSync(join(folder, name));
    if (stat.isFile()) bytes += stat.size;
  }
  return bytes;
}
