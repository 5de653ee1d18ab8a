import { describe, expect, it } from 'vitest';
import { drawBars, drawTimeline, drawValue, layoutValues } from './draw-bars.ts';
import { lineText, lineWidth } from './fit-line.ts';
import { glyphs } from './glyphs.ts';

const drawn = glyphs('drawn');
const letters = glyphs('letters');
const of = (counts: Readonly<Record<string, number>>) => Object.entries(counts).map(([value, count]) => ({ value, meaning: null, count }));

describe('bars in time', () => {
  it.each([
    ['by year', { '2003-02': 1, '2004-05': 1, '2005-01': 4, '2007-12': 8 }, '2003 ▁▁▄ █ 2007'],
    ['by month where it is three years or less', { '2009-02': 2, '2009-03': 1, '2009-05': 4 }, '2009-02 ▄▂ █ 2009-05'],
    ['one month has no bars', { '2009-02': 2 }, '2009-02'],
    ['nothing', {}, ''],
  ])('%s', (_name, counts, text) => {
    expect(lineText(drawTimeline(of(counts), 40, drawn))).toBe(text);
  });

  it('joins years where there are more than columns, and never gets wider', () => {
    const counts = of(Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`${1966 + i}-01`, 1])));
    for (const columns of [20, 26, 60]) expect(lineWidth(drawTimeline(counts, columns, drawn))).toBeLessThanOrEqual(columns);
  });

  it('has letters for terminals without the signs', () => {
    expect(lineText(drawTimeline(of({ '2003-02': 1, '2007-12': 8 }), 40, letters))).toMatch(/^2003 [!-~] {3}# 2007$/);
    expect(drawBars(of({ '2003': 1, '2004': 9 }), [2003, 2004], 8, letters)).toMatch(/^[!-~]#$/);
  });
});

describe('a value with its bar', () => {
  const values = [
    { value: 'SENV', meaning: 'Environmental Affairs', count: 1200 },
    { value: 'QC', meaning: null, count: 1 },
  ];

  it('is as long as its number, at least one', () => {
    const layout = layoutValues(values, 80);
    expect(lineText(drawValue(values[0]!, 1200, layout, drawn))).toBe('SENV        1,200  ████████████████████  Environmental Affairs');
    expect(lineText(drawValue(values[1]!, 1200, layout, letters))).toBe('QC              1  #');
  });

  it('leaves the bar out of narrow terminals, and fits wide names', () => {
    const wide = [{ value: 'US Mission to the United Nations Organisations in Vienna', meaning: null, count: 3 }];
    for (const columns of [24, 40, 80, 200])
      expect(lineWidth(drawValue(wide[0]!, 3, layoutValues(wide, columns), drawn))).toBeLessThanOrEqual(columns);
    expect(lineText(drawValue(values[0]!, 1200, layoutValues(values, 40), drawn))).not.toContain('█');
  });
});
