/* Portion marks: how a single paragraph is classified. 5 FAH-2 H-310. */
import { lookUp } from './look-up.ts';

export const PORTIONS: Readonly<Record<string, string>> = {
  TS: 'top secret',
  S: 'secret',
  C: 'confidential',
  U: 'unclassified',
  SBU: 'sensitive but unclassified',
  FOUO: 'for official use only',
  LOU: 'limited official use',
  NF: 'not releasable to foreign nationals',
  NOFORN: 'not releasable to foreign nationals',
};

/** `C/NF` -> confidential, not releasable to foreign nationals; null where a part of it is not known. */
export function explainPortion(portion: string): string | null {
  const meanings = portion.split('/').map((part) => lookUp(PORTIONS, part.trim().toUpperCase()));
  return meanings.includes(null) ? null : meanings.join(', ');
}
