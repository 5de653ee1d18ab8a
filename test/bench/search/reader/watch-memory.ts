/* What an evening of reading and searching leaves in memory. */
import { readFileSync } from 'node:fs';
import type { Figure } from '../../corpus/figures.ts';
import type { BenchLibrary } from '../full-library.ts';
import { QUERY_CLASSES } from '../queries.ts';
import { openReader } from './open-reader.ts';

const KEYS = 5000;
const SEARCHES = 200;

export async function watchMemory({ root }: BenchLibrary): Promise<Figure[]> {
  const meter = await openReader(root);
  const words = QUERY_CLASSES.flatMap(({ queries }) => queries);
  const round = ['jjjj', ' ', 'jj', '\r', 'jj jj', 'q', 'kk'];
  const keysEach = Math.ceil(KEYS / SEARCHES / round.join('').length);
  for (let search = 0; search < SEARCHES; search++) {
    meter.write('/');
    await meter.answered();
    // The filter of before is put away first, as with control and u.
    meter.write(`\u0015${words[search % words.length]}\r`);
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
  return [
    {
      what: `memory after ${KEYS.toLocaleString('en')} keys and ${SEARCHES} searches`,
      shown: `${megabytes.toFixed(0)} MB`,
      bar: '<= 180 MB',
      holds: megabytes <= 180,
    },
  ];
}
