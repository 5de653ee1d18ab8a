import type { FacetValue } from '../../../store/corpus/corpus.ts';
import type { Glyphs } from '../../text/glyphs.ts';

/** Counts by year as a row of bars, one for a year or for a few: `▁▁▂▅█▂`. A year with few cables is still seen; one without is blank. */
export function drawBars(
  years: readonly FacetValue[],
  [first, last]: readonly [number, number],
  columns: number,
  { bars }: Glyphs,
): string {
  if (years.length === 0) return '';
  const each = Math.ceil((last - first + 1) / columns);
  const sums = new Array<number>(Math.ceil((last - first + 1) / each)).fill(0);
  for (const { value, count } of years) {
    const at = Math.floor((Number(value) - first) / each);
    if (at >= 0 && at < sums.length) sums[at]! += count;
  }
  const most = Math.max(1, ...sums);
  return sums.map((sum) => (sum === 0 ? ' ' : bars[Math.max(0, Math.ceil((sum / most) * bars.length) - 1)]!)).join('');
}
