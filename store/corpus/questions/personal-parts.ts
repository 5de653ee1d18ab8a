/* The journal lives in the process alone: what a filter says of it goes to a thread as bits, a row each, beside the question. */
import type { Plan } from '../../query/plan.ts';
import type { Bits } from '../index/searching/bitmap.ts';
import type { PersonalBits, PersonalPlan } from '../index/searching/personal-rows.ts';

export interface PersonalPart {
  readonly name: string;
  readonly bits: Bits;
}

export const partName = ({ predicate, queue, value }: PersonalPlan): string => JSON.stringify([predicate, queue, value]);

export const personalParts = (plan: Plan, bits: PersonalBits): PersonalPart[] =>
  personalPlans(plan).map((part) => ({ name: partName(part), bits: bits.bitsOf(part) }));

/** What the filter asks the journal. */
export function personalPlans(plan: Plan): PersonalPlan[] {
  switch (plan.kind) {
    case 'personal':
      return [plan];
    case 'and':
    case 'or':
      return plan.of.flatMap(personalPlans);
    case 'not':
      return personalPlans(plan.of);
    default:
      return [];
  }
}
