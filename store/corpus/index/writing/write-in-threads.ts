/* Segments are written beside each other where there are several and the machine has the cores. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { findWorker } from '../../worker-file.ts';
import type { SegmentMessage } from './segment-worker.ts';
import { type SegmentJob, type SegmentSummary, writeSegment } from './write-segment.ts';

const WORKER = findWorker('segment-worker', import.meta.url);

/** Cables of a single segment that are worth a thread: this one is free for an import, and to be stopped, meanwhile. */
const PAYS = 1000;

/** Megabytes of a thread for what is new: nothing of a cable outlives it, so that the 96 that V8 would take hold garbage alone. */
const YOUNG = 12;

export interface WritingOptions {
  /** After every segment, one at a time; the end waits for it. */
  readonly onWritten: (job: number, summary: SegmentSummary) => Promise<void>;
  readonly onProgress: (done: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Begins the jobs in their order. @returns false where the signal stopped it @throws the error of the first job that fails */
export async function writeSegments(jobs: readonly SegmentJob[], { onWritten, onProgress, signal }: WritingOptions): Promise<boolean> {
  const threads =
    WORKER && (jobs.length > 1 || (jobs[0]?.cables.runs.length ?? 0) > PAYS) ? Math.min(jobs.length, availableParallelism(), 4) : 0;
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
          return false;
        }
      }
      count(at, job.cables.runs.length);
      await onWritten(at, step.value);
    }
    return true;
  }
  const workers = Array.from(
    { length: threads },
    () => new Worker(WORKER!, { execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: YOUNG } }),
  );
  let next = 0;
  let written = Promise.resolve();
  try {
    await Promise.race([
      stopped(signal),
      Promise.all(
        workers.map(async (worker) => {
          for (let at = next++; at < jobs.length; at = next++) {
            const summary = await writeIn(worker, jobs[at]!, (done) => count(at, done));
            written = written.then(() => onWritten(at, summary));
            // Thrown where the end waits for it.
            written.catch(() => {});
          }
        }),
      ),
    ]);
    await written;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
    // A segment that is whole is published also where the others were stopped.
    await written.catch(() => {});
  }
  return signal?.aborted !== true;
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
      onProgress(job.cables.runs.length);
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
