/* Reference ids: YY + STATION + serial without leading zeros, `09MEXICO586`.
 *
 * The list of stations mends spellings; it is no gate: an id of a station that is not on it is an id. 203 of the 251,287 ids
 * do not fit the grammar and are kept as they are (odd-ids.generated.ts).
 */

import { isStation } from '../vocabulary/stations.ts';
import { STATION_ALIASES } from '../vocabulary/tables/station-aliases.generated.ts';
import { ODD_IDS } from './odd-ids.generated.ts';

export interface ReferenceId {
  /** `09MEXICO586`; odd ids as found. */
  readonly id: string;
  /** Four digits. */
  readonly year: number;
  /** Code as in ids, `PORTAUPRINCE`; of an odd id the station it garbles, where known. */
  readonly station: string;
  readonly serial: number | null;
  /** `garbled`: one of the odd ids; `respelt`: another spelling of the station was written; `unknown-station`: not on the list. */
  readonly quirk: 'garbled' | 'respelt' | 'unknown-station' | null;
}

const YEAR_FIRST = /^\(?(?:(19[6-9]\d|20[01]\d)|(\d\d))\)?([A-Z][A-Z]*(?:0[A-Z]+)?|0[A-Z]+)0*([1-9]\d{0,6})$/;
const STATION_FIRST = /^([A-Z]+(?:0[A-Z]+)?|0[A-Z]+)(?:\((?:19|20)?(\d\d)\))?0*([1-9]\d{0,6})$/;
/** Words and numbers that look like an id: dates and the words of references. */
const NO_STATION = new Set(
  (
    'JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER ' +
    'Z REF REFS REFTEL REFTELS PARA PARAS PARAGRAPH PAGE PAGES SECTION SEC FAX TEL EMAIL DATED DTD NO NR NUMBER ANNEX RESOLUTION UNSCR UNSC ' +
    'EO HR OF AND TO THE IIR TD MSG ARTICLE CHAPTER'
  ).split(' '),
);
const POST_WORDS = /^(?:AMEMBASSY|AMCONSUL|AMEMB|EMBASSY|CONSULATE|USMISSION|USDEL|EFTO)(?=[A-Z]{4})/;

/**
 * Reads an id in any usual spelling: `09MEXICO586`, `09 Mexico 000586`, `2009 MEXICO 586`, `MEXICO (09) 586`, `"09 PORT-AU-PRINCE 12"`,
 * `09MEXICO586_a` and `1975DACCA00292_b` (PlusD), `SECSTATE 12`, also without a year where the year of the context is given.
 * @param contextYear four digits: the year of the cable that cites it.
 */
export function parseReferenceId(text: string, contextYear?: number | null): ReferenceId | null {
  if (text.length > 80) return null;
  const compact = /^[A-Z\d]*$/.test(text) ? text : compactId(text);
  if (Object.hasOwn(ODD_IDS, compact)) return readOddId(compact);
  const first = YEAR_FIRST.exec(compact);
  if (first) return compose(first[1] ? Number(first[1]) : fullYear(first[2]!), first[3]!, first[4]!);
  const [, station, year, serial] = STATION_FIRST.exec(compact) ?? [];
  if (station === undefined || serial === undefined) return null;
  return compose(year ? fullYear(year) : (contextYear ?? null), station, serial);
}

function compactId(text: string): string {
  return text
    .toUpperCase()
    .replace(/_[A-Z]$/, '')
    .replaceAll(/\(NOTAL\)|[\s"'‘’“”`´.,;:#\\/_\-–—\u00a0\u200b]/g, '');
}

/** The one spelling of an id, or null where the text is no id. */
export function canonicalId(text: string, contextYear?: number | null): string | null {
  return parseReferenceId(text, contextYear)?.id ?? null;
}

/** Four digits of a canonical or odd id; null where it begins with no year. */
export function yearOfId(id: string): number | null {
  return /^\d\d/.test(id) ? fullYear(id.slice(0, 2)) : null;
}

/** `66`..`99` are 19xx, `00`..`10` are 20xx; others no year of a cable. */
export function fullYear(twoDigits: string): number | null {
  const year = Number(twoDigits);
  if (year >= 66) return 1900 + year;
  return year <= 10 ? 2000 + year : null;
}

/** What ids begin with, newest first: `10` to `00`, `99` to `66`. */
export const ID_YEARS: readonly string[] = [...Array(100).keys()]
  .map((year) => String(year).padStart(2, '0'))
  .filter((year) => fullYear(year) !== null)
  .sort((a, b) => fullYear(b)! - fullYear(a)!);

/** The code in ids for a station as written: `PORT-AU-PRINCE`, `SECSTATE`, `AMEMBASSY MEXICO`; unknown names compacted. */
export function stationCode(written: string): string {
  const compact = written.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  if (isStation(compact)) return compact;
  const alias = Object.hasOwn(STATION_ALIASES, compact) ? STATION_ALIASES[compact] : undefined;
  if (alias !== undefined) return alias;
  const bare = compact.replace(POST_WORDS, '');
  if (bare !== compact) {
    const code = stationCode(bare);
    if (isStation(code)) return code;
  }
  return compact;
}

/** The station that the last words name: `E F T O LONDON` -> `LONDON`, `USLO TRIPOLI` -> `TRIPOLI`; the longest run of words that is one. */
export function stationInWords(words: string): string | null {
  const parts = words.trim().split(/\s+/);
  for (let from = 0; from < parts.length; from += 1) {
    const code = stationCode(parts.slice(from).join(''));
    if (isStation(code)) return code;
  }
  return null;
}

const SAME_POST: readonly (readonly string[])[] = [
  ['TAIPEI', 'AITTAIPEI'],
  ['KIEV', 'KYIV'],
  ['CALCUTTA', 'KOLKATA'],
  ['MADRAS', 'CHENNAI'],
  ['RPODUBAI', 'IRANRPODUBAI'],
  ['PARISFR', 'UNESCOPARISFR', 'UNESCOPARIS'],
  ['LENINGRAD', 'STPETERSBURG'],
  ['DAMASCCUS', 'DAMASCUS'],
  ['WASHDC', 'STATE'],
];

let garblings: Map<string, string[]> | null = null;

/** Other ids under which the same cable, a section of it or its re-send may stand: garbled ids and posts with two codes. */
export function twinIds(id: string): readonly string[] {
  garblings ??= Map.groupBy(
    Object.entries(ODD_IDS).filter(([odd, meant]) => meant !== null && meant !== odd),
    ([, meant]) => meant!,
  )
    .entries()
    .reduce(
      (map, [meant, rows]) =>
        map.set(
          meant,
          rows.map(([odd]) => odd),
        ),
      new Map<string, string[]>(),
    );
  const meant = ODD_IDS[id];
  const twins = [...(meant && meant !== id ? [meant] : []), ...(garblings.get(id) ?? [])];
  const parts = /^(\d\d)([A-Z]+)(\d+)$/.exec(id);
  for (const codes of SAME_POST) {
    if (parts && codes.includes(parts[2]!))
      twins.push(...codes.filter((code) => code !== parts[2]).map((code) => parts[1] + code + parts[3]));
  }
  return twins;
}

/** The id an odd one garbles, `06MINSI225` -> `06MINSK225`; every other id is itself. Null where it cannot be told. */
export function meantId(id: string): string | null {
  return Object.hasOwn(ODD_IDS, id) ? (ODD_IDS[id] ?? null) : id;
}

function readOddId(odd: string): ReferenceId {
  const meant = ODD_IDS[odd];
  const [, year, station, serial] = /^(\d\d)([A-Z]+)(\d+)$/.exec(meant ?? odd) ?? [];
  return {
    id: odd,
    year: fullYear(year ?? odd.slice(0, 2)) ?? 2009,
    station: station ?? odd.replaceAll(/\d/g, ''),
    serial: serial === undefined ? null : Number(serial),
    quirk: 'garbled',
  };
}

function compose(year: number | null, written: string, serial: string): ReferenceId | null {
  if (year === null || NO_STATION.has(written)) return null;
  const station = stationCode(written);
  if (station.length < 3 || station.length > 24 || /\d/.test(station)) return null;
  const number = Number(serial);
  return {
    id: `${String(year).slice(2)}${station}${number}`,
    year,
    station,
    serial: number,
    quirk: station !== written ? 'respelt' : isStation(station) ? null : 'unknown-station',
  };
}
