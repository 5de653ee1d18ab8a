/* What a citation is made of. A row of the catalogue has all of it, and so has a cable. */
import { oneLine } from '../one-line.ts';

export interface CitedCable {
  readonly id: string;
  /** `2009-02-27T23:36Z`, or null. */
  readonly created: string | null;
  readonly classification: string | null;
  readonly origin: string | null;
  readonly subject: string | null;
}

/** Where in the cable, and where it can be looked up. */
export interface CitedPlace {
  /** The paragraph's own number, or its ordinal where it has none. */
  readonly paragraph?: number;
  /** Address of the cable. */
  readonly link?: string;
}

/** `US Embassy Arcadia`: posts are named without their country's in the cables themselves; the department is not a post. */
export function authorOf({ origin }: CitedCable): string {
  if (origin === null) return 'US Department of State';
  return /^(embassy|consulate|consul general|mission|interests section|american institute)/i.test(origin) ? `US ${origin}` : origin;
}

/** In one line: a subject may run over several. */
export const titleOf = ({ subject }: CitedCable): string | null => oneLine(subject ?? '') || null;

/** Year, month and day as numbers, or null. */
export function dayOf({ created }: CitedCable): readonly [year: number, month: number, day: number] | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(created ?? '');
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : null;
}
