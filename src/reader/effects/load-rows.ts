/* The rows of a list and their exact number. The newest rows are found by stopping early; the others are counted only where there may be more.
 *
 * While one types, rows are not held up by their number: it follows where counting takes longer than a moment. One question is under way at a
 * time; of those that wait, the last is asked alone.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Effect } from '../messages.ts';
import type { Ports } from './run-effects.ts';

/** Milliseconds for which rows wait for their number: one frame instead of two. */
const NUMBER_MAY_TAKE = 12;

export async function loadRows(
  { asked, plan, sort, from, limit, rowsFirst }: Extract<Effect, { kind: 'load-rows' }>,
  { corpus, inTurn, waitsFor, send }: Pick<Ports, 'corpus' | 'inTurn' | 'waitsFor' | 'send'>,
): Promise<void> {
  const ifWaitedFor = <T>(turn: 'rows' | 'numbers', ask: () => Promise<T>): Promise<T | null> =>
    inTurn(turn, async () => (waitsFor(asked) ? ask() : null));
  const rows = await ifWaitedFor('rows', () => corpus.page(plan, { from, limit, sort }));
  if (rows === null) return;
  const isAll = from === 0 && rows.length < limit;
  const counting = isAll ? Promise.resolve(rows.length) : ifWaitedFor('numbers', () => corpus.count(plan));
  const soon = rowsFirst ? await Promise.race([counting, wait(NUMBER_MAY_TAKE, 'later' as const)]) : await counting;
  if (soon !== 'later') return soon === null ? undefined : send({ kind: 'rows', asked, from, rows, total: soon });
  send({ kind: 'rows', asked, from, rows, total: null });
  const total = await counting;
  if (total !== null) send({ kind: 'total', asked, total });
}
