/* The date-time group: `272336Z FEB 09`, day, hour and minute in UTC, month, year. 5 FAH-2 H-320. */

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const GROUP = /\b(\d{2})(\d{2})(\d{2})\s?Z\s*(JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)[A-Z]*\.?\s*(?:19|20)?(\d{2})\b/i;

/** The first date-time group of a text, upper case and evenly spaced, or null. */
export function findDtg(text: string): string | null {
  const [, day, hour, minute, month, year] = GROUP.exec(text) ?? [];
  return month === undefined ? null : `${day}${hour}${minute}Z ${month.slice(0, 3).toUpperCase()} ${year}`;
}

/** `272336Z FEB 09` -> `2009-02-27T23:36Z`; null where it is no moment. Years 66 to 99 are 19xx. */
export function dtgInstant(dtg: string): string | null {
  const [, day, hour, minute, month, yy] = GROUP.exec(dtg) ?? [];
  if (month === undefined) return null;
  const year = Number(yy) >= 66 ? 1900 + Number(yy) : 2000 + Number(yy);
  const index = MONTHS.indexOf(month.slice(0, 3).toUpperCase());
  const moment = new Date(Date.UTC(year, index, Number(day), Number(hour), Number(minute)));
  const real = moment.getUTCMonth() === index && moment.getUTCHours() === Number(hour) && moment.getUTCMinutes() === Number(minute);
  return real ? `${moment.toISOString().slice(0, 16)}Z` : null;
}
