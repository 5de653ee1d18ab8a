import type { Plan } from '../../query/plan.ts';
import { isShortPrefix, isText } from '../index/searching/full-text.ts';

/** Words alone, a phrase among them: where its words stand is compared in every cable that has them all. */
export function isLongToCount(plan: Plan): boolean {
  const parts: readonly Plan[] = plan.kind === 'and' ? plan.of : [plan];
  return (
    parts.every((part): boolean => isText(part) && !isShortPrefix(part)) &&
    parts.some((part) => part.kind === 'near' || (part.kind === 'text' && part.term.words.length > 1))
  );
}
