/* Does what the update asks for and answers with messages. The only place of the reader that touches the corpus, the journal's files and
 * the terminal's other talents.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { CatalogueRow, Corpus } from '../../store/corpus/corpus.ts';
import type { Journal } from '../../store/journal/journal.ts';
import { findChoices } from './find-choices.ts';
import type { Effect, Message } from './messages.ts';
import type { Surroundings } from './surroundings.ts';
import type { Terminal } from './terminal/terminal.ts';

export interface Ports {
  readonly corpus: Corpus;
  readonly journal: Journal;
  readonly terminal: Pick<Terminal, 'copy' | 'redraw' | 'suspend'>;
  readonly around: Surroundings;
  /** Whether a preview of this cable is still asked for. */
  wanted(id: string): boolean;
  send(message: Message): void;
  quit(): void;
}

/** Milliseconds the cursor rests before its cable is previewed. */
const PREVIEW_AFTER = 120;

export async function runEffect(effect: Effect, ports: Ports): Promise<void> {
  const { corpus, journal, terminal, around, send } = ports;
  switch (effect.kind) {
    case 'load-rows': {
      const { rows, total } = await corpus.list(effect.plan, { from: effect.from, limit: effect.limit, sort: effect.sort });
      return send({ kind: 'rows', asked: effect.asked, from: effect.from, rows, total });
    }
    case 'load-ids':
      return send({ kind: 'ids', asked: effect.asked, ids: await corpus.ids(effect.plan) });
    case 'load-values':
      return send({ kind: 'values', asked: effect.asked, values: await corpus.facets(effect.plan, effect.by) });
    case 'load-cable': {
      const [found, cites] = await Promise.all([corpus.get(effect.id), corpus.cites(effect.id)]);
      return send({ kind: 'cable', asked: effect.asked, id: effect.id, found, cites });
    }
    case 'load-preview': {
      await wait(PREVIEW_AFTER);
      if (!ports.wanted(effect.id)) return;
      return send({ kind: 'preview', id: effect.id, found: await corpus.get(effect.id) });
    }
    case 'load-citing':
      return send({ kind: 'citing', of: effect.id, rows: await corpus.citedBy(effect.id) });
    case 'load-references':
      return send({ kind: 'references', of: effect.id, cites: await corpus.cites(effect.id) });
    case 'load-choices':
      return send({ kind: 'choices', text: effect.text, choices: await findChoices(effect.text, corpus, around) });
    case 'find-undecided': {
      const found = await findUndecided(effect, corpus, around);
      return send({ kind: 'next-undecided', asked: effect.asked, row: found?.row ?? null, index: found?.index ?? 0 });
    }
    case 'load-counts': {
      const counts = new Map<string, number>();
      for (const [key, plan] of effect.queries) counts.set(key, await corpus.count(plan));
      for (const [key, by] of [
        ['origins', 'origin'],
        ['countries', 'country'],
        ['tags', 'tag'],
      ] as const)
        counts.set(key, (await corpus.facets({ kind: 'all' }, by)).length);
      const [years, released] = await Promise.all([corpus.facets({ kind: 'all' }, 'year'), corpus.facets({ kind: 'all' }, 'released')]);
      return send({ kind: 'counts', counts, timeline: { years, released } });
    }
    case 'record':
      journal.record(effect.drafts);
      return;
    case 'undo':
      journal.undo(effect.action);
      return;
    case 'redo':
      journal.redo(effect.action);
      return;
    case 'copy':
      terminal.copy(effect.text);
      return;
    case 'adopt':
      await corpus.adopt();
      return send({ kind: 'adopted' });
    case 'redraw':
      terminal.redraw();
      return;
    case 'suspend':
      await journal.flush();
      return terminal.suspend();
    case 'quit':
      return ports.quit();
  }
}

const CHUNK = 200;

async function findUndecided(
  { plan, sort, from, step, queue }: Extract<Effect, { kind: 'find-undecided' }>,
  corpus: Corpus,
  { personal }: Surroundings,
): Promise<{ row: CatalogueRow; index: number } | null> {
  const undecided = ({ id }: CatalogueRow): boolean => {
    const { verdict, due } = personal.mark(id, queue);
    return verdict === null || due;
  };
  for (let at = from; at >= 0; ) {
    const start = step > 0 ? at : Math.max(0, at - CHUNK + 1);
    const { rows, total } = await corpus.list(plan, { from: start, limit: step > 0 ? CHUNK : at - start + 1, sort });
    const found = step > 0 ? rows.findIndex(undecided) : rows.findLastIndex(undecided);
    if (found !== -1) return { row: rows[found]!, index: start + found };
    if (rows.length === 0 || (step > 0 && start + rows.length >= total) || (start === 0 && step < 0)) return null;
    at = step > 0 ? start + rows.length : start - 1;
  }
  return null;
}
