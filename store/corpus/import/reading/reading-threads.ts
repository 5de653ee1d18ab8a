/* Reads in other threads where that pays; the results come in the order of the jobs, whoever is done first. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Spares } from './cut-stretches.ts';
import type { Job } from './plan-jobs.ts';
import { type JobDone, readJobAsLines, type WorkJob } from './read-job.ts';

/** A job with what came of it; null for what was refused before it became one. */
export interface Done {
  readonly job: Job;
  readonly done: JobDone | null;
}

/** Jobs in work or waiting, a thread: bounds the memory. */
const AHEAD = 3;

/**
 * Does the jobs in order.
 * @param threads 0 reads in this thread
 */
export async function* readInThreads(jobs: AsyncIterable<Job>, threads: number, spares: Spares): AsyncGenerator<Done> {
  if (threads === 0) {
    for await (const job of jobs) {
      const done = job.kind === 'refused' ? null : readJobAsLines(job);
      if ('bytes' in job) spares.give(job.bytes.buffer);
      yield { job, done };
    }
    return;
  }
  const workers = Array.from({ length: threads }, () => startReader(spares));
  const queue: Promise<Done>[] = [];
  try {
    let turn = 0;
    for await (const job of jobs) {
      const reading =
        job.kind === 'refused'
          ? Promise.resolve({ job, done: null })
          : workers[turn++ % threads]!.read(job).then((done) => ({ job, done }));
      /* A failure is thrown where its turn comes. */
      reading.catch(() => {});
      queue.push(reading);
      if (queue.length >= threads * AHEAD) yield await queue.shift()!;
    }
    while (queue.length > 0) yield await queue.shift()!;
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

/** In a bundle the worker is a file beside it. */
const WORKER = ['./reading-worker.ts', './reading-worker.js']
  .map((name) => new URL(name, import.meta.url))
  .find((url) => existsSync(fileURLToPath(url)));

/** One thread leaves this one the time to write. */
export function countThreads(bytes: number): number {
  const PAYS = 8 * 1024 * 1024;
  return WORKER && bytes > PAYS ? Math.min(4, Math.max(1, availableParallelism())) : 0;
}

interface Reader {
  read(job: WorkJob): Promise<JobDone>;
  stop(): Promise<unknown>;
}

function startReader(spares: Spares): Reader {
  const worker = new Worker(WORKER!, { execArgv: [] });
  const waiting: { resolve(done: JobDone): void; reject(error: unknown): void }[] = [];
  worker.on('message', ({ done, spare }: { done: JobDone; spare: ArrayBuffer | null }) => {
    if (spare) spares.give(spare);
    waiting.shift()?.resolve(done);
  });
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
