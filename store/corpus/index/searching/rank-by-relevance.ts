import type { Plan } from '../../../query/plan.ts';
import { type Bits, hasBit } from './bitmap.ts';
import { anyTextExpression, isText, rankRows, type TextPlan } from './full-text.ts';
import type { RowOrder } from './order-rows.ts';
import type { RowSpace } from './row-space.ts';

/** Rows of the set by what the plan looks for in texts, best first; those in which nothing of it stands come last, newest first. */
export function rankByRelevance(space: RowSpace, order: RowOrder, plan: Plan, bits: Bits): Uint32Array {
  const texts = positiveTexts(plan);
  const newest = Uint32Array.from(order.page(bits, 'newest', 0, Number.POSITIVE_INFINITY));
  if (texts.length === 0) return newest;
  const expression = anyTextExpression(texts);
  const scores = new Map<number, number>();
  for (const { segment, base } of space.parts)
    for (const { row, score } of rankRows(segment, expression, segment.size)) if (hasBit(bits, base + row)) scores.set(base + row, score);
  const place = new Map(newest.entries().map(([at, row]) => [row, at]));
  return newest.toSorted((a, b) => (scores.get(a) ?? 0) - (scores.get(b) ?? 0) || place.get(a)! - place.get(b)!);
}

function positiveTexts(plan: Plan): TextPlan[] {
  if (isText(plan)) return [plan];
  return plan.kind === 'and' || plan.kind === 'or' ? plan.of.flatMap(positiveTexts) : [];
}
