/* The first frame over all cables beside that over 200, one after the other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCorpus } from '../../../../fixtures/corpus/generate-corpus.ts';
import type { Figure } from '../../corpus/figures.ts';
import { launcher, makeLibrary } from '../../peers.ts';
import { middle, PtyMeter } from '../../pty-meter.ts';
import type { BenchLibrary } from '../full-library.ts';

const STARTS = 9;

export async function compareStarts({ root }: BenchLibrary): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cables-bench-'));
  try {
    const small = makeLibrary(folder, [...generateCorpus({ count: 200 })]);
    const taken: Record<string, number[]> = { [root]: [], [small]: [] };
    // The first pair fills the caches.
    for (let run = 0; run <= STARTS; run++) {
      for (const [store, times] of Object.entries(taken)) {
        const took = await timeStart(store);
        if (run > 0) times.push(took);
      }
    }
    const [all, few] = [middle(taken[root]!), middle(taken[small]!)];
    return [
      {
        what: 'first frame',
        shown: `${all.toFixed(0)} ms`,
        beside: `of 200 cables: ${few.toFixed(0)} ms, ${(all / few).toFixed(2)}x`,
        bar: '<= 1.15x',
        holds: all <= 1.15 * few,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds to the first byte: the first frame is sent at once. */
async function timeStart(store: string): Promise<number> {
  const started = performance.now();
  const meter = new PtyMeter({ file: process.execPath, args: [launcher], env: { CABLES_STORE: store }, columns: 80, rows: 24 });
  await meter.settle(8000, 200);
  await meter.end();
  return meter.firstByteAt - started;
}
