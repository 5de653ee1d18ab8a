/* What a cable refers to and what refers to it, and so on from there: by breadth, so that what is near comes before what is far.
 *
 *     cites                         cited by
 *       09ARCADIA701                  09ARCADIA830
 *         08CARDENA455                  10ARCADIA97
 *       STATE 110023 (not here)
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { twinIds } from '../../../store/cable/ids/reference-id.ts';
import type { CatalogueRow, Corpus } from '../../../store/corpus/corpus.ts';

export interface ReferenceNode {
  readonly id: string;
  /** Null where it is not here. */
  readonly row: CatalogueRow | null;
  /** How many cables here cite it, where that is known. */
  readonly cited: number | null;
  /** Ids under which it, a section of it or its re-send is here too. */
  readonly twins: readonly string[];
  /** It stands elsewhere in the tree, with what follows from it. */
  readonly again: boolean;
  readonly children: ReferenceNode[];
}

export interface ReferenceTree {
  readonly id: string;
  readonly cites: readonly ReferenceNode[];
  readonly citedBy: readonly ReferenceNode[];
  /** More would follow: it has as many cables as one looks through. */
  readonly cut: boolean;
}

const DEPTH = 3;
const MOST = 200;

type Neighbours = (id: string) => Promise<readonly Pick<ReferenceNode, 'id' | 'row' | 'cited'>[]>;

export async function loadReferenceTree(id: string, corpus: Pick<Corpus, 'cites' | 'citedBy' | 'rows'>): Promise<ReferenceTree> {
  const cites = await grow(id, (from) => corpus.cites(from), corpus);
  const citedBy = await grow(id, async (from) => (await corpus.citedBy(from)).map((row) => ({ id: row.id, row, cited: null })), corpus);
  return { id, cites: cites.nodes, citedBy: citedBy.nodes, cut: cites.cut || citedBy.cut };
}

async function grow(
  root: string,
  neighboursOf: Neighbours,
  corpus: Pick<Corpus, 'rows'>,
): Promise<{ readonly nodes: readonly ReferenceNode[]; readonly cut: boolean }> {
  const nodes: ReferenceNode[] = [];
  const seen = new Set([root]);
  let level: { readonly id: string; readonly children: ReferenceNode[] }[] = [{ id: root, children: nodes }];
  let count = 0;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const next: ReferenceNode[] = [];
    for (const parent of level) {
      // Keys come first: between two cables whatever waits is done.
      await nextTurn();
      for (const found of await neighboursOf(parent.id)) {
        if (count === MOST) return { nodes, cut: true };
        count += 1;
        const twins = (await corpus.rows(twinIds(found.id))).map((row) => row.id);
        const node: ReferenceNode = { ...found, twins, again: seen.has(found.id), children: [] };
        parent.children.push(node);
        if (!node.again && node.row !== null) next.push(node);
        seen.add(node.id);
      }
    }
    level = next;
  }
  return { nodes, cut: false };
}
