/* Filters of what the reader did: 100,000 cables read, 400 kept. */
import type { PersonalIds } from '../../../../store/corpus/corpus.ts';
import { openCorpus } from '../../../../store/corpus/open-corpus.ts';
import type { Figure } from '../../corpus/figures.ts';
import type { BenchLibrary } from '../full-library.ts';
import { PERSONAL_WORDS } from '../queries.ts';
import { expressionOf, openBareFts5 } from './bare-fts5.ts';
import { barred, ms, NEWEST, openWarm, p95, plan, timed, timeQueries } from './warm-corpus.ts';

const READ = 100_000;
const KEPT = 400;

export async function measurePersonal(library: BenchLibrary): Promise<Figure[]> {
  const personalIds = await inventPersonal(library);
  const bare = p95(
    await timeQueries(PERSONAL_WORDS.map(expressionOf), {
      open: () => openBareFts5(library),
      ask: (opened, query) => opened.newest(query),
      close: (opened) => opened.close(),
    }),
  );
  const figures: Figure[] = [];
  for (const [is, most] of [
    ['unread', 3],
    ['kept', 20],
  ] as const) {
    const first: number[] = [];
    const times = await timeQueries(PERSONAL_WORDS, {
      async open() {
        const corpus = await openWarm(library, personalIds);
        first.push(await timed(() => corpus.page(plan(`is:${is}`), NEWEST)));
        return corpus;
      },
      ask: (corpus, word) => corpus.page(plan(`is:${is} ${word}`), NEWEST),
      close: (corpus) => corpus.close(),
    });
    figures.push(barred(`newest 50, is:${is} word`, p95(times), most, `bare FTS5, the word alone: ${ms(bare)}`), {
      what: `is:${is}, first after a start`,
      shown: ms(p95(first)),
    });
  }
  return figures;
}

async function inventPersonal(library: BenchLibrary): Promise<PersonalIds> {
  const corpus = openCorpus({ ...library, personalIds: () => new Set() });
  const ids = await corpus.ids({ kind: 'all' });
  corpus.close();
  const some = (count: number, step: number) =>
    new Set(Array.from({ length: Math.min(count, ids.length / 2) }, (_, i) => ids[(i * step) % ids.length]!));
  const sets: Record<string, ReadonlySet<string>> = { read: some(READ, 7), kept: some(KEPT, 601) };
  return ({ predicate }) => sets[predicate] ?? new Set();
}
