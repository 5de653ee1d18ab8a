/* Which cables have words that begin with one, two or three letters: asked at every key while a filter is typed, and too slow from the
 * full text, which would join the lists of thousands of words.
 *
 *     prefix "wat"  ->  1, then the steps from row to row as varints     where few cables have it
 *                       0, then a bit a row                              where that is shorter
 */
import { foldWords } from '../../../query/fold-words.ts';

export const LONGEST_PREFIX = 3;

/** A letter or digit as 1..36, anything else 0. */
const CODES = Uint8Array.from({ length: 128 }, (_, code) =>
  code >= 97 && code <= 122 ? code - 96 : code >= 65 && code <= 90 ? code - 64 : code >= 48 && code <= 57 ? code - 21 : 0,
);
const LETTERS = 37;

interface List {
  bytes: Uint8Array;
  length: number;
  last: number;
  count: number;
}

export interface PrefixLists {
  /** Rows must come in order. */
  add(row: number, text: string): void;
  entries(rows: number): Generator<readonly [prefix: string, bytes: Uint8Array]>;
}

export function collectPrefixes(): PrefixLists {
  // ASCII prefixes by number: c1, c1·37+c2, (c1·37+c2)·37+c3; the others by name.
  const lists: (List | undefined)[] = new Array(LETTERS ** LONGEST_PREFIX);
  /** Row + 1 that each of them was put last: small enough to stay in the processor's cache. */
  const lastPut = new Uint32Array(LETTERS ** LONGEST_PREFIX);
  const others = new Map<string, List>();

  const put = (list: List | undefined, row: number): List => {
    const to = list ?? { bytes: new Uint8Array(4), length: 0, last: -1, count: 0 };
    if (to.last !== row) append(to, row);
    return to;
  };

  return {
    add(row, text) {
      for (let at = 0; at < text.length; ) {
        const start = at;
        let code = 0;
        let length = 0;
        let ascii = true;
        for (; at < text.length; at++) {
          const unit = text.charCodeAt(at);
          const letter = unit < 128 ? CODES[unit]! : -1;
          if (letter === 0) break;
          if (letter < 0) ascii = false;
          else if (ascii && length < LONGEST_PREFIX) {
            code = code * LETTERS + letter;
            length += 1;
          }
        }
        // Where the longest was put for this row, those it begins with were.
        for (; length > 0 && lastPut[code] !== row + 1; length--, code = Math.floor(code / LETTERS)) {
          lastPut[code] = row + 1;
          lists[code] = put(lists[code], row);
        }
        // What has other letters is folded as a whole; prefixes put before were prefixes of it or of its first part.
        if (!ascii) for (const word of foldWords(text.slice(start, at))) addWord(row, word);
        at += 1;
      }
    },
    *entries(rows) {
      for (const [code, list] of lists.entries()) if (list) yield [nameCode(code), encode(list, rows)];
      for (const [prefix, list] of others) yield [prefix, encode(list, rows)];
    },
  };

  function addWord(row: number, word: string): void {
    const letters = [...word];
    let code = 0;
    for (let length = 1; length <= Math.min(LONGEST_PREFIX, letters.length); length++) {
      const unit = letters[length - 1]!.charCodeAt(0);
      code = code >= 0 && unit < 128 ? code * LETTERS + CODES[unit]! : -1;
      if (code >= 0) lists[code] = put(lists[code], row);
      else {
        const prefix = letters.slice(0, length).join('');
        others.set(prefix, put(others.get(prefix), row));
      }
    }
  }
}

function append(list: List, row: number): void {
  if (list.length + 5 > list.bytes.length) {
    const grown = new Uint8Array(Math.max(16, list.bytes.length * 2));
    grown.set(list.bytes);
    list.bytes = grown;
  }
  let step = row - list.last;
  for (; step >= 128; step >>>= 7) list.bytes[list.length++] = (step & 127) | 128;
  list.bytes[list.length++] = step;
  list.last = row;
  list.count += 1;
}

function encode({ bytes, length }: List, rows: number): Uint8Array {
  if (length <= (rows + 7) >>> 3) return concat(1, bytes.subarray(0, length));
  const bits = new Uint8Array((rows + 7) >>> 3);
  for (const row of steps(bytes.subarray(0, length))) bits[row >>> 3]! |= 1 << (row & 7);
  return concat(0, bits);
}

function concat(first: number, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(rest.length + 1);
  bytes[0] = first;
  bytes.set(rest, 1);
  return bytes;
}

function* steps(bytes: Uint8Array): Generator<number> {
  let row = -1;
  for (let at = 0; at < bytes.length; ) {
    let step = 0;
    let shift = 0;
    let byte = 128;
    while (byte >= 128) {
      byte = bytes[at++]!;
      step |= (byte & 127) << shift;
      shift += 7;
    }
    row += step;
    yield row;
  }
}

function nameCode(code: number): string {
  let name = '';
  for (let rest = code; rest > 0; rest = Math.floor(rest / LETTERS)) {
    const letter = rest % LETTERS;
    name = String.fromCharCode(letter > 26 ? letter + 21 : letter + 96) + name;
  }
  return name;
}

/** The list's rows as bits, 32 a word. */
export function readPrefixList(bytes: Uint8Array, bits: Uint32Array): void {
  if (bytes[0] === 0) {
    for (let at = 1; at < bytes.length; at++) bits[(at - 1) >>> 2]! |= bytes[at]! << (((at - 1) & 3) << 3);
    return;
  }
  let row = -1;
  let step = 0;
  let shift = 0;
  for (let at = 1; at < bytes.length; at++) {
    const byte = bytes[at]!;
    step |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) {
      row += step;
      bits[row >>> 5]! |= 1 << (row & 31);
      step = 0;
      shift = 0;
    }
  }
}
