/* Which cables a command is about: a query, ids (an id is a query), or ids on standard input. */
import { createInterface } from 'node:readline';
import { parseReferenceId } from '../../store/cable/ids/reference-id.ts';
import type { Library } from '../../store/library/open-library.ts';
import type { Plan } from '../../store/query/plan.ts';
import { planQuery } from '../../store/query/plan-query.ts';
import type { Given, Surroundings } from './command.ts';
import { Refusal } from './exit.ts';

export interface Selection {
  readonly plan: Plan;
  /** The filter as typed, for `via`. */
  readonly text: string;
  /** The filter in words: `water AND treaty`. */
  readonly understood: string;
}

/** @throws Refusal for a filter that cannot be understood, with the place and the nearest name. */
export function planWords(words: readonly string[], library: Library, around: Surroundings): Selection {
  const text = words.join(' ').trim();
  const ids = words.map((word) => parseReferenceId(word)?.id ?? null);
  if (words.length > 0 && ids.every((id) => id !== null)) {
    const of = ids.map((id): Plan => ({ kind: 'id', pattern: id!, glob: false }));
    return { plan: of.length === 1 ? of[0]! : { kind: 'or', of }, text, understood: ids.join(' OR ') };
  }
  const searches = library.journal.personal.searches();
  const { plan, understood, problems } = planQuery(text, { now: around.now(), zone: around.zone, searches });
  const [problem] = problems;
  if (problem)
    throw new Refusal(`${text}\n${' '.repeat(problem.start)}${'^'.repeat(Math.max(1, problem.end - problem.start))} ${problem.message}`);
  return { plan, text, understood };
}

/** The ids an action is about, newest first: of the query, or of standard input with `--stdin`. */
export async function selectIds(
  given: Given,
  words: readonly string[],
  library: Library,
  around: Surroundings,
): Promise<{ ids: readonly string[]; text: string | null }> {
  if (given.options['stdin'] === true) return { ids: await idsFromInput(library, around), text: null };
  if (words.length === 0) throw new Refusal('Which cables? Nothing was changed. Name ids or a filter after --, or give ids with --stdin.');
  const { plan, text } = planWords(words, library, around);
  return { ids: await library.corpus.ids(plan), text };
}

async function idsFromInput(library: Library, around: Surroundings): Promise<string[]> {
  const ids: string[] = [];
  for await (const line of createInterface({ input: around.stdin })) {
    for (const word of line.split(/[\s\0]+/).filter(Boolean)) {
      const [id] = await library.corpus.resolve(word);
      if (id === undefined) around.stderr.write(`cables: ${word} is not in this library; the others go on.\n`);
      else ids.push(id);
    }
  }
  return ids;
}
