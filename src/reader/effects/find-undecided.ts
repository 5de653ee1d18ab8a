/* The next cable of a list that is undecided for its question, read in pieces from where one is. */
import type { CatalogueRow, Corpus } from '../../../store/corpus/corpus.ts';
import type { Effect } from '../messages.ts';
import type { Surroundings } from '../surroundings.ts';

const CHUNK = 200;

type Wanted = Extract<Effect, { kind: 'find-undecided' }>;

export interface FoundUndecided {
  /** Index in the list of the first row here. */
  readonly from: number;
  readonly rows: readonly CatalogueRow[];
  /** Index in the list of the undecided one; null: there is none. */
  readonly index: number | null;
}

export async function findUndecided(wanted: Wanted, corpus: Corpus, { personal }: Surroundings): Promise<FoundUndecided> {
  const { plan, sort, step, queue, wrap, after } = wanted;
  const undecided = ({ id }: CatalogueRow): boolean => {
    const { verdict, due } = personal.mark(id, queue);
    return verdict === null || due;
  };
  const first = after === null ? wanted.from : (await corpus.ids(plan, sort)).indexOf(after) + 1;
  return (await look(first)) ?? (wrap && first > 0 ? await look(0) : null) ?? { from: 0, rows: [], index: null };

  async function look(start: number): Promise<FoundUndecided | null> {
    for (let at = start; at >= 0; ) {
      const from = step > 0 ? at : Math.max(0, at - CHUNK + 1);
      const limit = step > 0 ? CHUNK : at - from + 1;
      const rows = await corpus.page(plan, { from, limit, sort });
      const found = step > 0 ? rows.findIndex(undecided) : rows.findLastIndex(undecided);
      if (found !== -1) return { from, rows, index: from + found };
      if (step > 0 && rows.length < limit) return null;
      at = step > 0 ? from + limit : from - 1;
    }
    return null;
  }
}
