/* A thread that writes segments, one after the other. */
import { parentPort } from 'node:worker_threads';
import { type SegmentJob, type SegmentSummary, writeSegment } from './write-segment.ts';

export type SegmentMessage = { readonly done: number } | { readonly summary: SegmentSummary };

parentPort?.on('message', (job: SegmentJob) => {
  const writing = writeSegment(job);
  for (let step = writing.next(); ; step = writing.next()) {
    const message: SegmentMessage = step.done ? { summary: step.value } : { done: step.value };
    parentPort!.postMessage(message);
    if (step.done) return;
  }
});
