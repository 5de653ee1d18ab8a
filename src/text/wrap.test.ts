import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { width } from './width.ts';
import { placeOnLine, sourceOffset, wrapText } from './wrap.ts';

const RUNS = process.env['CABLES_FULL'] === '1' ? 2000 : 200;
const linesOf = (...given: Parameters<typeof wrapText>) => wrapText(...given).map(({ text, indent }) => ' '.repeat(indent) + text);

describe('wrapText', () => {
  it.each([
    ['one line', 'three dry winters', 20, {}, ['three dry winters']],
    ['breaks at blanks', 'three dry winters', 10, {}, ['three dry', 'winters']],
    ['to the last column', 'three dry winters', 9, {}, ['three dry', 'winters']],
    ['swallows the blanks at a break', 'three    dry', 6, {}, ['three', 'dry']],
    ['keeps blanks inside and in front', '  a   b', 10, {}, ['  a   b']],
    ['cuts a word that is too long', 'abcdefghij kl', 4, {}, ['abcd', 'efgh', 'ij', 'kl']],
    ['keeps line ends', 'a\n\nb', 10, {}, ['a', '', 'b']],
    ['an empty text is an empty line', '', 10, {}, ['']],
    ['a hanging indent', '1. three dry winters', 10, { indent: 3 }, ['1. three', '   dry', '   winters']],
    ['an indent of the first line', 'three dry winters', 10, { firstIndent: 4 }, ['    three', 'dry', 'winters']],
    ['joins lines', 'three\n   dry \nwinters', 20, { joinLines: true }, ['three dry winters']],
    ['wide characters', '字漢字 漢字', 7, {}, ['字漢字', '漢字']],
    ['Chinese without blanks', '字漢字漢字', 5, {}, ['字漢', '字漢', '字']],
    ['a character wider than the room', '字漢', 1, {}, ['字', '漢']],
    ['marks stay on their letters', 'e\u0301e\u0301e\u0301', 2, {}, ['e\u0301e\u0301', 'e\u0301']],
    ['tabs', 'a\tb c', 9, {}, ['a\tb', 'c']],
  ])('%s', (_name, text, columns, options, lines) => {
    expect(linesOf(text, columns, options)).toEqual(lines);
  });

  const texts = fc
    .array(fc.constantFrom('a', 'word', 'longerword', ' ', '  ', '\n', 'é', '字', '😀', 'e\u0301', '.'), { maxLength: 60 })
    .map((parts) => parts.join(''));

  it('every line fits, nothing but blanks is lost, and every offset is true', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 30 }), fc.boolean(), fc.nat(1), (text, columns, joinLines, indent) => {
        const lines = wrapText(text, columns, { joinLines, indent });
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replaceAll(/\s/g, ''),
        ).toBe(text.replaceAll(/\s/g, ''));
        for (const line of lines) {
          expect(line.indent + width(line.text)).toBeLessThanOrEqual(Math.max(columns, line.indent + 2));
          for (let i = 0; i < line.text.length; i += 1) {
            const source = text[sourceOffset(line, i)] as string;
            expect(line.text[i] === ' ' ? /\s/.test(source) : line.text[i] === source).toBe(true);
          }
          if (!joinLines) expect(text.slice(line.start, line.end)).toBe(line.text);
        }
        for (const [i, line] of lines.entries()) expect(line.start).toBeGreaterThanOrEqual(lines[i - 1]?.end ?? 0);
      }),
      { numRuns: RUNS },
    );
  });

  it('places a part of the source on the lines it fell on', () => {
    const text = 'the border scanners\n   were not switched on';
    const lines = wrapText(text, 14, { joinLines: true });
    const start = text.indexOf('scanners');
    const end = text.indexOf(' not');
    const found = lines.map((line) => {
      const place = placeOnLine(line, start, end);
      return place && line.text.slice(place.from, place.to);
    });
    expect(lines.map(({ text: shown }) => shown)).toEqual(['the border', 'scanners were', 'not switched', 'on']);
    expect(found).toEqual([null, 'scanners were', null, null]);
  });

  it('wraps a line of a million characters at once', () => {
    for (const text of ['x'.repeat(1e6), 'word '.repeat(2e5), '字'.repeat(1e6), 'é'.repeat(1e6)]) {
      const start = performance.now();
      wrapText(text, 80, { joinLines: true });
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});
