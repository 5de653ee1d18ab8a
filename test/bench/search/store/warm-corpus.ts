/* A corpus as a reader has it open after some searching, and answers timed there for the first time: what is loaded once a start is loaded,
 * nothing that is asked is remembered, the files are in the page cache. Times are those of the processor, so that a machine that is shared
 * gives the same figures.
 */
import type { Corpus, PersonalIds } from '../../../../store/corpus/corpus.ts';
import { openCorpus } from '../../../../store/corpus/open-corpus.ts';
import type { Plan } from '../../../../store/query/plan.ts';
import { planQuery } from '../../../../store/query/plan-query.ts';
import { type Figure, quantile } from '../../corpus/figures.ts';
import { middle } from '../../pty-meter.ts';
import type { BenchLibrary } from '../full-library.ts';

export const ROUNDS = 3;
export const NEWEST = { from: 0, limit: 50, sort: 'newest' } as const;
const nobody: PersonalIds = () => new Set();
/** Words that no class of queries holds. */
export const WARMING = ['economic', 'trade talks', 'al*', 'vis*', 'visit from:london date:2007..2008 tags:OVIP', '"prime minister"'];

export const plan = (query: string): Plan => planQuery(query, { now: new Date('2026-11-24T12:00:00Z'), zone: 'UTC', searches: [] }).plan;

export async function openWarm(library: BenchLibrary, personalIds: PersonalIds = nobody): Promise<Corpus> {
  const corpus = openCorpus({ ...library, personalIds, personalRevision: () => 0 });
  for (const query of WARMING) await corpus.list(plan(query), NEWEST);
  return corpus;
}

/** Milliseconds of each query: the median over rounds, each with what was opened anew. */
export async function timeQueries<T>(
  queries: readonly string[],
  { open, ask, close }: { open(): Promise<T>; ask(opened: T, query: string): unknown; close(opened: T): void },
): Promise<number[]> {
  const taken = queries.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    const opened = await open();
    for (const [i, query] of queries.entries()) taken[i]!.push(await timed(() => ask(opened, query)));
    close(opened);
  }
  return taken.map(middle);
}

/** Milliseconds of processor time: what one waits where nothing else runs, since the files are in the page cache. The process's own, with its
 * garbage collection: a thread's is brought up to date every few milliseconds only. */
export async function timed(act: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export const ms = (figure: number): string => `${figure < 10 ? figure.toFixed(2) : figure.toFixed(1)} ms`;

export const p95 = (times: readonly number[]): number => quantile(times, 0.95);

export const barred = (what: string, figure: number, most: number, beside?: string): Figure => ({
  what,
  shown: ms(figure),
  bar: `<= ${most} ms`,
  holds: figure <= most,
  ...(beside !== undefined && { beside }),
});
