import type { Cells, Edition, Problem } from '../cable.ts';
import { dtgInstant } from '../header/date-time-group.ts';
import { readCellTime } from './cell-time.ts';
import { findStatedTime } from './stated-time.ts';

/** Editions whose minutes, of Created and of Released, are the hour on a clock of twelve (strftime %I for %M). */
export const hasMinuteBug = (edition: Edition): boolean => edition !== 'final' && edition !== 'csv' && edition !== 'saved';

/**
 * When the cable was created, UTC, `2009-02-27T23:36Z`. Minutes that an early edition lost are taken from the date-time group, else from a
 * time that the text itself states; where neither knows them they are `00` and that is a problem.
 * @param dtg `272336Z FEB 09`, of the header.
 */
export function readCreated(
  cells: Cells,
  edition: Edition,
  dtg: string | null,
  body = '',
): { readonly created: string | null; readonly problem?: Problem } {
  const cell = cells.created === null ? null : readCellTime(cells.created);
  if (cell !== null && (!hasMinuteBug(edition) || !isHourOfTwelve(cell))) return { created: cell };
  const sent = dtg === null ? null : dtgInstant(dtg);
  if (cell === null) return sent === null ? { created: null, problem: NO_DATE } : { created: sent };
  for (const other of [sent, findStatedTime(body)]) {
    if (other?.slice(0, 13) === cell.slice(0, 13)) return { created: other };
  }
  return {
    created: `${cell.slice(0, 13)}:00Z`,
    problem: {
      code: 'minutes-unknown',
      message: `created ${cells.created}: this edition lost the minutes, and nothing in the text tells them`,
    },
  };
}

/** Where the cells alone tell it: neither header nor body is looked at. Else null. */
export function createdFromCells(cells: Cells, edition: Edition): string | null {
  const cell = cells.created === null ? null : readCellTime(cells.created);
  return cell !== null && (!hasMinuteBug(edition) || !isHourOfTwelve(cell)) ? cell : null;
}

const NO_DATE: Problem = { code: 'no-date', message: 'neither a cell nor a date-time group tells when it was created' };

/** Minutes that are only the hour on a clock of twelve: 23:11, 12:12, 00:12. */
function isHourOfTwelve(time: string): boolean {
  return Number(time.slice(14, 16)) === Number(time.slice(11, 13)) % 12 || /T(?:00|12):12/.test(time);
}
