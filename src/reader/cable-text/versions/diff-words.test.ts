import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from './diff-words.ts';

const words = (text: string) => text.split(' ').filter(Boolean);
const draw = (a: string, b: string) =>
  diffWords(words(a), words(b))
    .map(({ kind, words: of }) => (kind === 'same' ? of.join(' ') : kind === 'gone' ? `[-${of.join(' ')}-]` : `{+${of.join(' ')}+}`))
    .join(' ');

describe('diffWords', () => {
  it.each([
    ['the same', 'a b c', 'a b c', 'a b c'],
    ['nothing at all', '', '', ''],
    ['one word for another', 'the XXXX said', 'the clerk said', 'the [-XXXX-] {+clerk+} said'],
    ['more words for one', 'the XXXX said so', 'the clerk of works said so', 'the [-XXXX-] {+clerk of works+} said so'],
    ['words more at the end', 'a b', 'a b c', 'a b {+c+}'],
    ['words less at the beginning', 'a b c', 'c', '[-a b-] c'],
    ['two places', 'a b c d e', 'a x c y e', 'a [-b-] {+x+} c [-d-] {+y+} e'],
    ['other text', 'a b', 'c d', '[-a b-] {+c d+}'],
  ])('%s', (_, a, b, drawn) => expect(draw(a, b)).toBe(drawn));

  it('gives back both texts, with as few words changed as can be', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const runs = diffWords(a, b);
        const take = (...kinds: readonly string[]) => runs.filter(({ kind }) => kinds.includes(kind)).flatMap(({ words: of }) => of);
        expect(take('same', 'gone')).toEqual(a);
        expect(take('same', 'new')).toEqual(b);
        expect(take('same').length).toBe(longestCommon(a, b));
      }),
    );
  });

  it('takes texts with nothing in common as other text', () => {
    const [a, b] = ['a', 'b'].map((word) => Array.from({ length: 4000 }, (_, i) => `${word}${i}`)) as [string[], string[]];
    expect(diffWords(a, b).map(({ kind, words: of }) => [kind, of.length])).toEqual([
      ['gone', 4000],
      ['new', 4000],
    ]);
  });
});

/** Length of the longest common subsequence, by the whole table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [j, other] of b.entries()) next.push(word === other ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row.at(-1)!;
}
