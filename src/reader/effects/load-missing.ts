/* Why a filter finds nothing: how many cables have each of its words, and what the first that none has may have meant. */
import type { Effect } from '../messages.ts';
import type { Ports } from './run-effects.ts';

export async function loadMissing(
  { asked, terms }: Extract<Effect, { kind: 'load-missing' }>,
  { corpus, send }: Pick<Ports, 'corpus' | 'send'>,
): Promise<void> {
  const counts = await Promise.all(terms.map((term) => corpus.count({ kind: 'text', term, column: 'any' })));
  const words = terms[counts.indexOf(0)]?.words ?? [];
  send({ kind: 'missing', asked, counts, near: words.length === 1 ? await corpus.nearWord(words[0]!) : null });
}
