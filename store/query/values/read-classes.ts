/* Classifications as people write them, and their order: U < U/FO < C < C/NF < S < S/NF. */
import type { Classification } from '../../cable/cable.ts';

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
  nf: [3, 5],
};

/** `secret`, `=secret` (without NOFORN), `secret..`, `..c`, `u..c/nf`, `>c`, `<=fouo`; null where a name is unknown. */
export function readClasses(text: string): readonly Classification[] | null {
  const name = text.toLowerCase().trim();
  if (name.startsWith('=')) {
    const exact = levelsOf(name.slice(1));
    return exact && [ORDER[exact[0]!]!];
  }
  const [, sign, or, bound] = /^([<>])(=?)(.+)$/.exec(name) ?? [];
  if (bound !== undefined) {
    const levels = levelsOf(bound);
    if (!levels) return null;
    const [least, most] = [Math.min(...levels), Math.max(...levels)];
    if (sign === '<') return ORDER.slice(0, or ? most + 1 : least);
    return ORDER.slice(or ? least : most + 1);
  }
  const range = /^([^.]*)\.\.([^.]*)$/.exec(name);
  if (!range) return levelsOf(name)?.map((level) => ORDER[level]!) ?? null;
  const [from, to] = [range[1] ? levelsOf(range[1]) : [0], range[2] ? levelsOf(range[2]) : [5]];
  if (!from || !to || name === '..') return null;
  return ORDER.slice(Math.min(...from), Math.max(...to) + 1);
}

/** Of a name people write, or of a whole classification, which is itself alone where it has no plain name. */
function levelsOf(name: string): readonly number[] | null {
  if (Object.hasOwn(CLASSES, name)) return CLASSES[name]!;
  const level = ORDER.findIndex((whole) => whole.toLowerCase() === name);
  return level === -1 ? null : [level];
}
