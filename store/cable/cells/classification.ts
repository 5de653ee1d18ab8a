import type { Classification } from '../cable.ts';

/** A cell (`CONFIDENTIAL//NOFORN`) or the first line of a body (`C O N F I D E N T I A L SECTION 01 OF 02 MADRID 000091`), with its captions. */
export function readClassification(text: string): Classification | null {
  const word = /(S\s?E\s?C\s?R\s?E\s?T)\b|(C\s?O\s?N\s?F\s?I\s?D\s?E\s?N\s?T\s?I\s?A\s?L)\b|(U\s?N\s?C\s?L\s?A\s?S)/i.exec(text);
  if (!word) return null;
  const noforn = /NOFORN/i.test(text);
  if (word[1]) return noforn ? 'SECRET//NOFORN' : 'SECRET';
  if (word[2]) return noforn ? 'CONFIDENTIAL//NOFORN' : 'CONFIDENTIAL';
  return /FOR OFFICIAL USE|SENSITIVE|FOUO|NOFORN/i.test(text) ? 'UNCLASSIFIED//FOR OFFICIAL USE ONLY' : 'UNCLASSIFIED';
}
