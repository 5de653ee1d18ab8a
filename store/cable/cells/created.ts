import type { Cells, Edition, Problem } from '../cable.ts';
import { dtgInstant } from '../header/date-time-group.ts';

/** Editions whose minutes, of Created and of Released, are the hour on a clock of twelve (strftime %I for %M). */
export const hasMinuteBug = (edition: Edition): boolean => edition !== 'final' && edition !== 'csv' && edition !== 'saved';

/**
 * When the cable was created, UTC, `2009-02-27T23:36Z`. Minutes of early editions are repaired from the date-time group.
 * @param dtg `272336Z FEB 09`, of the header.
 */
export function readCreated(
  cells: Cells,
  edition: Edition,
  dtg: string | null,
): { readonly created: string | null; readonly problem?: Problem } {
  const sent = dtg === null ? null : dtgInstant(dtg);
  const cell = cells.created === null ? null : readCellTime(cells.created);
  if (cell === null) return sent === null ? { created: null, problem: NO_DATE } : { created: sent };
  if (!hasMinuteBug(edition)) return { created: cell };
  const minute = Number(cell.slice(14, 16));
  if (minute !== Number(cell.slice(11, 13)) % 12 && !(minute === 12 && Number(cell.slice(11, 13)) % 12 === 0)) return { created: cell };
  if (sent !== null && sent.slice(0, 13) === cell.slice(0, 13)) return { created: sent };
  return {
    created: cell,
    problem: {
      code: 'minutes-unknown',
      message: `created ${cells.created}: this edition lost the minutes, and no date-time group tells them`,
    },
  };
}

const NO_DATE: Problem = { code: 'no-date', message: 'neither a cell nor a date-time group tells when it was created' };

/** `2009-02-11 12:12`, `2/27/2009 23:36` -> `2009-02-11T12:12Z`; null where it is no time. */
export function readCellTime(cell: string): string | null {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})[ T](\d{1,2}):(\d{2})/.exec(cell);
  const american = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})/.exec(cell);
  const [year, month, day, hour, minute] = iso
    ? [iso[1]!, iso[2]!, iso[3]!, iso[4]!, iso[5]!]
    : american
      ? [american[3]!, american[1]!, american[2]!, american[4]!, american[5]!]
      : [];
  if (year === undefined) return null;
  const text = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}T${hour!.padStart(2, '0')}:${minute}Z`;
  const time = Date.parse(text);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 16) !== text.slice(0, 16) ? null : text;
}
