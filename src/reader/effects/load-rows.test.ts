import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { CatalogueRow } from '../../../store/corpus/corpus.ts';
import { loadRows } from './load-rows.ts';

interface Loaded {
  readonly from?: number;
  /** Another letter came in the same chunk. */
  readonly stale?: boolean;
  /** One types, and counting takes so many milliseconds. */
  readonly typing?: number;
}

/** @param there cables that match @returns what was sent, and what was asked of the corpus */
async function load(there: number, { from = 0, stale = false, typing }: Loaded = {}): Promise<{ sent: unknown[]; asked: string[] }> {
  const sent: unknown[] = [];
  const asked: string[] = [];
  const corpus = {
    async page() {
      asked.push('page');
      return Array.from({ length: Math.max(0, Math.min(3, there - from)) }, (_, i) => ({ id: String(from + i) }) as CatalogueRow);
    },
    async count() {
      asked.push('count');
      if (typing !== undefined) await wait(typing);
      return there;
    },
  };
  const wanted = {
    kind: 'load-rows',
    asked: 4,
    plan: { kind: 'all' },
    sort: 'newest',
    from,
    limit: 3,
    rowsFirst: typing !== undefined,
  } as const;
  await loadRows(wanted, {
    corpus: corpus as never,
    inTurn: async (_, act) => act(),
    waitsFor: () => !stale,
    send: (message) => {
      if (message.kind === 'rows') sent.push([message.rows.length, message.total]);
      if (message.kind === 'total') sent.push(message.total);
    },
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

it('shows rows before their number while one types, where counting takes long', async () => {
  expect((await load(40, { typing: 60 })).sent).toEqual([[3, null], 40]);
  expect((await load(40, { typing: 0 })).sent).toEqual([[3, 40]]);
  expect((await load(2, { typing: 60 })).sent).toEqual([[2, 2]]);
});
