/* A thread that does reading jobs, one after the other, in the order they come. */
import { parentPort } from 'node:worker_threads';
import { readJobAsLines, type WorkJob } from './read-job.ts';

parentPort?.on('message', (job: WorkJob) => {
  const done = readJobAsLines(job);
  /* The job's memory goes back to be used again. */
  const spare = 'bytes' in job ? (job.bytes.buffer as ArrayBuffer) : null;
  parentPort!.postMessage({ done, spare }, spare ? [done.lines.buffer as ArrayBuffer, spare] : [done.lines.buffer as ArrayBuffer]);
});
