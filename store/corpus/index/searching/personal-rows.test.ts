import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsDown } from './bitmap.ts';
import { type PersonalPlan, PersonalRows } from './personal-rows.ts';
import type { RowSpace } from './row-space.ts';

const SIZE = 400;
const plan: PersonalPlan = { kind: 'personal', predicate: 'read', queue: null, value: null };

/** A space in which the id is the row; from 300 on there is none. Counts how many ids are looked up. */
function makeSpace() {
  const space = {
    size: SIZE,
    asked: 0,
    rowsOfIds(ids: readonly string[]) {
      space.asked += ids.length;
      return Int32Array.from(ids, (id) => (Number(id) < 300 ? Number(id) : -1));
    },
  };
  return space;
}

/** Of a set that is changed between two questions. */
function makeRows(ids: Set<string>) {
  const space = makeSpace();
  return { space, rows: new PersonalRows(space as unknown as RowSpace, () => ids) };
}

const shown = (rows: PersonalRows): number[] => [...rowsDown(rows.bitsOf(plan))];
const expected = (ids: ReadonlySet<string>): number[] =>
  [...ids]
    .map(Number)
    .filter((id) => id < 300)
    .sort((a, b) => b - a);

describe('rows of what the journal knows', () => {
  it('are those of the set, whatever came and went between two questions, at once or a stretch at a time', () => {
    const id = fc.integer({ min: 0, max: SIZE - 1 }).map(String);
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), ids: fc.array(id, { maxLength: 120 }) }),
      fc.record({ kind: fc.constant('delete' as const), ids: fc.array(id, { maxLength: 60 }) }),
      fc.record({ kind: fc.constant('follow' as const), most: fc.integer({ min: 1, max: 30 }) }),
      fc.constant({ kind: 'ask' as const }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const ids = new Set<string>();
        const { rows } = makeRows(ids);
        for (const one of steps) {
          if (one.kind === 'add') for (const each of one.ids) ids.add(each);
          else if (one.kind === 'delete') for (const each of one.ids) ids.delete(each);
          else if (one.kind === 'follow') rows.follow(plan, one.most);
          else expect(shown(rows)).toEqual(expected(ids));
        }
        expect(shown(rows)).toEqual(expected(ids));
      }),
    );
  });

  it('are found a stretch at a time, each once', () => {
    const ids = new Set(Array.from({ length: 250 }, (_, n) => String(n)));
    const { rows, space } = makeRows(ids);
    expect([1, 2, 3].map(() => [rows.follow(plan, 100), space.asked])).toEqual([
      [false, 100],
      [false, 200],
      [true, 250],
    ]);
    expect(shown(rows)).toEqual(expected(ids));
    expect(space.asked).toBe(250);
  });
});
