/* Sets of ids from the journal -> rows.
 *
 * The journal hands out its own sets, which grow and shrink between two questions. A set keeps the order in which its members came, so one
 * walk beside the members seen last time finds what came and went, without looking a member up twice:
 *
 *     last time   a b c d e
 *     now         a b   d e f        c went, f came
 *
 * Between two letters of a filter nothing comes or goes: then the journal's revision is that of the last walk, and none is taken.
 */
import type { Plan } from '../../../query/plan.ts';
import type { PersonalIds } from '../../corpus.ts';
import { type Bits, clearBit, emptyBits, setBit } from './bitmap.ts';
import type { RowSpace } from './row-space.ts';

export type PersonalPlan = Extract<Plan, { kind: 'personal' }>;

/** What the filters that only the journal can answer match. */
export interface PersonalBits {
  /** Good until the next question. */
  bitsOf(plan: PersonalPlan): Bits;
}

interface Known {
  /** Of the journal, at the last walk; null: it is not known. */
  revision: number | null;
  ids: readonly string[];
  rows: Int32Array;
  readonly bits: Bits;
}

/** How far a member is looked for behind the last one found; one that is further on is looked up again. */
const AHEAD = 64;
/** Predicates whose rows are remembered. */
const REMEMBERED = 24;
/** Their sets change with the time too. */
const TIMED: ReadonlySet<PersonalPlan['predicate']> = new Set(['due', 'decided', 'seen']);

export class PersonalRows implements PersonalBits {
  readonly #space: RowSpace;
  readonly #personalIds: PersonalIds;
  readonly #revision: () => number | null;
  readonly #known = new Map<string, Known>();

  /** @param revision grows with every change of the sets; null: that is not known */
  constructor(space: RowSpace, personalIds: PersonalIds, revision: () => number | null = () => null) {
    this.#space = space;
    this.#personalIds = personalIds;
    this.#revision = revision;
  }

  bitsOf(plan: PersonalPlan): Bits {
    const key = JSON.stringify([plan.predicate, plan.queue, plan.value]);
    const known = this.#known.get(key) ?? { revision: null, ids: [], rows: new Int32Array(0), bits: emptyBits(this.#space.size) };
    this.#known.delete(key);
    this.#known.set(key, known);
    if (this.#known.size > REMEMBERED) this.#known.delete(this.#known.keys().next().value!);
    const revision = this.#revision();
    if (revision === null || revision !== known.revision || TIMED.has(plan.predicate)) this.#follow(known, this.#personalIds(plan));
    known.revision = revision;
    return known.bits;
  }

  #follow(known: Known, now: ReadonlySet<string>): void {
    const { ids, rows, bits } = known;
    const next = new Int32Array(now.size);
    const came: string[] = [];
    const places: number[] = [];
    let at = 0;
    let place = 0;
    let changed = now.size !== ids.length;
    for (const id of now) {
      let found = at;
      for (const stop = Math.min(ids.length, at + AHEAD); found < stop && ids[found] !== id; ) found += 1;
      if (ids[found] === id) {
        for (; at < found; at++) drop(at);
        next[place] = rows[at++]!;
      } else {
        came.push(id);
        places.push(place);
      }
      place += 1;
    }
    for (; at < ids.length; at++) drop(at);
    if (!changed && came.length === 0) return;
    const added = this.#space.rowsOfIds(came);
    for (const [i, row] of added.entries()) {
      next[places[i]!] = row;
      if (row >= 0) setBit(bits, row);
    }
    known.ids = [...now];
    known.rows = next;

    function drop(gone: number): void {
      changed = true;
      if (rows[gone]! >= 0) clearBit(bits, rows[gone]!);
    }
  }
}
