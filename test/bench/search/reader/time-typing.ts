/* A letter of a filter in the reader, to the last byte of what it shows. */
import { type Figure, quantile } from '../../corpus/figures.ts';
import { middle } from '../../pty-meter.ts';
import type { BenchLibrary } from '../full-library.ts';
import { TYPED } from '../queries.ts';
import { openReader } from './open-reader.ts';

export async function timeTyping({ root }: BenchLibrary): Promise<Figure[]> {
  const meter = await openReader(root);
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
  return [
    {
      what: `a letter of a filter to the painted result, p95 of ${times.length}`,
      shown: `${p95.toFixed(1)} ms`,
      beside: `median ${middle(times).toFixed(1)} ms`,
      bar: '<= 40 ms',
      holds: p95 <= 40,
    },
  ];
}
