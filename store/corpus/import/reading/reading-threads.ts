/* Reads in other threads where that pays; the results come in the order of the jobs, whoever is done first. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { findWorker } from '../../worker-file.ts';
import type { DoneJob } from './done-job.ts';
import type { Job } from './plan-jobs.ts';
import { readJobAsLines, type WorkJob } from './read-job.ts';

/** A job with what came of it; null for what was refused before it became one. */
export interface Done {
  readonly job: Job;
  readonly done: DoneJob | null;
}

/* What is in work or waiting, a thread, bounds the memory: jobs, and their bytes, as one may be a long line. */
const JOBS_AHEAD = 3;
const BYTES_AHEAD = 6 * 1024 * 1024;

/**
 * Does the jobs in order.
 * @param threads 0 reads in this thread
 */
export async function* readInThreads(jobs: AsyncIterable<Job>, threads: number): AsyncGenerator<Done> {
  if (threads === 0) {
    for await (const job of jobs) yield { job, done: job.kind === 'refused' ? null : readJobAsLines(job) };
    return;
  }
  const workers = Array.from({ length: threads }, () => startReader());
  const queue: { readonly weight: number; readonly reading: Promise<Done> }[] = [];
  let bytes = 0;
  const takeFirst = (): Promise<Done> => {
    const { weight, reading } = queue.shift()!;
    bytes -= weight;
    return reading;
  };
  try {
    let turn = 0;
    for await (const job of jobs) {
      const reading =
        job.kind === 'refused'
          ? Promise.resolve({ job, done: null })
          : workers[turn++ % threads]!.read(job).then((done) => ({ job, done }));
      /* A failure is thrown where its turn comes. */
      reading.catch(() => {});
      queue.push({ weight: job.weight, reading });
      bytes += job.weight;
      while (queue.length >= threads * JOBS_AHEAD || (queue.length > 0 && bytes >= threads * BYTES_AHEAD)) yield await takeFirst();
    }
    while (queue.length > 0) yield await takeFirst();
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

const WORKER = findWorker('reading-worker', import.meta.url);

/** One thread leaves this one the time to write. */
export function countThreads(bytes: number): number {
  const PAYS = 8 * 1024 * 1024;
  return WORKER && bytes > PAYS ? Math.min(4, Math.max(1, availableParallelism())) : 0;
}

interface Reader {
  read(job: WorkJob): Promise<DoneJob>;
  stop(): Promise<unknown>;
}

function startReader(): Reader {
  const worker = new Worker(WORKER!, { execArgv: [] });
  const waiting: { resolve(done: DoneJob): void; reject(error: unknown): void }[] = [];
  worker.on('message', (done: DoneJob) => waiting.shift()?.resolve(done));
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    read(job) {
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(job, 'bytes' in job ? [job.bytes.buffer as ArrayBuffer] : []);
      });
    },
    stop: () => worker.terminate(),
  };
}
