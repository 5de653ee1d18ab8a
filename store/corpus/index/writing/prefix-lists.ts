/* Which cables have words that begin with one, two or three letters: asked at every key while a filter is typed, and too slow from the
 * full text, which would join the lists of thousands of words.
 *
 *     prefix "wat"  ->  1, then the steps from row to row as varints     where few cables have it
 *                       0, then a bit a row                              where that is shorter: from then on
 *
 * Lists grow in turn, not at each word: five hundred of them a cable, each somewhere else in memory, would take longer than all of its parsing.
 *
 *     text ──words──▶ log: (prefix, row), …, of some hundred cables ──by prefix──▶ lists
 */
import { foldWords } from '../../../query/fold-words.ts';

export const LONGEST_PREFIX = 3;

/** A byte as letter or digit 1..36, as part of a letter outside ASCII, or as 0: anything else, which ends a word. */
const OTHER = 64;
const CODES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 128) return OTHER;
  const letter = String.fromCharCode(byte).toLowerCase();
  return letter >= 'a' && letter <= 'z' ? letter.charCodeAt(0) - 96 : letter >= '0' && letter <= '9' ? byte - 21 : 0;
});
/** ASCII prefixes have numbers: c1, c1·37+c2, (c1·37+c2)·37+c3; the others have names. */
const LETTERS = 37;
const NUMBERS = LETTERS ** LONGEST_PREFIX;
const LOG = 1 << 18;

interface List {
  bytes: Uint8Array;
  /** Bytes of the steps; those of all bits where it has these. */
  length: number;
  last: number;
  isBits: boolean;
}

export interface PrefixLists {
  /** Rows must come in order. */
  add(row: number, text: string): void;
  entries(): Generator<readonly [prefix: string, bytes: Uint8Array]>;
}

/** @param rows how many there will be */
export function collectPrefixes(rows: number): PrefixLists {
  /** Bytes of a list that has a bit a row. */
  const allBits = (rows + 7) >>> 3;
  const lists: (List | undefined)[] = new Array(NUMBERS);
  const others = new Map<string, List>();
  /** Row + 1 that has each of them in the log last. */
  const lastPut = new Uint32Array(NUMBERS);
  const log = { prefixes: new Uint16Array(LOG), rows: new Uint32Array(LOG), length: 0 };
  const sorted = new Uint32Array(LOG);
  // Signs are read three times as fast from bytes as from a string.
  let bytes = Buffer.allocUnsafe(64 * 1024);

  return {
    add(row, text) {
      if (bytes.length <= text.length * 3) bytes = Buffer.allocUnsafe(text.length * 4);
      const end = bytes.write(text);
      bytes[end] = 0;
      for (let at = 0; at < end; at++) {
        let letter = CODES[bytes[at]!]!;
        if (letter === 0) continue;
        const start = at;
        let prefix = 0;
        for (let length = 0; length < LONGEST_PREFIX && letter !== 0 && letter !== OTHER; length++) {
          prefix = prefix * LETTERS + letter;
          letter = CODES[bytes[++at]!]!;
        }
        while (letter !== 0 && letter !== OTHER) letter = CODES[bytes[++at]!]!;
        if (lastPut[prefix] !== row + 1) put(prefix, row);
        // What has other letters is folded as a whole; prefixes put before were prefixes of it or of its first part.
        if (letter === OTHER) {
          while (CODES[bytes[at]!] !== 0) at += 1;
          for (const word of foldWords(bytes.toString('utf8', start, at))) putFolded(word, row);
        }
      }
    },
    *entries() {
      growLists();
      for (let prefix = 1; prefix < NUMBERS; prefix++) if (lists[prefix]) yield [namePrefix(prefix), encode(lists[prefix]!)];
      for (const [prefix, list] of others) yield [prefix, encode(list)];
    },
  };

  /** A prefix and those it begins with; where the row has the longest already, it has them all. */
  function put(longest: number, row: number): void {
    for (let prefix = longest; prefix > 0 && lastPut[prefix] !== row + 1; prefix = Math.floor(prefix / LETTERS)) {
      lastPut[prefix] = row + 1;
      if (log.length === LOG) growLists();
      log.prefixes[log.length] = prefix;
      log.rows[log.length++] = row;
    }
  }

  function putFolded(word: string, row: number): void {
    const letters = [...word].slice(0, LONGEST_PREFIX);
    const foreign = letters.findIndex((letter) => letter.charCodeAt(0) >= 128);
    const ascii = foreign === -1 ? letters : letters.slice(0, foreign);
    put(
      ascii.reduce((number, letter) => number * LETTERS + CODES[letter.charCodeAt(0)]!, 0),
      row,
    );
    for (let length = ascii.length + 1; length <= letters.length; length++) {
      const prefix = letters.slice(0, length).join('');
      let list = others.get(prefix);
      if (!list) others.set(prefix, (list = newList()));
      if (list.last !== row) append(list, row, allBits);
    }
  }

  /** Sorts the log by prefix, counting: rows stay in order. Then each list grows once. */
  function growLists(): void {
    const ends = new Uint32Array(NUMBERS + 1);
    for (let at = 0; at < log.length; at++) ends[log.prefixes[at]! + 1]! += 1;
    for (let prefix = 0; prefix < NUMBERS; prefix++) ends[prefix + 1]! += ends[prefix]!;
    for (let at = 0; at < log.length; at++) sorted[ends[log.prefixes[at]!]!++] = log.rows[at]!;
    for (let prefix = 1, at = 0; prefix < NUMBERS; prefix++) {
      const end = ends[prefix]!;
      if (at === end) continue;
      const list = (lists[prefix] ??= newList());
      while (at < end) append(list, sorted[at++]!, allBits);
    }
    log.length = 0;
  }
}

const newList = (): List => ({ bytes: new Uint8Array(16), length: 0, last: -1, isBits: false });

function append(list: List, row: number, allBits: number): void {
  if (!list.isBits) {
    appendStep(list, row);
    if (list.length > allBits) turnIntoBits(list, allBits);
  } else list.bytes[row >>> 3]! |= 1 << (row & 7);
  list.last = row;
}

function appendStep(list: List, row: number): void {
  if (list.length + 5 > list.bytes.length) {
    const grown = new Uint8Array(list.bytes.length * 2);
    grown.set(list.bytes);
    list.bytes = grown;
  }
  let step = row - list.last;
  for (; step >= 128; step >>>= 7) list.bytes[list.length++] = (step & 127) | 128;
  list.bytes[list.length++] = step;
}

function turnIntoBits(list: List, allBits: number): void {
  const bits = new Uint32Array((allBits + 3) >>> 2);
  readPrefixList(encode(list), bits);
  list.bytes = new Uint8Array(bits.buffer, 0, allBits);
  list.length = allBits;
  list.isBits = true;
}

const encode = ({ bytes, length, isBits }: List): Uint8Array => concat(isBits ? 0 : 1, bytes.subarray(0, length));

function concat(first: number, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(rest.length + 1);
  bytes[0] = first;
  bytes.set(rest, 1);
  return bytes;
}

function namePrefix(code: number): string {
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
