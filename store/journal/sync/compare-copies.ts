/* Two copies of one journal file. Files only ever grow, so of two honest copies one begins with the other. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export type Comparison =
  | { readonly kind: 'same' | 'first-longer' | 'second-longer' }
  /** Both went on differently: `at` is the first byte that differs. A copied home directory does that. */
  | { readonly kind: 'diverged'; readonly at: number };

const PIECE = 1 << 16;

/** Compares byte by byte, in pieces. @throws the system's error */
export function compareCopies(first: string, second: string): Comparison {
  const a = openSync(first, 'r');
  try {
    const b = openSync(second, 'r');
    try {
      return compareOpen(a, b);
    } finally {
      closeSync(b);
    }
  } finally {
    closeSync(a);
  }
}

function compareOpen(a: number, b: number): Comparison {
  const sizes = [fstatSync(a).size, fstatSync(b).size] as const;
  const common = Math.min(...sizes);
  const [left, right] = [Buffer.alloc(PIECE), Buffer.alloc(PIECE)];
  for (let at = 0; at < common; at += PIECE) {
    const length = Math.min(PIECE, common - at);
    readSync(a, left, 0, length, at);
    readSync(b, right, 0, length, at);
    if (left.compare(right, 0, length, 0, length) === 0) continue;
    let i = 0;
    while (left[i] === right[i]) i++;
    return { kind: 'diverged', at: at + i };
  }
  if (sizes[0] === sizes[1]) return { kind: 'same' };
  return { kind: sizes[0] > sizes[1] ? 'first-longer' : 'second-longer' };
}
