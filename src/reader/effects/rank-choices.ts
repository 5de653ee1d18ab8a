import fuzzysort, { type Prepared } from 'fuzzysort';
import { RecentlyAsked } from '../../../store/corpus/recently-asked.ts';
import type { Choice } from '../state.ts';

/** Half of the names that are kept as fuzzysort prepared them, a kilobyte each: most names of a key are those of the key before. */
const HALF = 3000;
const WORST = 0.2;

const prepared = new RecentlyAsked<string, Prepared>(HALF);

function prepare(name: string): Prepared {
  let made = prepared.get(name);
  if (made === undefined) {
    made = fuzzysort.prepare(name);
    prepared.set(name, made);
  }
  return made;
}

export interface Ranked {
  /** 1 is the same, 0 has nothing of it. */
  readonly score: number;
  readonly choice: Choice;
}

/** Those whose name or detail match what is typed, best first. */
export const rankChoices = (typed: string, choices: readonly Choice[], limit: number): Ranked[] =>
  fuzzysort
    .go(typed, choices, { keys: [({ name }) => prepare(name), ({ detail }) => prepare(detail)], threshold: WORST, limit })
    .map(({ score, obj }) => ({ score, choice: obj }));
