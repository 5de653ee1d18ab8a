/* The reader at 200x50 over the whole corpus: typing a filter, its first frame, its memory. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCorpus } from '../../../fixtures/corpus/generate-corpus.ts';
import { type Figure, quantile } from '../corpus/figures.ts';
import { launcher, makeLibrary } from '../peers.ts';
import { middle, PtyMeter } from '../pty-meter.ts';
import type { BenchLibrary } from './full-library.ts';
import { QUERY_CLASSES, TYPED } from './queries.ts';

const SIZE = { columns: 200, rows: 50 };
const STARTS = 9;
const KEYS = 5000;
const SEARCHES = 200;

export async function measureReader({ root }: BenchLibrary): Promise<Figure[]> {
  execFileSync(process.execPath, [launcher, 'count'], { env: { ...process.env, CABLES_STORE: root } });
  return [await timeTyping(root), await compareStarts(root), await watchMemory(root)];
}

async function openReader(store: string): Promise<PtyMeter> {
  const meter = new PtyMeter({ file: process.execPath, args: [launcher, 'open', 'date:1900..'], env: { CABLES_STORE: store }, ...SIZE });
  await meter.settle(8000, 500);
  return meter;
}

async function timeTyping(store: string): Promise<Figure> {
  const meter = await openReader(store);
  const times: number[] = [];
  for (let round = 0; round < 2; round++) {
    for (const query of TYPED) {
      await meter.press('/');
      for (const key of query) {
        const { ms, bytes } = await meter.press(key);
        if (round > 0 && bytes > 0) times.push(ms);
      }
      await meter.press('\x1b');
      await meter.settle(1000, 300);
    }
  }
  await meter.end();
  const p95 = quantile(times, 0.95);
  return {
    what: `a letter of a filter to the painted result, p95 of ${times.length}`,
    shown: `${p95.toFixed(1)} ms`,
    beside: `median ${middle(times).toFixed(1)} ms`,
    bar: '<= 40 ms',
    holds: p95 <= 40,
  };
}

async function compareStarts(store: string): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'cables-bench-'));
  try {
    const small = makeLibrary(folder, [...generateCorpus({ count: 200 })]);
    const taken: Record<string, number[]> = { [store]: [], [small]: [] };
    for (let run = 0; run <= STARTS; run++) {
      for (const [library, times] of Object.entries(taken)) {
        const started = performance.now();
        const meter = new PtyMeter({ file: process.execPath, args: [launcher], env: { CABLES_STORE: library }, columns: 80, rows: 24 });
        await meter.settle(8000, 200);
        await meter.end();
        if (run > 0) times.push(meter.firstByteAt - started);
      }
    }
    const [all, few] = [middle(taken[store]!), middle(taken[small]!)];
    return {
      what: 'first frame',
      shown: `${all.toFixed(0)} ms`,
      beside: `of 200 cables: ${few.toFixed(0)} ms, ${(all / few).toFixed(2)}x`,
      bar: '<= 1.15x',
      holds: all <= 1.15 * few,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function watchMemory(store: string): Promise<Figure> {
  const meter = await openReader(store);
  const words = QUERY_CLASSES.flatMap(({ queries }) => queries);
  const round = ['jjjj', ' ', 'jj', '\r', 'jj jj', 'q', 'kk'];
  const keysEach = Math.ceil(KEYS / SEARCHES / round.join('').length);
  for (let search = 0; search < SEARCHES; search++) {
    meter.write('/');
    await meter.answered();
    meter.write(`${words[search % words.length]}\r`);
    await meter.answered();
    for (let i = 0; i < keysEach; i++) {
      for (const keys of round) {
        meter.write(keys);
        await meter.answered();
      }
    }
  }
  const megabytes = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${meter.pid}/status`, 'utf8'))?.[1]) / 1024;
  await meter.end();
  return {
    what: `memory after ${KEYS.toLocaleString('en')} keys and ${SEARCHES} searches`,
    shown: `${megabytes.toFixed(0)} MB`,
    bar: '<= 180 MB',
    holds: megabytes <= 180,
  };
}
