import { describe, expect, it } from 'vitest';
import { Screen } from '../../src/reader/terminal/bytes-out/screen.ts';

const WORDS = 'the river commission met again and adjourned before anybody had read the gauges at the upper dam'.split(' ');
const sentence = (n: number, columns: number) => {
  let text = '';
  for (let i = n * 7; text.length < columns - 12; i += 1) text += `${WORDS[(i * i + n) % WORDS.length]} `;
  return text.trimEnd();
};

/** A list with a mark in the gutter, as the reader draws it. */
const list = (columns: number, rows: number, top: number, cursor: number) => [
  ` border · all cables                    ${cursor + 1}/311`,
  ...Array.from(
    { length: rows - 3 },
    (_, y) =>
      `${top + y === cursor ? '\x1b[36m▌\x1b[0m' : ' '}● 10ARCADIA${100 + top + y}  2010-02-${10 + ((top + y) % 20)} C  ${sentence(top + y, columns - 34)}`,
  ),
  '',
  ' enter open  / narrow  t tag  v keep  x skip',
];

/** The same with a line of text below each row. */
const listWithExcerpts = (columns: number, rows: number, top: number, cursor: number) => {
  const all = list(columns, rows, top, cursor);
  const items = all.slice(1, 1 + Math.floor((rows - 3) / 2));
  const lines = items.flatMap((row, y) => [
    row,
    `   \x1b[2m…${sentence(3 * (top + y), columns - 14)} \x1b[0m\x1b[7mgauge\x1b[0m\x1b[2m…\x1b[0m`,
  ]);
  return [all[0]!, ...lines, ...Array.from({ length: rows - 3 - lines.length }, () => ''), ...all.slice(-2)];
};

/** A cable, of which a window is shown. */
const text = (columns: number, rows: number, top: number) => [
  ' 09ARCADIA812  C/NF  DROUGHT: THE VIEW FROM THE DELTA',
  ...Array.from({ length: rows - 2 }, (_, y) => ((top + y) % 6 === 5 ? '' : `  ${sentence(top + y, Math.min(columns, 84))}`)),
  ` ¶2 of 14 · ${Math.min(99, top)}%`,
];

function bytesFor(columns: number, rows: number, before: string[], after: string[]): number {
  const screen = new Screen({ columns, rows });
  screen.show(text(columns, rows, 900));
  screen.show(before);
  // The margins are set by the first scroll and stay: count the second of its kind.
  screen.show(after);
  screen.show(before);
  return Buffer.byteLength(screen.show(after));
}

/** Letters of the one new line, the status line's change, and how to get there. */
describe('bytes a key', () => {
  it.each([
    ['reading, a line down', 80, 24, (c: number, r: number) => [text(c, r, 10), text(c, r, 11)], 100],
    ['reading, a line up', 80, 24, (c: number, r: number) => [text(c, r, 11), text(c, r, 10)], 105],
    ['reading, a line down', 200, 50, (c: number, r: number) => [text(c, r, 10), text(c, r, 11)], 110],
    ['a list, the mark moves', 80, 24, (c: number, r: number) => [list(c, r, 0, 3), list(c, r, 0, 4)], 40],
    ['a list, the mark moves', 200, 50, (c: number, r: number) => [list(c, r, 0, 3), list(c, r, 0, 4)], 40],
    ['a list scrolls', 80, 24, (c: number, r: number) => [list(c, r, 5, 25), list(c, r, 6, 26)], 140],
    ['a list scrolls', 200, 50, (c: number, r: number) => [list(c, r, 5, 51), list(c, r, 6, 52)], 260],
    ['a list with excerpts scrolls', 80, 24, (c: number, r: number) => [listWithExcerpts(c, r, 5, 14), listWithExcerpts(c, r, 6, 15)], 230],
    [
      'a list with excerpts scrolls',
      200,
      50,
      (c: number, r: number) => [listWithExcerpts(c, r, 5, 27), listWithExcerpts(c, r, 6, 28)],
      470,
    ],
  ])('%s at %ix%i', (_name, columns, rows, frames, budget) => {
    const [before = [], after = []] = frames(columns, rows);
    const bytes = bytesFor(columns, rows, before, after);
    expect(bytes).toBeGreaterThan(10);
    expect(bytes).toBeLessThanOrEqual(budget);
  });

  it('a page of text costs no more than its letters and a tenth', () => {
    const [before, after] = [text(80, 24, 0), text(80, 24, 100)];
    expect(bytesFor(80, 24, before, after)).toBeLessThanOrEqual(1.1 * after.join('').length);
  });

  it('the same frame costs nothing', () => {
    const screen = new Screen({ columns: 80, rows: 24 });
    screen.show(list(80, 24, 0, 0));
    expect(screen.show(list(80, 24, 0, 0))).toBe('');
  });

  it('holds frames back only where the terminal can, and only long ones', () => {
    const long = text(80, 24, 50);
    const show = (synchronized: boolean, lines: string[]) => new Screen({ columns: 80, rows: 24, synchronized }).show(lines);
    expect(show(true, long)).toMatch(/^\x1b\[\?2026h.*\x1b\[\?2026l$/s);
    expect(show(true, ['short'])).not.toContain('2026');
    expect(show(false, long)).not.toContain('2026');
  });

  it('scrolls without SU where the terminal has none', () => {
    const screen = new Screen({ columns: 80, rows: 24, pan: false });
    screen.show(text(80, 24, 0));
    expect(screen.show(text(80, 24, 5))).not.toMatch(/\x1b\[\d*[ST]/);
  });
});
