import type { Cells, Edition } from '../cable.ts';
import { readCellTime } from './cell-time.ts';
import { hasMinuteBug } from './created.ts';

/** `2011-08-30T01:44Z`; the date alone where the edition's minutes are wrong; null where the source does not say. */
export function readReleased(cells: Cells, edition: Edition): string | null {
  const time = cells.released === null ? null : readCellTime(cells.released);
  if (time === null) return /^\d{4}-\d\d-\d\d$/.test(cells.released?.trim() ?? '') ? cells.released!.trim() : null;
  return hasMinuteBug(edition) ? time.slice(0, 10) : time;
}
