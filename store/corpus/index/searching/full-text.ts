/* Questions to the full text of one segment.
 *
 * Bounds of rows are bound as BigInt: node:sqlite binds a number as a double, and FTS5 passes over a bound on its rowid that is none,
 * even over `rowid = 3.0`.
 */
import { CLASSIFICATIONS } from '../../../cable/vocabulary/classifications.ts';
import type { Plan, TextTerm } from '../../../query/plan.ts';
import { LONGEST_PREFIX } from '../writing/prefix-lists.ts';
import { FACT } from '../writing/segment-schema.ts';
import { readNumberList } from './number-list.ts';
import type { Segment } from './open-segment.ts';

export type TextPlan = Extract<Plan, { kind: 'text' | 'near' }>;
export type FactPlan = Extract<Plan, { kind: 'origin' | 'tag' | 'class' }>;

export interface TextQuestion {
  /** As FTS5 takes it. */
  readonly expression: string;
  /** Bounds of the rows, both included. */
  readonly from: number;
  readonly to: number;
}

export const isText = (plan: Plan): plan is TextPlan => plan.kind === 'text' || plan.kind === 'near';

export const isFact = (plan: Plan): plan is FactPlan => plan.kind === 'origin' || plan.kind === 'tag' || plan.kind === 'class';

/** A word's beginning that has a list of its own rows. */
export const isShortPrefix = (plan: TextPlan): plan is Extract<TextPlan, { kind: 'text' }> =>
  plan.kind === 'text' &&
  plan.column === 'any' &&
  plan.term.prefix &&
  plan.term.words.length === 1 &&
  [...plan.term.words[0]!].length <= LONGEST_PREFIX;

/** One question for all of them; every word is quoted, so that nothing a person types is an operator. */
export function textExpression(texts: readonly TextPlan[], facts: readonly string[]): string {
  return [...texts.map(expressionOf), ...facts].join(' AND ');
}

function expressionOf(plan: TextPlan): string {
  const terms = plan.kind === 'text' ? [plan.term] : plan.terms;
  // Whoever types the mark of facts must not find facts.
  const guarded = plan.column === 'any' && terms.some(({ words }) => words.some((word) => word.startsWith(FACT)));
  const column = plan.column !== 'any' ? `{${plan.column}} : ` : guarded ? '{subject body} : ' : '';
  return plan.kind === 'text' ? `${column}${quote(plan.term)}` : `${column}NEAR(${plan.terms.map(quote).join(' ')}, ${plan.distance})`;
}

const quote = ({ words, prefix }: TextTerm): string => `"${words.join(' ')}"${prefix ? ' *' : ''}`;

/** Alternatives beyond which a fact is better looked up in its column. */
const FEW = 12;

/** The fact as tokens of this segment; null where there are too many; `none` where no cable of the segment has it. */
export function factExpression(plan: FactPlan, segment: Segment, originsOf: OriginsOf): string | 'none' | null {
  const tokens = factTokens(plan, segment, originsOf);
  if (tokens.length === 0) return 'none';
  return tokens.length > FEW ? null : `(${tokens.map((token) => `"${FACT}${token}"`).join(' OR ')})`;
}

/** Names of the origins a filter names. */
export type OriginsOf = (plan: Extract<Plan, { kind: 'origin' }>) => ReadonlySet<string>;

function factTokens(plan: FactPlan, segment: Segment, originsOf: OriginsOf): string[] {
  switch (plan.kind) {
    case 'class':
      return plan.among.map((name) => `c${CLASSIFICATIONS.indexOf(name)}`);
    case 'origin': {
      const wanted = originsOf(plan);
      return segment.origins().flatMap(({ name }, number) => (wanted.has(name) ? [`o${number}`] : []));
    }
    case 'tag': {
      const numbers = segment.tagNumbers();
      if (!plan.prefix) return numbers.has(plan.tag) ? [`t${numbers.get(plan.tag)}`] : [];
      return [...numbers].flatMap(([tag, number]) => (tag.startsWith(plan.tag) ? [`t${number}`] : []));
    }
  }
}

/** Rows that are asked for at once: more come as a text so long that, gone, it leaves holes in the memory of the process. */
const AT_ONCE = 16_384;

/** Every row, ascending. */
export function* matchRows(segment: Segment, { expression, from, to }: TextQuestion): Generator<number> {
  for (let first = from; first <= to; first += AT_ONCE) {
    const found = segment.one<{ rows: string | null }>(
      `SELECT group_concat(rowid) rows FROM text WHERE text MATCH ? AND rowid BETWEEN ? AND ?`,
      expression,
      BigInt(first),
      BigInt(Math.min(to, first + AT_ONCE - 1)),
    );
    yield* readNumberList(found?.rows ?? '');
  }
}

/** The highest rows, falling; stops there. */
export function matchNewest(segment: Segment, { expression, from, to }: TextQuestion, limit: number): Uint32Array {
  const found = segment.one<{ rows: string | null }>(
    `SELECT group_concat(rowid) rows FROM (SELECT rowid FROM text WHERE text MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?)`,
    expression,
    BigInt(from),
    BigInt(to),
    limit,
  );
  return readNumberList(found?.rows ?? '');
}

export function countMatches(segment: Segment, { expression, from, to }: TextQuestion): number {
  return segment.one<{ n: number }>(
    `SELECT count(*) n FROM text WHERE text MATCH ? AND rowid BETWEEN ? AND ?`,
    expression,
    BigInt(from),
    BigInt(to),
  )!.n;
}

export function matchesRow(segment: Segment, { expression }: TextQuestion, row: number): boolean {
  return segment.one(`SELECT 1 FROM text WHERE text MATCH ? AND rowid = ?`, expression, BigInt(row)) !== undefined;
}

/** Rows and their bm25, best first; a word of the subject counts four times one of the body. Better is smaller. */
export function rankRows(segment: Segment, expression: string, limit: number): readonly { readonly row: number; readonly score: number }[] {
  return segment.all(
    'SELECT rowid row, bm25(text, 4.0, 1.0, 0.0) score FROM text WHERE text MATCH ? ORDER BY score, rowid DESC LIMIT ?',
    expression,
    limit,
  );
}

/** Any of them. */
export const anyTextExpression = (texts: readonly TextPlan[]): string => texts.map((text) => `(${expressionOf(text)})`).join(' OR ');
