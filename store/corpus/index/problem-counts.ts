/* What could not be understood, by code: how many cables have it. */
import type { Cable } from '../../cable/cable.ts';

export type ProblemCounts = ReadonlyMap<string, number>;

/** Counts one that has a problem several times once. */
export function countProblems(counts: Map<string, number>, { problems }: Pick<Cable, 'problems'>): void {
  for (const code of new Set(problems.map((problem) => problem.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
}

export function addCounts(counts: Map<string, number>, more: ProblemCounts): void {
  for (const [code, cables] of more) counts.set(code, (counts.get(code) ?? 0) + cables);
}

/** Leaves out what nothing is left of. */
export function takeCounts(counts: Map<string, number>, less: ProblemCounts): void {
  for (const [code, cables] of less) {
    const left = (counts.get(code) ?? 0) - cables;
    if (left > 0) counts.set(code, left);
    else counts.delete(code);
  }
}
