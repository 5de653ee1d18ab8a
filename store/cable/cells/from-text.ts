/* What the cells say, derived from header and body alone.
 *
 * Three lines tell the id, and any of them may be missing or wrong: the first line of the body (station and serial), FM (station) and DE
 * (serial modulo 10,000). Year and moment come from the date-time group alone.
 */
import type { Classification, Header } from '../cable.ts';
import { dtgInstant, findDtg } from '../header/date-time-group.ts';
import { readHeader } from '../header/read-header.ts';
import { ODD_IDS } from '../ids/odd-ids.generated.ts';
import { stationCode, stationInWords } from '../ids/reference-id.ts';
import { findStation, stationOfRoute } from '../vocabulary/stations.ts';
import { readClassification } from './classification.ts';
import { type FirstLine, findFirstLine } from './first-line.ts';
import { originOfSender, stationOfSender } from './sender.ts';

/** When it was created: the date-time group of the header, or of a header kept at the head of the body; null where the text holds none. */
export function createdFromText(headerText: string, body: string): string | null {
  const dtg = dtgFromText(headerText, body);
  return dtg === null ? null : dtgInstant(dtg);
}

/** `272336Z FEB 09`, or null where neither header nor head of the body holds one. */
export function dtgFromText(headerText: string, body: string): string | null {
  return findDtg(headerText) ?? headOfBody(body)?.dtg ?? null;
}

/** Canonical (or known odd) id, or null: a text without a date-time group does not tell its year. */
export function idFromText(headerText: string, body: string): string | null {
  const created = createdFromText(headerText, body);
  if (created === null) return null;
  const year = created.slice(2, 4);
  const first = findFirstLine(body);
  const odd = first?.between && oddIdOf(year, first);
  if (odd) return odd;
  const { station, serial } = readStationAndSerial(headerText, body, first);
  return station === null || serial === null ? null : `${year}${station}${serial}`;
}

/** The display name of the origin, `Embassy Mexico`: from FM, else from the station of the first line. */
export function originFromText(headerText: string, body: string): string | null {
  const header = headerOf(headerText, body);
  const origin = header?.from ? originOfSender(header.from) : null;
  if (origin) return origin;
  const { station } = readStationAndSerial(headerText, body, findFirstLine(body));
  return station === null ? null : (findStation(station)?.origin ?? null);
}

/** The level by the security prosign, else by the first line; the rest by the captions under the first line. */
export function classificationFromText(headerText: string, body: string): Classification | null {
  const first = findFirstLine(body);
  const prosign = /^ZN[RY]\s+([UECS])/.exec(headerOf(headerText, body)?.prosign ?? '')?.[1];
  const level = prosign === undefined ? (first ?? findFirstLine(headerText))?.level : LEVELS[prosign];
  if (level === undefined) return null;
  return readClassification(`${level}\n${first ? captionLines(body, first.end) : ''}`);
}

const LEVELS: Readonly<Record<string, FirstLine['level']>> = { U: 'UNCLASSIFIED', E: 'UNCLASSIFIED', C: 'CONFIDENTIAL', S: 'SECRET' };

/** What stands between the first line and the E.O., TAGS or SUBJECT line. */
function captionLines(body: string, from: number): string {
  const text = body.slice(from, from + 1500);
  return text.slice(0, /\bE\. ?O\.|\bEO 1|\n\s*(?:TAGS|SUBJ|REF)/i.exec(text)?.index ?? 300);
}

function readStationAndSerial(
  headerText: string,
  body: string,
  first: FirstLine | null,
): { station: string | null; serial: number | null } {
  const header = headerOf(headerText, body);
  const de = /^(R[A-Z]+)\s*#?\s*(\d{1,4})/.exec(header?.de ?? '');
  const sent = de ? Number(de[2]) : null;
  const sender = (header?.from ? stationOfSender(header.from) : null) ?? (de ? (stationOfRoute(de[1]!)?.code ?? null) : null);
  const line = first?.serial != null ? first : findFirstLine(headerText);
  const written = line?.station ? stationAsWritten(line.station) : null;
  const serial = line?.serial ?? null;
  if (serial !== null && written !== null && (sent === null || serial % 10_000 === sent)) return { station: written, serial };
  // They disagree. Serials of five digits and more are only in the first line; of others the header's is the cable's own: a text may
  // stand under another cable's header, be a re-send under a new number, or have lost a digit.
  if (sent === null || (serial !== null && serial >= 10_000)) return { station: written ?? sender, serial };
  return { station: sender ?? written, serial: sent };
}

const NOT_PLACES = /^(?:(?:E F T O|EFTO|NOFORN|SENSITIVE|SIPDIS|FOR OFFICIAL USE ONLY)\s+)+/i;

/** `E F T O LONDON` -> `LONDON`; an unknown post by all of its words. */
const stationAsWritten = (words: string): string => stationInWords(words) ?? stationCode(words.replace(NOT_PLACES, ''));

/* The site made its ids from the words between classification and serial; where a word too many or too few stood there, the id is odd, and
 * its table tells.
 */
function oddIdOf(year: string, first: FirstLine): string | null {
  const odd = `${year}${first.between!.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}${first.serial}`;
  return Object.hasOwn(ODD_IDS, odd) ? odd : null;
}

function headerOf(headerText: string, body: string): Header | null {
  const { header } = readHeader(headerText);
  return header.from !== null || header.de !== null ? header : (headOfBody(body) ?? header);
}

/** Where a row of the database was kept before the text, the header is in it. */
function headOfBody(body: string): Header | null {
  if (!/(?:VZCZC|[ZOPR] \d{6}Z |\n\d{6}Z [A-Z][A-Za-z]{2} \d\d)/.test(body.slice(0, 400))) return null;
  const { header } = readHeader(body.slice(0, 2500).replaceAll('\t', '\n'));
  return header.dtg === null ? null : header;
}
