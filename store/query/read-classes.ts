/* Classifications as people write them, and their order: U < U/FO < C < C/NF < S < S/NF. */
import type { Classification } from '../cable/cable.ts';

export const ORDER: readonly Classification[] = [
  'UNCLASSIFIED',
  'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
  'CONFIDENTIAL',
  'CONFIDENTIAL//NOFORN',
  'SECRET',
  'SECRET//NOFORN',
];

/** Name -> levels that it includes: a plain level includes its NOFORN. */
export const CLASSES: Readonly<Record<string, readonly number[]>> = {
  unclassified: [0, 1],
  u: [0, 1],
  unclas: [0, 1],
  fouo: [1],
  sbu: [1],
  'u/fo': [1],
  'u/fouo': [1],
  'u//fouo': [1],
  confidential: [2, 3],
  c: [2, 3],
  'c/nf': [3],
  secret: [4, 5],
  s: [4, 5],
  's/nf': [5],
  noforn: [3, 5],
};

/** `secret`, `=secret` (without NOFORN), `secret..`, `..c`, `u..c/nf`; null where a name is unknown. */
export function readClasses(text: string): readonly Classification[] | null {
  const name = text.toLowerCase();
  const whole = ORDER.findIndex((full) => full.toLowerCase() === name);
  if (whole !== -1) return [ORDER[whole]!];
  const pick = (levels: readonly number[] | undefined) => levels?.map((level) => ORDER[level]!) ?? null;
  if (name.startsWith('=')) return pick(CLASSES[name.slice(1)]?.slice(0, 1));
  const range = /^([^.]*)\.\.([^.]*)$/.exec(name);
  if (!range) return pick(CLASSES[name]);
  const [from, to] = [range[1] ? CLASSES[range[1]] : [0], range[2] ? CLASSES[range[2]] : [5]];
  if (!from || !to) return null;
  return ORDER.slice(Math.min(...from), Math.max(...to) + 1);
}
