/* Segments are written beside each other where there are several and the machine has the cores. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SegmentMessage } from './segment-worker.ts';
import { type SegmentJob, type SegmentSummary, writeSegment } from './write-segment.ts';

/** In a bundle the worker is a file beside it. */
const WORKER = ['./segment-worker.ts', './segment-worker.js']
  .map((name) => new URL(name, import.meta.url))
  .find((url) => existsSync(fileURLToPath(url)));

export interface WritingOptions {
  readonly onProgress: (done: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Summaries in the order of the jobs, or null where the signal stopped it. @throws the error of the first job that fails */
export async function writeSegments(jobs: readonly SegmentJob[], { onProgress, signal }: WritingOptions): Promise<SegmentSummary[] | null> {
  const threads = WORKER && jobs.length > 1 ? Math.min(jobs.length, availableParallelism(), 4) : 0;
  const summaries: SegmentSummary[] = [];
  const counts = jobs.map(() => 0);
  const count = (job: number, done: number): void => {
    counts[job] = done;
    onProgress(counts.reduce((sum, one) => sum + one, 0));
  };
  if (threads === 0) {
    for (const [at, job] of jobs.entries()) {
      const writing = writeSegment(job);
      let step = writing.next();
      for (; !step.done; step = writing.next()) {
        count(at, step.value);
        await new Promise(setImmediate);
        if (signal?.aborted) {
          writing.return(undefined as never);
          return null;
        }
      }
      count(at, job.cables.length);
      summaries.push(step.value);
    }
    return summaries;
  }
  const workers = Array.from({ length: threads }, () => new Worker(WORKER!, { execArgv: [] }));
  let next = 0;
  try {
    await Promise.race([
      stopped(signal),
      Promise.all(
        workers.map(async (worker) => {
          for (let at = next++; at < jobs.length; at = next++) summaries[at] = await writeIn(worker, jobs[at]!, (done) => count(at, done));
        }),
      ),
    ]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return signal?.aborted ? null : summaries;
}

function writeIn(worker: Worker, job: SegmentJob, onProgress: (done: number) => void): Promise<SegmentSummary> {
  return new Promise((resolve, reject) => {
    const listen = (message: SegmentMessage): void => {
      if ('done' in message) {
        onProgress(message.done);
        return;
      }
      worker.off('message', listen);
      worker.off('error', reject);
      onProgress(job.cables.length);
      resolve(message.summary);
    };
    worker.on('message', listen);
    worker.on('error', reject);
    worker.postMessage(job);
  });
}

const stopped = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
