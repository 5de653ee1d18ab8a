import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLine, lineText, lineWidth, paintSpan } from './fit-line.ts';
import type { Line } from './line.ts';

const lines: fc.Arbitrary<Line> = fc.array(
  fc.record({
    text: fc.array(fc.constantFrom('a', 'bc', ' ', '字', '😀', '\t', 'é'), { maxLength: 8 }).map((parts) => parts.join('')),
    role: fc.constantFrom('plain' as const, 'dim' as const, 'hit' as const, 'accent' as const),
  }),
  { maxLength: 6 },
);

describe('fitLine', () => {
  it.each([
    ['padded', [{ text: 'ab', role: 'dim' }], 4, 'ab  '],
    [
      'cut in its second piece',
      [
        { text: 'abc', role: 'dim' },
        { text: 'defg', role: 'hit' },
      ],
      6,
      'abcde…',
    ],
    [
      'cut at the end of a piece',
      [
        { text: 'abc', role: 'dim' },
        { text: 'defg', role: 'hit' },
      ],
      4,
      'abc…',
    ],
    ['a wide character that does not fit', [{ text: 'a字字' }], 4, 'a字…'],
    ['half a wide character is a blank', [{ text: '字字字' }], 4, '字… '],
    ['tabs', [{ text: 'a\tb' }], 10, 'a       b '],
    ['an empty line', [], 3, '   '],
    ['no room', [{ text: 'abc' }], 0, ''],
  ] satisfies [string, Line, number, string][])('%s', (_name, line, columns, fitted) => {
    expect(lineText(fitLine(line, columns))).toBe(fitted);
  });

  it('is always exactly as wide as asked', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 40 }), (line, columns) => {
        expect(lineWidth(fitLine(line, columns))).toBe(columns);
      }),
    );
  });
});

describe('paintSpan', () => {
  it('changes the role of a part and nothing else', () => {
    expect(paintSpan([{ text: 'abc', role: 'dim' }, { text: 'def' }], 2, 5, 'hit')).toEqual([
      { text: 'ab', role: 'dim' },
      { text: 'c', role: 'hit' },
      { text: 'de', role: 'hit' },
      { text: 'f' },
    ]);
  });
});
