import { describe, expect, it } from 'vitest';
import { PlacedCables } from './placed-cables.ts';
import { placesOf } from './writing/stretch.ts';

const place = (offset: number) => ({ shard: 2, offset, length: 9 });

describe('placed cables', () => {
  it('are in order of creation and id; those without a time come first', () => {
    const cables = new PlacedCables();
    const created = { c: '2009-02-27T23:36Z', b: '2009-02-27T23:36Z', a: '2009-10-01T00:00Z', e: null, d: '1966-12-28T18:48Z' };
    for (const [id, time] of Object.entries(created)) cables.set({ id, created: time, places: [place(0)], run: 1 });
    expect(cables.inOrder()).toEqual(['e', 'd', 'b', 'c', 'a']);
    cables.setCreated('e', '2010-01-01T00:00Z');
    cables.delete('d');
    expect(cables.inOrder()).toEqual(['b', 'c', 'a', 'e']);
  });

  it('keep their lines in the order of the shards, with time and run of the first', () => {
    const cables = new PlacedCables();
    cables.set({ id: 'b', created: '2009-02-27T23:36Z', places: [place(0)], run: 3 });
    cables.set({ id: 'a', created: '2009-02-27T23:35Z', places: [place(10)], run: 4 });
    cables.addPlace('b', place(20));
    cables.addPlace('b', place(30));
    expect(cables.inOrder()).toEqual(['a', 'b']);
    const stretch = cables.stretch(['a', 'b']);
    expect([...stretch.runs]).toEqual([4, 3]);
    expect([0, 1].map((n) => placesOf(stretch, n))).toEqual([[place(10)], [place(0), place(20), place(30)]]);
  });

  it('forget what was known of one that is set again, while all are gone through', () => {
    const cables = new PlacedCables();
    for (const id of ['a', 'b', 'c']) cables.set({ id, created: null, places: [place(0), place(10)], run: 1 });
    const seen: string[] = [];
    for (const id of cables.ids()) {
      seen.push(id);
      if (id === 'b') cables.delete(id);
      else cables.set({ id, created: '2009-02-27T23:36Z', places: [...cables.places(id), place(20)], run: 2 });
    }
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(cables.size).toBe(2);
    expect(cables.places('a')).toEqual([place(0), place(10), place(20)]);
    expect([...cables.stretch(['a', 'c']).runs]).toEqual([2, 2]);
  });

  it('are many', () => {
    const cables = new PlacedCables();
    for (let n = 0; n < 5000; n++) cables.set({ id: `${n}`, created: null, places: [place(n)], run: n });
    expect(cables.places('4321')).toEqual([place(4321)]);
    expect(cables.stretch(['4321']).runs[0]).toBe(4321);
  });
});
