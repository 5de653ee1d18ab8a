import type { FacetValue } from '../../../store/corpus/corpus.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import type { Line } from '../../text/line.ts';

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
