/* Questions to the store, in this process. Every round opens the corpus anew, so that no answer is one that was remembered; the files are in the
 * page cache. A query's figure is the median of its rounds.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChoices } from '../../../src/reader/effects/find-choices.ts';
import { bindKeys } from '../../../src/reader/keys/bind-keys.ts';
import type { Surroundings } from '../../../src/reader/surroundings.ts';
import type { Corpus, FacetName, PersonalIds } from '../../../store/corpus/corpus.ts';
import { openCorpus } from '../../../store/corpus/open-corpus.ts';
import type { Plan } from '../../../store/query/plan.ts';
import { planQuery } from '../../../store/query/plan-query.ts';
import { type Figure, quantile } from '../corpus/figures.ts';
import { isInstalled } from '../peers.ts';
import { middle } from '../pty-meter.ts';
import type { BenchLibrary } from './full-library.ts';
import { JUMPS, PERSONAL_WORDS, QUERY_CLASSES } from './queries.ts';

const ROUNDS = 5;
const NEWEST = { from: 0, limit: 50, sort: 'newest' } as const;
const READ = 100_000;
const KEPT = 400;

export const plan = (query: string): Plan => planQuery(query, { now: new Date('2026-11-24T12:00:00Z'), zone: 'UTC', searches: [] }).plan;

type Ask = (corpus: Corpus, query: string) => Promise<unknown>;

/** p95 over the queries, of the median of each over the rounds. */
async function p95(library: BenchLibrary, queries: readonly string[], ask: Ask, before: Ask = async () => {}): Promise<number> {
  const taken = queries.map(() => [] as number[]);
  for (let round = 0; round <= ROUNDS; round++) {
    const corpus = openCorpus({ ...library, personalIds: () => new Set() });
    // What is loaded once a start: columns, origins.
    await corpus.list(plan('water from:paris date:2005.. tags:PREL'), NEWEST);
    for (const [i, query] of queries.entries()) {
      await before(corpus, query);
      const started = performance.now();
      await ask(corpus, query);
      if (round > 0) taken[i]!.push(performance.now() - started);
    }
    corpus.close();
  }
  return quantile(taken.map(middle), 0.95);
}

const ms = (figure: number): string => `${figure < 10 ? figure.toFixed(2) : figure.toFixed(1)} ms`;

const barred = (what: string, figure: number, most: number, beside?: string): Figure => ({
  what,
  shown: ms(figure),
  bar: `<= ${most} ms`,
  holds: figure <= most,
  ...(beside !== undefined && { beside }),
});

export async function measureStore(library: BenchLibrary): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, queries, newest, count } of QUERY_CLASSES) {
    const rows = await p95(library, queries, (corpus, query) => corpus.page(plan(query), NEWEST));
    figures.push(barred(`newest 50, ${name}`, rows, newest));
    figures.push(barred(`count, ${name}`, await p95(library, queries, (corpus, query) => corpus.count(plan(query))), count));
  }
  figures.push(...(await measurePersonal(library)), ...(await measureFacets(library)));
  const corpus = openCorpus({ ...library, personalIds: () => new Set() });
  figures.push(await measureOpen(corpus), ...(await measureJump(corpus)));
  corpus.close();
  return figures;
}

async function measurePersonal(library: BenchLibrary): Promise<Figure[]> {
  const all = openCorpus({ ...library, personalIds: () => new Set() });
  const ids = await all.ids({ kind: 'all' });
  all.close();
  const some = (count: number, step: number) =>
    new Set(Array.from({ length: Math.min(count, ids.length / 2) }, (_, i) => ids[(i * step) % ids.length]!));
  const sets: Record<string, ReadonlySet<string>> = { read: some(READ, 7), kept: some(KEPT, 601) };
  const personalIds: PersonalIds = ({ predicate }) => sets[predicate] ?? new Set();
  const corpus = openCorpus({ ...library, personalIds });
  const started = performance.now();
  await corpus.page(plan('is:unread'), NEWEST);
  const first = performance.now() - started;
  await corpus.page(plan('is:kept'), NEWEST);
  const figures: Figure[] = [{ what: `is:unread, first after a start, ${sets['read']!.size.toLocaleString('en')} read`, shown: ms(first) }];
  for (const [is, most] of [
    ['unread', 3],
    ['kept', 20],
  ] as const) {
    const times: number[] = [];
    for (const word of PERSONAL_WORDS) {
      const asked = performance.now();
      await corpus.page(plan(`is:${is} ${word}`), NEWEST);
      times.push(performance.now() - asked);
    }
    figures.push(barred(`newest 50, is:${is} word`, quantile(times, 0.95), most));
  }
  corpus.close();
  return figures;
}

async function measureFacets(library: BenchLibrary): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const by of ['origin', 'tag', 'class', 'month'] as const satisfies readonly FacetName[]) {
    for (const query of ['', 'class:c..', 'minister']) {
      const most = await p95(
        library,
        [query],
        (corpus, of) => corpus.facets(plan(of), by),
        // The list is there; columns were loaded for another one.
        async (corpus, of) => {
          await corpus.facets(plan('class:s'), by);
          await corpus.ids(plan(of));
        },
      );
      figures.push(barred(`counts by ${by} over ${query || 'all'}`, most, 2));
    }
  }
  return figures;
}

async function measureOpen(corpus: Corpus): Promise<Figure> {
  const ids = (await corpus.ids({ kind: 'all' })).filter((_, i) => i % 1250 === 0);
  const times: number[] = [];
  for (const round of [0, 1]) {
    for (const id of ids) {
      const started = performance.now();
      await corpus.get(id);
      if (round > 0) times.push(performance.now() - started);
    }
  }
  return barred('open by id, median', middle(times), 0.2);
}

/** As the box does it, and fzf over the same lines. */
async function measureJump(corpus: Corpus): Promise<Figure[]> {
  const around = { personal: { searches: () => [], tags: () => [] }, keys: bindKeys({}).keymap } as unknown as Surroundings;
  const typed = JUMPS.flatMap((word) => [...word].map((_, i) => word.slice(0, i + 1))).filter((text) => text.trim().length > 1);
  for (const text of ['an', 'zz']) await findChoices(text, corpus, around);
  const times: number[] = [];
  for (const text of typed) {
    const started = performance.now();
    await findChoices(text, corpus, around);
    times.push(performance.now() - started);
  }
  const figures = [barred(`a key in the box, p95 of ${typed.length}`, quantile(times, 0.95), 16)];
  if (!isInstalled('fzf')) return figures;
  const folder = mkdtempSync(join(tmpdir(), 'cables-bench-'));
  try {
    const lines = join(folder, 'lines');
    const rows = await corpus.rows(await corpus.ids({ kind: 'all' }));
    writeFileSync(lines, rows.map(({ id, subject }) => `${id} ${subject ?? ''}\n`).join(''));
    const filtered = typed.slice(0, 12).map((text) => {
      const started = performance.now();
      execFileSync('sh', ['-c', 'fzf --filter "$1" < "$2" > /dev/null || true', 'sh', text, lines]);
      return performance.now() - started;
    });
    const [own, fzf] = [middle(times), middle(filtered)];
    return [
      ...figures,
      {
        what: 'the same, median',
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
