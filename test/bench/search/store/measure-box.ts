/* A key in the box, as the reader looks it up, and fzf over the same lines: it is another process, so both are timed by the clock. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChoices } from '../../../../src/reader/effects/find-choices.ts';
import { bindKeys } from '../../../../src/reader/keys/bind-keys.ts';
import type { Surroundings } from '../../../../src/reader/surroundings.ts';
import type { Corpus } from '../../../../store/corpus/corpus.ts';
import type { Figure } from '../../corpus/figures.ts';
import { isInstalled } from '../../peers.ts';
import { middle } from '../../pty-meter.ts';
import type { BenchLibrary } from '../full-library.ts';
import { JUMPS } from '../queries.ts';
import { barred, ms, openWarm, p95, plan, timed } from './warm-corpus.ts';

/** Typed before, by somebody who uses the box a second time. */
const WARMED_BY = ['embassy paris', '08london2', 'president'];
/** Texts that fzf is asked. */
const PEER_ASKS = 6;

export async function measureBox(library: BenchLibrary): Promise<Figure[]> {
  const corpus = await openWarm(library);
  const around = { personal: { searches: () => [], tags: () => [] }, keys: bindKeys({}).keymap } as unknown as Surroundings;
  const typed = keysOf(JUMPS);
  const first = await timed(() => findChoices('an', corpus, around));
  for (const text of keysOf(WARMED_BY)) await findChoices(text, corpus, around);
  const times: number[] = [];
  const waited: number[] = [];
  for (const text of typed) {
    const started = performance.now();
    times.push(await timed(() => findChoices(text, corpus, around)));
    waited.push(performance.now() - started);
  }
  const figures = [
    barred(`a key in the box, p95 of ${typed.length}`, p95(times), 16, `median ${ms(middle(times))}`),
    { what: 'the first key after a start', shown: ms(first) },
    ...(await compareToFzf(corpus, typed, middle(waited))),
  ];
  corpus.close();
  return figures;
}

/** What stands in the box after each key, from the second letter on. */
const keysOf = (words: readonly string[]): string[] =>
  words.flatMap((word) => [...word].map((_, i) => word.slice(0, i + 1))).filter((text) => text.trim().length > 1);

async function compareToFzf(corpus: Corpus, typed: readonly string[], own: number): Promise<Figure[]> {
  if (!isInstalled('fzf')) return [];
  const folder = mkdtempSync(join(tmpdir(), 'cables-bench-'));
  try {
    const lines = join(folder, 'lines');
    const rows = await corpus.rows(await corpus.ids(plan('')));
    writeFileSync(lines, rows.map(({ id, subject }) => `${id} ${subject ?? ''}\n`).join(''));
    const filtered: number[] = [];
    for (const text of typed.slice(0, PEER_ASKS)) {
      const started = performance.now();
      execFileSync('sh', ['-c', 'fzf --filter "$1" < "$2" > /dev/null || true', 'sh', text, lines]);
      filtered.push(performance.now() - started);
    }
    const fzf = middle(filtered);
    return [
      {
        what: 'a key in the box by the clock, median',
        shown: ms(own),
        beside: `fzf --filter: ${ms(fzf)}, ${(own / fzf).toFixed(3)}x`,
        bar: '<= 0.1x',
        holds: own <= fzf / 10,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
