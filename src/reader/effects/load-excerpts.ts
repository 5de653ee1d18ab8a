/* The excerpts of a list, one cable at a time between the keys: opening and searching twenty texts takes longer than a key may wait. Those on
 * the screen are shown together, then those around it.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseCable } from '../../../store/cable/parse-cable.ts';
import { type Excerpt, makeExcerpt } from '../cable-text/make-excerpt.ts';
import type { Effect } from '../messages.ts';
import type { Ports } from './run-effects.ts';

export async function loadExcerpts(
  { asked, ids, onScreen, terms }: Extract<Effect, { kind: 'load-excerpts' }>,
  { corpus, newest, send }: Ports,
): Promise<void> {
  const excerpts = new Map<string, Excerpt | null>();
  for (const [i, id] of ids.entries()) {
    if (newest('load-excerpts')?.asked !== asked) return;
    const found = await corpus.get(id);
    excerpts.set(id, found && makeExcerpt(parseCable(found.versions[0]!), terms));
    if (i === onScreen - 1) send({ kind: 'excerpts', asked, excerpts: new Map(excerpts) });
    await nextTurn();
  }
  send({ kind: 'excerpts', asked, excerpts });
}
