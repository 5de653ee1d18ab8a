/* Sets of ids from the journal -> rows.
 *
 * The journal hands out its own sets, which grow and shrink between two questions. A set keeps the order in which its members came, so one
 * walk beside the members seen last time finds what came and went, without looking a member up twice:
 *
 *     last time   a b c d e
 *     now         a b   d e f        c went, f came
 *
 * Between two letters of a filter nothing comes or goes: then the journal's revision is that of the last walk, and none is taken. The first
 * walk looks up every id; where there are many, it can be taken a stretch at a time.
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
  readonly ids: string[];
  /** Of each id; -1: it is not here. */
  readonly rows: number[];
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
    this.follow(plan);
    return this.#knownOf(plan).bits;
  }

  /**
   * Looks at what came and went since the last time.
   * @param most ids to look up
   * @returns whether that was all; if not, another call goes on
   */
  follow(plan: PersonalPlan, most = Number.POSITIVE_INFINITY): boolean {
    const known = this.#knownOf(plan);
    const revision = this.#revision();
    if (revision !== null && revision === known.revision && !TIMED.has(plan.predicate)) return true;
    const isAll = this.#walk(known, this.#personalIds(plan), most);
    known.revision = isAll ? revision : null;
    return isAll;
  }

  #knownOf(plan: PersonalPlan): Known {
    const key = JSON.stringify([plan.predicate, plan.queue, plan.value]);
    const known = this.#known.get(key) ?? { revision: null, ids: [], rows: [], bits: emptyBits(this.#space.size) };
    this.#known.delete(key);
    this.#known.set(key, known);
    if (this.#known.size > REMEMBERED) this.#known.delete(this.#known.keys().next().value!);
    return known;
  }

  #walk(known: Known, now: ReadonlySet<string>, most: number): boolean {
    const { ids, rows, bits } = known;
    const members = now.values();
    let member = members.next();
    let same = 0;
    for (; !member.done && member.value === ids[same]; member = members.next()) same += 1;
    const before = ids.splice(same);
    const rowsBefore = rows.splice(same);
    const came: string[] = [];
    const places: number[] = [];
    let at = 0;
    for (; !member.done; member = members.next()) {
      const id = member.value;
      let found = at;
      for (const stop = Math.min(before.length, at + AHEAD); found < stop && before[found] !== id; ) found += 1;
      if (before[found] === id) {
        for (; at < found; at++) drop(at);
        rows.push(rowsBefore[at++]!);
      } else {
        if (came.length >= most) break;
        came.push(id);
        places.push(ids.length);
        rows.push(-1);
      }
      ids.push(id);
    }
    for (; at < before.length; at++) drop(at);
    for (const [i, row] of this.#space.rowsOfIds(came).entries()) {
      rows[places[i]!] = row;
      if (row >= 0) setBit(bits, row);
    }
    return ids.length === now.size;

    function drop(gone: number): void {
      if (rowsBefore[gone]! >= 0) clearBit(bits, rowsBefore[gone]!);
    }
  }
}
