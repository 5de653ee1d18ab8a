/* Whatever is asked: the corpus answers what a naive scan of the same cables finds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Corpus, FacetName } from '../../store/corpus/corpus.ts';
import { buildIndex } from '../../store/corpus/index/build-index.ts';
import type { NaiveCable, NaiveWorld } from '../../store/query/match-naively.ts';
import type { Plan } from '../../store/query/plan.ts';
import { answersAsAScan, type Both, compare, openBoth, plan } from './ask-both.ts';
import { makeCables, makeLibrary, type TestLibrary } from './library.ts';

const FULL = process.env['CABLES_FULL'] === '1';
const CABLES = FULL ? 2000 : 500;
const QUERIES = FULL ? 5000 : 500;

describe('a corpus of three imports, the second with other texts of cables of the first', () => {
  let library: TestLibrary;
  let corpus: Corpus;
  let both: Both;
  let world: NaiveWorld;
  let cables: readonly NaiveCable[];
  let inOrder: readonly string[];
  let expected: Both['expected'];

  beforeAll(async () => {
    library = makeLibrary();
    const all = makeCables(CABLES).map((cable, i) =>
      i % 17 === 0 ? { ...cable, source: { ...cable.source, edition: '2011-04' as const } } : cable,
    );
    const half = Math.ceil(all.length / 2);
    await library.add(all.slice(0, half), '2026-11-01T12:00:00.000Z');
    await buildIndex(library);
    const again = all.slice(0, half).filter((_, i) => i % 17 === 0);
    const changed = again.map((cable, i) => ({
      ...cable,
      body: `${cable.body}\nAddendum: harbour dues of ${i}.\n`,
      source: {
        ...cable.source,
        sha256: cable.source.sha256.replace(/^./, (c) => (c === '0' ? '1' : '0')),
        edition: i % 2 ? ('2010-12' as const) : ('final' as const),
      },
    }));
    await library.add([...changed, ...all.slice(half, half + half / 2)], '2026-11-02T09:30:20.000Z');
    await buildIndex(library);
    await library.add(all.slice(half + half / 2), '2026-11-03T23:59:59.000Z');
    await buildIndex(library);
    both = openBoth(library);
    ({ corpus, world, cables, inOrder, expected } = both);
  });
  afterAll(() => {
    corpus.close();
    library.remove();
  });

  it('holds every cable once, newest first', async () => {
    expect(corpus.info.cables).toBe(CABLES);
    expect(await corpus.ids({ kind: 'all' })).toEqual(inOrder);
    expect(cables.some(({ versions }) => versions > 1)).toBe(true);
  });

  it.each([
    'the',
    'is:unread the',
    '"of the" class:c..',
    'harbour dues',
    'has:versions',
    'th* OR is:kept',
    '-(class:s OR is:read)',
    'added:2026-11-02',
    'undecided:border th*',
    'muller sao война',
    'cites:08STATE1',
  ])('%s', async (query) => {
    const ids = expected(query);
    expect(ids.length).toBeGreaterThan(0);
    expect(await corpus.ids(plan(query).plan)).toEqual(ids);
  });

  it(`answers ${QUERIES} random filters as a scan does`, { timeout: 1_800_000 }, () => answersAsAScan(both, QUERIES));

  it.each<[FacetName, (one: NaiveCable) => readonly (string | null | undefined)[]]>([
    ['origin', ({ cable }) => [cable.origin]],
    ['country', ({ country }) => [country]],
    ['tag', ({ cable }) => [...new Set(cable.tags.map(({ tag }) => tag))]],
    ['class', ({ cable }) => [cable.classification]],
    ['year', ({ cable }) => [cable.created?.slice(0, 4)]],
    ['month', ({ cable }) => [cable.created?.slice(0, 7)]],
    ['released', ({ cable }) => [cable.released?.slice(0, 10)]],
  ])('counts by %s, over all and over a filter', async (by, values) => {
    for (const query of ['', 'the class:c..', 'is:kept', '-is:kept', 'zzzzzz']) {
      const counts = new Map<string, number>();
      for (const id of expected(query))
        for (const value of values(world.cables.get(id)!)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
      const facets = await corpus.facets(plan(query).plan, by);
      expect(new Map(facets.map(({ value, count }) => [value, count]))).toEqual(counts);
    }
  });

  it.each([
    ['origin', (one: NaiveCable) => one.cable.origin ?? '\uffff', 1],
    ['subject', (one: NaiveCable) => one.cable.subject?.toLowerCase() || '\uffff', 1],
    ['released', (one: NaiveCable) => one.cable.released?.slice(0, 10) ?? '', -1],
  ] as const)('orders by %s, then newest', async (sort, key, direction) => {
    for (const query of ['', 'is:read', 'the']) {
      const ids = expected(query).toSorted((a, b) => direction * compare(key(world.cables.get(a)!), key(world.cables.get(b)!)));
      expect(await corpus.ids(plan(query).plan, sort)).toEqual(ids);
      expect((await corpus.page(plan(query).plan, { from: 30, limit: 40, sort })).map(({ id }) => id)).toEqual(ids.slice(30, 70));
    }
  });

  it('orders by relevance: the same cables, those with the word in the subject before most others', async () => {
    const [word] = (cables[3]!.cable.subject ?? '').toLowerCase().match(/[a-z]{5,}/g) ?? ['the'];
    const ranked = await corpus.ids(plan(word).plan, 'relevance');
    expect(ranked.toSorted()).toEqual(expected(word).toSorted());
    expect(world.cables.get(ranked[0]!)!.cable.subject?.toLowerCase()).toContain(word);
    // Its pages are stretches of it, whatever is asked between them: all cables by one word, by another, by none.
    const all = ['or', 'and'].map(
      (other): Plan => ({ kind: 'or', of: [{ kind: 'all' }, plan(`${word} ${other}`).plan, plan(other).plan] }),
    );
    const whole = await Promise.all(all.map((one) => corpus.ids(one, 'relevance')));
    for (const from of [0, 10, 20])
      for (const [i, one] of all.entries())
        expect((await corpus.page(one, { from, limit: 10, sort: 'relevance' })).map(({ id }) => id)).toEqual(
          whole[i]!.slice(from, from + 10),
        );
  });

  it('knows who cites whom, ghosts too', async () => {
    for (const one of cables.filter(({ cites }) => cites.length > 0).slice(0, 60)) {
      const cites = await corpus.cites(one.cable.id);
      expect(cites.map(({ id }) => id)).toEqual(one.cites);
      for (const { id, ghost, cited, row } of cites) {
        expect(ghost).toBe(!world.cables.has(id));
        expect(row?.id ?? null).toBe(ghost ? null : id);
        const citing = inOrder.filter((other) => world.cables.get(other)!.cites.includes(id));
        expect(cited).toBe(citing.length);
        expect((await corpus.citedBy(id)).map((other) => other.id)).toEqual(citing);
      }
    }
  });
});
