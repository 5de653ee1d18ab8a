import { readCellTime } from './cell-time.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DATELINE = /^\s*(?:[A-Z][a-z]+day), (\d{1,2}) ([A-Z][a-z]+) (\d{4}), (\d{1,2}):(\d{2})/;
const ROW = /(?<!\d)(\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}|\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2})(?!\d)/;

/** The time of creation that newspapers and copies of the database wrote before a text: a dateline, `Cable dated:`, `date: `, a row. UTC. */
export function findStatedTime(body: string): string | null {
  const head = body.slice(0, 200);
  const [, day, month, year, hour, minute] = DATELINE.exec(head) ?? [];
  if (year !== undefined) {
    const number = MONTHS.indexOf(month!) + 1;
    return number === 0 ? null : readCellTime(`${number}/${day}/${year} ${hour}:${minute}`);
  }
  const row = ROW.exec(head)?.[1];
  return row === undefined ? null : readCellTime(row);
}
