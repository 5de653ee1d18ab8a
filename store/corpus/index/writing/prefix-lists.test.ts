import { describe, expect, it } from 'vitest';
import { foldWords } from '../../../query/fold-words.ts';
import { collectPrefixes, LONGEST_PREFIX, readPrefixList } from './prefix-lists.ts';

/** The lists as rows, by prefix. */
function rowsByPrefix(texts: readonly string[]): Map<string, number[]> {
  const prefixes = collectPrefixes(texts.length);
  for (const [row, text] of texts.entries()) prefixes.add(row, text);
  return new Map(prefixes.entries().map(([prefix, bytes]) => [prefix, rowsOf(bytes, texts.length)] as const));
}

function rowsOf(bytes: Uint8Array, rows: number): number[] {
  const bits = new Uint32Array((rows + 31) >>> 5);
  readPrefixList(bytes, bits);
  return Array.from({ length: rows }, (_, row) => row).filter((row) => (bits[row >>> 5]! >>> (row & 31)) & 1);
}

/** The same, told from the words one by one. */
function expected(texts: readonly string[]): Map<string, number[]> {
  const lists = new Map<string, number[]>();
  for (const [row, text] of texts.entries())
    for (const word of foldWords(text))
      for (let length = 1; length <= Math.min(LONGEST_PREFIX, [...word].length); length++) {
        const prefix = [...word].slice(0, length).join('');
        const rows = lists.get(prefix) ?? lists.set(prefix, []).get(prefix)!;
        if (rows.at(-1) !== row) rows.push(row);
      }
  return lists;
}

describe('prefix lists', () => {
  it.each<[string, readonly string[]]>([
    ['words of one, two and more letters', ['a be sea', 'SEA2 4', '', 'be']],
    ['letters outside ASCII at any place of a word', ['école aéro abé Zoë', 'Ünal no\u0301 字漢字 x字', 'Привет, мир']],
    ['words that signs outside ASCII part', ['rain—wind ¶1. ‘dry’', 'a\u00a0b…c']],
    ['halves of letters', ['x\ud800y', '\udc00']],
  ])('%s', (_, texts) => {
    expect(rowsByPrefix(texts)).toEqual(expected(texts));
  });

  it('more prefixes than are sorted at once', () => {
    const word = (seed: number): string => ((seed * 7919) % 2197).toString(13).padStart(3, '0');
    const texts = Array.from({ length: 600 }, (_, row) => Array.from({ length: 450 }, (_, at) => word(row * 451 + at)).join(' '));
    expect(rowsByPrefix(texts)).toEqual(expected(texts));
  });
});
