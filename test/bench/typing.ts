/* A filter typed letter by letter in the reader at 200x50, on 50,000 generated cables (251,287 with --full): key to painted rows, what a letter
 * costs in bytes, when the words in their texts follow, and memory after 200 searches.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCorpus } from '../../fixtures/corpus/generate-corpus.ts';
import { foldWords } from '../../store/query/fold-words.ts';
import { makeLibrary } from './peers.ts';
import { openReader } from './search/reader/open-reader.ts';

const CABLES = 50_000;
const ALL_CABLES = 251_287;
const SEARCHES = 200;
const TIMED = 20;
/** Milliseconds of silence after which the words in their texts have come too: they wait for a rest of 150. */
const RESTED = 400;

interface Measured {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly most: number | null;
}

export async function measureTyping(full: boolean): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cables-bench-'));
  try {
    const count = full ? ALL_CABLES : CABLES;
    const store = makeLibrary(folder, generateCorpus({ count }));
    const meter = await openReader(store);
    const queries = makeQueries();
    const letters: { readonly ms: number; readonly bytes: number }[] = [];
    const rested: number[] = [];
    for (const query of queries.slice(0, TIMED)) {
      await meter.press('/');
      await meter.press('\u0015');
      for (const letter of query) {
        const cost = await meter.press(letter);
        if (cost.bytes > 0) letters.push(cost);
      }
      const started = performance.now();
      await meter.settle(2000, RESTED);
      rested.push(Math.max(0, meter.lastByteAt - started));
      await meter.press('\r');
    }
    for (let i = TIMED; i < SEARCHES; i++) {
      meter.write(`/\u0015${queries[i % queries.length]!}\r`);
      await meter.answered();
    }
    await meter.settle(3000, RESTED);
    const memory = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${meter.pid}/status`, 'utf8'))?.[1]) / 1024;
    await meter.end();
    const ms = letters.map((cost) => cost.ms);
    return [
      {
        what: `key to painted rows, median of ${ms.length}, ${count.toLocaleString('en')} cables`,
        figure: share(ms, 0.5),
        unit: 'ms',
        most: null,
      },
      { what: 'key to painted rows, p95', figure: share(ms, 0.95), unit: 'ms', most: 40 },
      {
        what: 'bytes a letter, median',
        figure: share(
          letters.map(({ bytes }) => bytes),
          0.5,
        ),
        unit: 'bytes',
        most: null,
      },
      { what: 'the words in their texts after the last letter, p95', figure: share(rested, 0.95), unit: 'ms', most: null },
      { what: `resident memory after ${SEARCHES} searches`, figure: memory, unit: 'MB', most: 180 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words that the texts have, common and rare, alone, in pairs, as phrases, beside a date, a class, what was read. */
function makeQueries(): string[] {
  const words = [...generateCorpus({ count: 80, seed: 7 })].flatMap(({ body }) =>
    foldWords(body)
      .filter((word) => /^[a-z]{4,9}$/.test(word))
      .slice(20, 26),
  );
  const word = (i: number) => words[(i * 37) % words.length]!;
  return Array.from({ length: 80 }, (_, i) => {
    switch (i % 5) {
      case 0:
        return word(i);
      case 1:
        return `${word(i)} ${word(i + 1)}`;
      case 2:
        return `"${words[i]} ${words[i + 1]}"`;
      case 3:
        return `${word(i)} date:2007.. class:c`;
      default:
        return `is:unread ${word(i)}`;
    }
  });
}

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
}

/** The table with its bars, as Markdown. */
export function reportTyping(measured: readonly Measured[]): string {
  return [
    '| typing a filter at 200x50 | | bar | |',
    '|---|--:|--:|---|',
    ...measured.map(
      ({ what, figure, unit, most }) =>
        `| ${what} | ${figure.toFixed(1)} ${unit} | ${most === null ? '' : `<= ${most}`} | ${most === null ? '' : figure <= most ? 'holds' : 'MISSED'} |`,
    ),
  ].join('\n');
}
