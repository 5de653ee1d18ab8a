/* How fast a cable travels. ACP-127. */
import { oneLine } from '../one-line.ts';
import { lookUp } from './look-up.ts';

export const PRECEDENCES: Readonly<Record<string, string>> = {
  FLASH: 'highest: minutes',
  'NIACT IMMEDIATE': 'immediate, action also at night',
  IMMEDIATE: 'the same hours',
  PRIORITY: 'before routine traffic',
  ROUTINE: 'no haste',
};

/** Also dual ones: `IMMEDIATE ROUTINE` is immediate for action, routine for information. */
export function explainPrecedence(precedence: string): string | null {
  const word = oneLine(precedence.toUpperCase());
  const whole = lookUp(PRECEDENCES, word);
  if (whole !== null) return whole;
  const [action, information, ...more] = word.split(' ');
  if (!action || !information || more.length > 0 || !lookUp(PRECEDENCES, action) || !lookUp(PRECEDENCES, information)) return null;
  return `${action} for action, ${information} for information`;
}
