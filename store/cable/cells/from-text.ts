/* What the cells say, derived from header and body alone. */

import { dtgInstant, findDtg } from '../header/date-time-group.ts';
import { parseReferenceId } from '../ids/reference-id.ts';
import { originOf } from '../vocabulary/stations.ts';

/** When it was created: the date-time group of the header; null where the text holds none. */
export function createdFromText(headerText: string, body: string): string | null {
  const dtg = findDtg(headerText) ?? findDtg(body.slice(0, 2000));
  return dtg === null ? null : dtgInstant(dtg);
}

/** The reference id: year of the date-time group, station and serial of the first line. */
export function idFromText(headerText: string, body: string): string | null {
  const created = createdFromText(headerText, body);
  const [, station, serial] = /^.*?(?:SECTION \d+ OF \d+ +|L +|T +|UNCLAS +)([A-Z][A-Z ]+?) 0*(\d+)\s*$/m.exec(body) ?? [];
  if (created === null || station === undefined) return null;
  return parseReferenceId(`${station} ${serial}`, Number(created.slice(0, 4)))?.id ?? null;
}

export function originFromText(headerText: string, body: string): string | null {
  const id = idFromText(headerText, body);
  const station = id && parseReferenceId(id)?.station;
  return station ? originOf(station) : null;
}
