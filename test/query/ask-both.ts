/* The same question to a corpus and to a naive scan of the same cables. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Corpus, PersonalIds } from '../../store/corpus/corpus.ts';
import { openCorpus } from '../../store/corpus/open-corpus.ts';
import { matchNaively, type NaiveCable, type NaiveWorld } from '../../store/query/match-naively.ts';
import { type PlannedQuery, planQuery } from '../../store/query/plan-query.ts';
import type { TestLibrary } from './library.ts';
import { randomFilters } from './random-filters.ts';

export interface Both {
  readonly corpus: Corpus;
  readonly world: NaiveWorld;
  readonly cables: readonly NaiveCable[];
  /** Ids, newest first. */
  readonly inOrder: readonly string[];
  /** What a scan finds, newest first. */
  expected(query: string): string[];
}

export function openBoth(library: TestLibrary): Both {
  const naive = library.naive();
  const personalIds = inventPersonal([...naive.keys()]);
  const cables = [...naive.values()];
  const world: NaiveWorld = { cables: naive, origins: new Set(cables.flatMap(({ cable }) => cable.origin ?? [])), personalIds };
  const inOrder = cables
    .toSorted((a, b) => compare(b.cable.created ?? '', a.cable.created ?? '') || compare(b.cable.id, a.cable.id))
    .map(({ cable }) => cable.id);
  return {
    corpus: openCorpus({ ...library, personalIds }),
    world,
    cables,
    inOrder,
    expected(query) {
      const planned = plan(query);
      expect(planned.problems).toEqual([]);
      return inOrder.filter((id) => matchNaively(planned.plan, naive.get(id)!, world));
    },
  };
}

export const plan = (query: string): PlannedQuery =>
  planQuery(query, {
    now: new Date('2026-11-24T12:00:00Z'),
    zone: 'UTC',
    searches: [{ id: 'q1', name: 'border', query: 'the OR class:s' }],
  });

/** Random filters in the words of every third cable: pages, numbers and orders are those of a scan. */
export async function answersAsAScan({ corpus, cables, expected }: Both, queries: number): Promise<void> {
  const filters = randomFilters(cables.filter((_, i) => i % 3 === 0));
  let found = 0;
  await fc.assert(
    fc.asyncProperty(filters, fc.nat({ max: 60 }), fc.integer({ min: 1, max: 70 }), async (query, from, limit) => {
      const ids = expected(query);
      const { plan: wanted } = plan(query);
      if (ids.length > 0) found += 1;
      // The early stop first, while nothing about the filter is remembered.
      const page = await corpus.page(wanted, { from, limit, sort: 'newest' });
      expect(page.map(({ id }) => id)).toEqual(ids.slice(from, from + limit));
      expect(await corpus.count(wanted)).toBe(ids.length);
      expect(await corpus.ids(wanted)).toEqual(ids);
      expect((await corpus.page(wanted, { from, limit, sort: 'oldest' })).map(({ id }) => id)).toEqual(
        ids.toReversed().slice(from, from + limit),
      );
    }),
    { numRuns: queries, seed: 20_091_202 },
  );
  // Filters that find nothing show nothing.
  expect(found).toBeGreaterThan(queries / 3);
}

/** A part of the cables for every predicate, another one for each. */
function inventPersonal(ids: readonly string[]): PersonalIds {
  const sets = new Map<string, Set<string>>();
  return ({ predicate, queue, value }) => {
    const key = [predicate, queue, value].join();
    let set = sets.get(key);
    if (!set) {
      const share = { read: 2, kept: 40, decided: 3, tagged: 15, mine: 60, seen: 8 }[predicate as string] ?? 20;
      set = new Set(ids.filter((id) => hash(id + key) % share === 0));
      set.add('09NOTHERE1');
      sets.set(key, set);
    }
    return set;
  };
}

const hash = (text: string): number => [...text].reduce((sum, c) => (Math.imul(sum, 31) + c.charCodeAt(0)) >>> 0, 7);

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
