/* A thread that does reading jobs, one after the other, in the order they come. */
import { parentPort } from 'node:worker_threads';
import { readJobAsLines, type WorkJob } from './read-job.ts';

parentPort?.on('message', (job: WorkJob) => {
  const done = readJobAsLines(job);
  parentPort!.postMessage(done, [done.lines.buffer as ArrayBuffer]);
});
