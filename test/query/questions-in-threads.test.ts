/* Whatever is asked of the threads: they answer what the process itself answers, and where they cannot, the process does. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Corpus } from '../../store/corpus/corpus.ts';
import { buildIndex } from '../../store/corpus/index/build-index.ts';
import { openCorpus } from '../../store/corpus/open-corpus.ts';
import { CorpusInThreads } from '../../store/corpus/questions/corpus-in-threads.ts';
import { planQuery } from '../../store/query/plan-query.ts';
import { makeCables, makeLibrary, type TestLibrary } from './library.ts';

const cables = makeCables(120);
const newest = { from: 0, limit: 50, sort: 'newest' } as const;
const plan = (query: string) => planQuery(query, { now: new Date('2026-11-24T12:00:00Z'), zone: 'UTC', searches: [] }).plan;

let library: TestLibrary;
let read: Set<string>;
let here: Corpus;
let there: CorpusInThreads;

beforeEach(async () => {
  library = makeLibrary();
  await library.add(cables.slice(0, 100));
  await buildIndex(library);
  read = new Set(cables.slice(0, 30).map(({ id }) => id));
  const options = { ...library, personalIds: () => read };
  here = openCorpus(options);
  there = new CorpusInThreads(openCorpus(options), 0);
});
afterEach(() => {
  here.close();
  there.close();
  library.remove();
});

async function answersOf(corpus: Corpus, query: string) {
  const wanted = plan(query);
  return [
    await corpus.page(wanted, newest),
    await corpus.page(wanted, { from: 10, limit: 5, sort: 'subject' }),
    await corpus.ids(wanted),
    await corpus.ids(wanted, 'relevance'),
    await corpus.count(wanted),
    await corpus.facets(wanted, 'tag'),
    await corpus.list(wanted, newest),
  ];
}

it('answers as the process does', async () => {
  there.begin();
  for (const query of [
    '',
    'the',
    'th*',
    '"of the"',
    '"of the" class:c..',
    'is:unread the',
    '-is:read OR the',
    'added:2026-11-01',
    'zzzzzz',
  ])
    expect(await answersOf(there, query)).toEqual(await answersOf(here, query));
  expect(await there.candidates('arc', 20)).toEqual(await here.candidates('arc', 20));
});

it('knows what was read up to the moment of the question', async () => {
  there.begin();
  const before = there.count(plan('is:unread'));
  read.add(cables[50]!.id);
  expect([await before, await there.count(plan('is:unread'))]).toEqual([70, 69]);
});

it('shows what an import brought once it is adopted', async () => {
  there.begin();
  await library.add(cables.slice(100));
  await buildIndex(library);
  expect(await there.count(plan(''))).toBe(100);
  await there.adopt();
  expect(await there.count(plan('-is:read'))).toBe(90);
  expect((await there.page(plan(''), newest)).length).toBe(50);
});

it('counts a phrase segment by segment, all of one generation', async () => {
  there.begin();
  await library.add(cables.slice(100));
  await buildIndex(library);
  const before = await here.count(plan('"of the"'));
  const asked = there.count(plan('"of the"'));
  await there.adopt();
  await here.adopt();
  const after = await here.count(plan('"of the"'));
  expect(after).toBeGreaterThan(before);
  expect([before, after]).toContain(await asked);
  expect(await there.count(plan('"of the"'))).toBe(after);
});

it('answers itself where a thread cannot open the index any more', async () => {
  expect(await there.count(plan('the'))).toBeGreaterThan(0);
  rmSync(join(library.indexDir), { recursive: true });
  there.begin();
  expect(await answersOf(there, 'the')).toEqual(await answersOf(here, 'the'));
});

it('waits for nobody once it is closed', async () => {
  there.begin();
  const asked = there.count(plan('the'));
  there.close();
  expect(await asked).toBe(0);
});
