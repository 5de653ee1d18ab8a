import { costOfRow, type Row } from './row.ts';

export interface Scroll {
  /** Rows that the content moves: up when positive. */
  readonly shift: number;
  readonly top: number;
  readonly bottom: number;
}

/* Which band of the screen moved, found from the frames alone.
 *
 *     before   next        each row of `next` votes for the distance to where the same text stood before;
 *     title    title       the two distances with most votes are tried, over the band of rows that voted,
 *     a        b  +1       the band as far as anything changed, and the margins that are set already (they cost nothing);
 *     b        c  +1       the cheapest in bytes is taken, if it beats repainting.
 *     c        d
 *     status   status'
 *
 * Linear in the cells of the rows that changed. The gutter does not count, so a cursor mark that stays does not hide a row that moved.
 */
const COST_OF_MARGINS = 10;
const COST_OF_SCROLL = 6;

export function findScroll(before: readonly Row[], next: readonly Row[], margins: readonly [number, number], blank: Row): Scroll | null {
  let first = 0;
  let last = next.length - 1;
  while (first <= last && next[first] === before[first]) first += 1;
  while (last > first && next[last] === before[last]) last -= 1;
  if (last - first < 2) return null;

  let best: Scroll | null = null;
  let bestSaving = 0;
  for (const shift of popularShifts(before, next, first, last)) {
    const band = bandOf(before, next, shift, first, last);
    if (band === null) continue;
    const bands: (readonly [number, number])[] = [band, [first, last], [band[0], last], [first, band[1]], margins];
    for (const [top, bottom] of bands) {
      if (top > band[0] || bottom < band[1]) continue;
      const set = margins[0] === top && margins[1] === bottom;
      const saving = savingOf(before, next, shift, top, bottom, blank) - COST_OF_SCROLL - (set ? 0 : COST_OF_MARGINS);
      if (saving > bestSaving) {
        best = { shift, top, bottom };
        bestSaving = saving;
      }
    }
  }
  return best;
}

function popularShifts(before: readonly Row[], next: readonly Row[], first: number, last: number): number[] {
  const places = new Map<string, number>();
  for (let y = first; y <= last; y += 1) {
    const { trace } = before[y] as Row;
    if (trace !== '') places.set(trace, places.has(trace) ? -1 : y);
  }
  const votes = new Map<number, number>();
  for (let y = first; y <= last; y += 1) {
    const place = places.get((next[y] as Row).trace) ?? -1;
    if (place >= 0 && place !== y) votes.set(place - y, (votes.get(place - y) ?? 0) + 1);
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([shift]) => shift);
}

/** First and last row that a shift would touch: where the moved rows stood and where they stand. */
function bandOf(
  before: readonly Row[],
  next: readonly Row[],
  shift: number,
  first: number,
  last: number,
): readonly [number, number] | null {
  let top = -1;
  let bottom = -1;
  for (let y = first; y <= last; y += 1) {
    const from = y + shift;
    if (from < first || from > last) continue;
    const { trace } = next[y] as Row;
    if (trace === '' || (before[from] as Row).trace !== trace) continue;
    if (top < 0) top = Math.min(y, from);
    bottom = Math.max(bottom, y, from);
  }
  return top < 0 ? null : [top, bottom];
}

function savingOf(before: readonly Row[], next: readonly Row[], shift: number, top: number, bottom: number, blank: Row): number {
  let saving = 0;
  for (let y = top; y <= bottom; y += 1) {
    const from = y + shift;
    const shifted = from >= top && from <= bottom ? (before[from] as Row) : blank;
    saving += costOfRow(before[y] as Row, next[y] as Row) - costOfRow(shifted, next[y] as Row);
  }
  return saving;
}

/** What is on the screen after the scroll. */
export function shiftRows(rows: readonly Row[], { shift, top, bottom }: Scroll, blank: Row): Row[] {
  return rows.map((row, y) => {
    if (y < top || y > bottom) return row;
    const from = y + shift;
    return from >= top && from <= bottom ? (rows[from] as Row) : blank;
  });
}
