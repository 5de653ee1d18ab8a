/* The rows of a list and their exact number. The newest rows are found by stopping early; the others are counted only where there may be more. */
import type { Effect } from '../messages.ts';
import type { Ports } from './run-effects.ts';

export async function loadRows(
  { asked, plan, sort, from, limit }: Extract<Effect, { kind: 'load-rows' }>,
  { corpus, waitsFor, send }: Pick<Ports, 'corpus' | 'waitsFor' | 'send'>,
): Promise<void> {
  // A slow link brings several letters in one chunk: the last one alone is searched for.
  await Promise.resolve();
  if (!waitsFor(asked)) return;
  const rows = await corpus.page(plan, { from, limit, sort });
  const total = from === 0 && rows.length < limit ? rows.length : await corpus.count(plan);
  send({ kind: 'rows', asked, from, rows, total });
}
