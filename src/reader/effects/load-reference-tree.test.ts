import { describe, expect, it } from 'vitest';
import type { FoundCable } from '../../../store/cable/cable.ts';
import type { CatalogueRow, ReferenceCount } from '../../../store/corpus/corpus.ts';
import { getWithTwins } from './get-with-twins.ts';
import { loadReferenceTree, type ReferenceNode } from './load-reference-tree.ts';

const rowOf = (id: string): CatalogueRow => ({
  id,
  created: null,
  released: null,
  classification: null,
  origin: null,
  subject: null,
  tags: [],
  versions: 1,
  size: 1,
});

/** A corpus of nothing but references; what has no entry of its own is not here. */
function corpusOf(cites: Readonly<Record<string, readonly string[]>>) {
  const here = (id: string) => Object.hasOwn(cites, id);
  const citing = (id: string) => Object.keys(cites).filter((from) => cites[from]!.includes(id));
  return {
    cites: async (id: string): Promise<readonly ReferenceCount[]> =>
      (cites[id] ?? []).map((to) => ({ id: to, ghost: !here(to), cited: citing(to).length, row: here(to) ? rowOf(to) : null })),
    citedBy: async (id: string) => citing(id).map(rowOf),
    rows: async (ids: readonly string[]) => ids.filter(here).map(rowOf),
    get: async (id: string) => (here(id) ? { id, versions: [{ id } as FoundCable] } : null),
  };
}

const draw = (nodes: readonly ReferenceNode[], depth = 0): string[] =>
  nodes.flatMap(({ id, row, cited, twins, again, children }) => [
    `${'  '.repeat(depth)}${id}${row ? '' : ` cited ${cited}x`}${twins.map((twin) => ` = ${twin}`).join('')}${again ? ' again' : ''}`,
    ...draw(children, depth + 1),
  ]);

describe('loadReferenceTree', () => {
  it('goes both ways, three deep, and shows what is not here with how often it is cited', async () => {
    const corpus = corpusOf({ A: ['B', 'GHOST'], B: ['C', 'GHOST'], C: ['D'], D: ['E'], E: [], X: ['A'], Y: ['X'] });
    const tree = await loadReferenceTree('A', corpus);
    expect(draw(tree.cites)).toEqual(['B', '  C', '    D', '  GHOST cited 2x again', 'GHOST cited 2x']);
    expect(draw(tree.citedBy)).toEqual(['X', '  Y']);
    expect(tree.cut).toBe(false);
  });

  it('ends where cables cite each other', async () => {
    const tree = await loadReferenceTree('A', corpusOf({ A: ['B'], B: ['A'] }));
    expect(draw(tree.cites)).toEqual(['B', '  A again']);
  });

  it('stands one that is filed under a garbled id too beside it', async () => {
    const tree = await loadReferenceTree('A', corpusOf({ A: ['06ANKARA4972'], '06ANKARA4972': [], '06EFTOANKARA4972': [] }));
    expect(draw(tree.cites)).toEqual(['06ANKARA4972 = 06EFTOANKARA4972']);
  });

  it('says that there are more than it looks through', async () => {
    const many = Array.from({ length: 300 }, (_, i) => `B${i}`);
    const tree = await loadReferenceTree('A', corpusOf({ A: many }));
    expect([tree.cites.length, tree.cut]).toEqual([200, true]);
  });
});

describe('getWithTwins', () => {
  const corpus = corpusOf({ '06ANKARA4972': [], '06EFTOANKARA4972': [], B: [] });
  it.each([
    ['06ANKARA4972', ['06ANKARA4972', '06EFTOANKARA4972']],
    ['06EFTOANKARA4972', ['06EFTOANKARA4972', '06ANKARA4972']],
    ['B', ['B']],
  ])('gives the texts of %s, its own first', async (id, ids) =>
    expect((await getWithTwins(id, corpus))?.versions.map((version) => version.id)).toEqual(ids),
  );

  it('has nothing where it is not here itself', async () => expect(await getWithTwins('06HANOI582', corpus)).toBeNull());
});
