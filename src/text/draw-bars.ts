import type { FacetValue } from '../../store/corpus/corpus.ts';
import type { Glyphs } from './glyphs.ts';
import { groupDigits } from './group-digits.ts';
import type { Line } from './line.ts';
import { makeVisible } from './visible.ts';
import { cutToWidth, padToWidth, width } from './width.ts';

/** Numbers in time, such as years, that a row of bars shows from the first to the last. */
interface Counted {
  readonly at: number;
  readonly count: number;
}

/** Counts by year as a row of bars, one for a year or for a few: `▁▁▂▅█▂`. A year with few cables is still seen; one without is blank. */
export function drawBars(years: readonly FacetValue[], range: readonly [number, number], columns: number, glyphs: Glyphs): string {
  const counted = years.map(({ value, count }) => ({ at: Number(value), count }));
  return barsOf(counted, range, columns, glyphs);
}

function barsOf(counted: readonly Counted[], [first, last]: readonly [number, number], columns: number, { bars }: Glyphs): string {
  if (counted.length === 0) return '';
  const each = Math.ceil((last - first + 1) / columns);
  const sums = new Array<number>(Math.ceil((last - first + 1) / each)).fill(0);
  for (const { at, count } of counted) {
    const bar = Math.floor((at - first) / each);
    if (bar >= 0 && bar < sums.length) sums[bar]! += count;
  }
  const most = Math.max(1, ...sums);
  return sums.map((sum) => (sum === 0 ? ' ' : bars[Math.max(0, Math.ceil((sum / most) * bars.length) - 1)]!)).join('');
}

/** Years shown by month. */
const BY_MONTH = 3;

/** `2003 ▁▂▂▃▅█▆▃ 2010`; by month where it is three years or less: `2009-02 ▂▁ ▃█ 2009-06`. One time alone has no bars. */
export function drawTimeline(months: readonly FacetValue[], columns: number, glyphs: Glyphs): Line {
  const [first, last] = [months[0]?.value, months.at(-1)?.value];
  if (first === undefined || last === undefined) return [];
  const inMonths = yearOf(last) - yearOf(first) < BY_MONTH;
  const placeOf = ({ value }: FacetValue) => (inMonths ? yearOf(value) * 12 + Number(value.slice(5, 7)) : yearOf(value));
  const [from, to] = inMonths ? [first, last] : [first.slice(0, 4), last.slice(0, 4)];
  if (from === to) return [{ text: from, role: 'dim' }];
  const counted = months.map((month) => ({ at: placeOf(month), count: month.count }));
  const range = [counted[0]!.at, counted.at(-1)!.at] as const;
  const room = Math.max(1, columns - from.length - to.length - 2);
  return [{ text: `${from} `, role: 'dim' }, { text: barsOf(counted, range, room, glyphs) }, { text: ` ${to}`, role: 'dim' }];
}

const yearOf = (value: string): number => Number(value.slice(0, 4));

/** Columns of a value's name, its number, its bar, and of what it means. */
export interface ValueColumns {
  readonly name: number;
  readonly number: number;
  readonly bar: number;
  readonly meaning: number;
}

/** Narrowest and widest name, and the widest bar beside a meaning. */
const NAME = { least: 8, most: 35 };
const BAR_BESIDE_MEANING = 20;
const LONGEST_BAR = 60;
const WITH_BARS = 70;

/** How values are laid out in so many columns; in few the numbers stand alone. */
export function layoutValues(values: readonly FacetValue[], columns: number): ValueColumns {
  const number = 9;
  if (columns < WITH_BARS) return { name: Math.max(12, columns - number), number, bar: 0, meaning: 0 };
  const name = Math.min(NAME.most, Math.max(NAME.least, ...values.map(({ value }) => width(makeVisible(value)))));
  const left = columns - name - number - 2;
  const bar = values.some(({ meaning }) => meaning) ? BAR_BESIDE_MEANING : Math.min(LONGEST_BAR, left);
  return { name, number, bar, meaning: Math.max(0, left - bar - 2) };
}

/** `Embassy Arcadia      60  ████████`; a TAG with what it means behind its bar. */
export function drawValue({ value, meaning, count }: FacetValue, most: number, columns: ValueColumns, { bars, ellipsis }: Glyphs): Line {
  const name: Line = [
    { text: padToWidth(cutToWidth(makeVisible(value), columns.name, ellipsis), columns.name) },
    { text: padToWidth(groupDigits(count), columns.number, 'right') },
  ];
  if (columns.bar === 0) return name;
  const bar = bars.at(-1)!.repeat(Math.max(1, Math.round((count / Math.max(1, most)) * columns.bar)));
  if (!meaning || meaning === value) return [...name, { text: `  ${bar}`, role: 'dim' }];
  return [
    ...name,
    { text: `  ${padToWidth(bar, columns.bar)}  `, role: 'dim' },
    { text: cutToWidth(makeVisible(meaning), columns.meaning, ellipsis), role: 'dim' },
  ];
}
