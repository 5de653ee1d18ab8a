/* Sets of rows as bits. A row is a number over the whole index: every segment begins at a multiple of 32, so that its part of a set is
 * a stretch of whole words.
 *
 *     words  [ segment 0 ........ | segment 1 ... | segment 2 ]
 */

export type Bits = Uint32Array;

export const emptyBits = (rows: number): Bits => new Uint32Array((rows + 31) >>> 5);

export const hasBit = (bits: Bits, row: number): boolean => (bits[row >>> 5]! & (1 << (row & 31))) !== 0;

export function setBit(bits: Bits, row: number): void {
  bits[row >>> 5]! |= 1 << (row & 31);
}

export function clearBit(bits: Bits, row: number): void {
  bits[row >>> 5]! &= ~(1 << (row & 31));
}

/** Sets rows `from` to `to`, the last not included. */
export function setRange(bits: Bits, from: number, to: number): void {
  for (let row = from; row < to; ) {
    if ((row & 31) === 0 && row + 32 <= to) {
      bits[row >>> 5] = 0xffffffff;
      row += 32;
    } else setBit(bits, row++);
  }
}

export function bitsOf(rows: Iterable<number>, size: number): Bits {
  const bits = emptyBits(size);
  for (const row of rows) setBit(bits, row);
  return bits;
}

export const sameBits = (a: Bits, b: Bits): boolean => a === b || (a.length === b.length && a.every((word, at) => word === b[at]));

export function andBits(a: Bits, b: Bits): Bits {
  return a.map((word, at) => word & b[at]!);
}

export function orBits(a: Bits, b: Bits): Bits {
  return a.map((word, at) => word | b[at]!);
}

/** In a and not in b. */
export function withoutBits(a: Bits, b: Bits): Bits {
  return a.map((word, at) => word & ~b[at]!);
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at++) count += countWord(bits[at]!);
  return count;
}

/** How many rows are in both. */
export function countCommon(a: Bits, b: Bits): number {
  let count = 0;
  for (let at = 0; at < a.length; at++) count += countWord(a[at]! & b[at]!);
  return count;
}

function countWord(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Rows in falling order. */
export function* rowsDown(bits: Bits): Generator<number> {
  for (let at = bits.length - 1; at >= 0; at--) {
    for (let word = bits[at]!; word !== 0; ) {
      const bit = 31 - Math.clz32(word);
      yield (at << 5) + bit;
      word &= ~(1 << bit);
    }
  }
}

/** Rows in rising order. */
export function* rowsUp(bits: Bits): Generator<number> {
  for (let at = 0; at < bits.length; at++) {
    for (let word = bits[at]!; word !== 0; word &= word - 1) yield (at << 5) + 31 - Math.clz32(word & -word);
  }
}

/** Lowest and highest row, or null where there is none. */
export function spanOf(bits: Bits): readonly [number, number] | null {
  let first = 0;
  let last = bits.length - 1;
  while (first <= last && bits[first] === 0) first += 1;
  if (first > last) return null;
  while (bits[last] === 0) last -= 1;
  const word = bits[first]!;
  return [(first << 5) + 31 - Math.clz32(word & -word), (last << 5) + 31 - Math.clz32(bits[last]!)];
}
