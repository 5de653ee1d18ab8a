/* The newest 50 and the exact number of what words find. */
import type { Figure } from '../../corpus/figures.ts';
import type { BenchLibrary } from '../full-library.ts';
import { QUERY_CLASSES } from '../queries.ts';
import { type BareFts5, expressionOf, openBareFts5 } from './bare-fts5.ts';
import { barred, ms, NEWEST, openWarm, p95, plan, timeQueries } from './warm-corpus.ts';

export async function measureWords(library: BenchLibrary): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, queries, newest, count } of QUERY_CLASSES) {
    const times = {
      newest: await timeQueries(queries, {
        open: () => openWarm(library),
        ask: (corpus, query) => corpus.page(plan(query), NEWEST),
        close: (corpus) => corpus.close(),
      }),
      count: await timeQueries(queries, {
        open: () => openWarm(library),
        ask: (corpus, query) => corpus.count(plan(query)),
        close: (corpus) => corpus.close(),
      }),
    };
    // Fields are no question to the full text alone.
    const hasBare = !queries.some((query) => query.includes(':'));
    for (const [what, most] of [
      ['newest', newest],
      ['count', count],
    ] as const) {
      const ours = p95(times[what]);
      const beside = hasBare ? compare(ours, await timeBare(library, queries, (bare, query) => bare[what](query))) : undefined;
      figures.push(barred(`${what === 'newest' ? 'newest 50' : 'count'}, ${name}`, ours, most, beside));
    }
  }
  return figures;
}

const compare = (ours: number, bare: number): string => `bare FTS5: ${ms(bare)}, ${(ours / bare).toFixed(2)}x`;

async function timeBare(library: BenchLibrary, queries: readonly string[], ask: (bare: BareFts5, query: string) => void): Promise<number> {
  const open = () => openBareFts5(library);
  return p95(await timeQueries(queries.map(expressionOf), { open, ask, close: (bare) => bare.close() }));
}
