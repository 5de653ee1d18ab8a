/* Phrases counted by the two threads of a reader, by the clock: beside one thread, in the same round. */
import { openCorpus } from '../../../../store/corpus/open-corpus.ts';
import { CorpusInThreads } from '../../../../store/corpus/questions/corpus-in-threads.ts';
import { type Figure, ratio } from '../../corpus/figures.ts';
import { middle } from '../../pty-meter.ts';
import type { BenchLibrary } from '../full-library.ts';
import { QUERY_CLASSES } from '../queries.ts';
import { ms, openWarm, p95, plan, ROUNDS, WARMING } from './warm-corpus.ts';

const PHRASES = QUERY_CLASSES.find(({ name }) => name === 'phrase')!.queries;

export async function measureThreads(library: BenchLibrary): Promise<Figure[]> {
  const both: number[][] = PHRASES.map(() => []);
  const one: number[][] = PHRASES.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    const corpora = { one: await openWarm(library), both: await openInThreads(library) };
    for (const [i, phrase] of PHRASES.entries()) {
      one[i]!.push(await clock(() => corpora.one.count(plan(phrase))));
      both[i]!.push(await clock(() => corpora.both.count(plan(phrase))));
    }
    for (const corpus of Object.values(corpora)) corpus.close();
  }
  return [ratio('count, phrase, by the clock, in threads', p95(both.map(middle)), 'in one', p95(one.map(middle)), 0.75, ms)];
}

async function openInThreads(library: BenchLibrary): Promise<CorpusInThreads> {
  const corpus = new CorpusInThreads(openCorpus({ ...library, personalIds: () => new Set(), personalRevision: () => 0 }));
  corpus.begin();
  for (const query of WARMING) await corpus.count(plan(query));
  return corpus;
}

async function clock(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
