import { expect, it } from 'vitest';
import type { CatalogueRow } from '../../../store/corpus/corpus.ts';
import { loadRows } from './load-rows.ts';

/** @param there cables that match; @param stale another letter came in the same chunk @returns rows and total, and what was asked of the corpus */
async function load(there: number, { from = 0, stale = false } = {}): Promise<{ sent: unknown[]; asked: string[] }> {
  const sent: unknown[] = [];
  const asked: string[] = [];
  const corpus = {
    async page() {
      asked.push('page');
      return Array.from({ length: Math.max(0, Math.min(3, there - from)) }, (_, i) => ({ id: String(from + i) }) as CatalogueRow);
    },
    async count() {
      asked.push('count');
      return there;
    },
  };
  const wanted = { kind: 'load-rows', asked: 4, plan: { kind: 'all' }, sort: 'newest', from, limit: 3 } as const;
  await loadRows(wanted, {
    corpus: corpus as never,
    waitsFor: () => !stale,
    send: (message) => void (message.kind === 'rows' && sent.push([message.rows.length, message.total])),
  });
  return { sent, asked };
}

it('gives rows and their exact number', async () => {
  expect(await load(40)).toEqual({ sent: [[3, 40]], asked: ['page', 'count'] });
  expect(await load(5, { from: 3 })).toEqual({ sent: [[2, 5]], asked: ['page', 'count'] });
});

it('does not count where fewer came than were asked for', async () => {
  expect(await load(2)).toEqual({ sent: [[2, 2]], asked: ['page'] });
});

it('asks nothing for letters that another one followed in the same chunk', async () => {
  expect(await load(40, { stale: true })).toEqual({ sent: [], asked: [] });
});
