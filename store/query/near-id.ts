/* What somebody may have meant who typed no id that is here: a station misspelt or only begun, the number before it, or no station at all.
 *
 *     09 ANKRA 876      09 | ANKARA | 876      one letter is missing
 *     876 ankara         - | ANKARA | 876      the number first
 *     ankara 876 2009   09 | ANKARA | 876      the year last
 *     09 876            09 |  all   | 876      no station
 *     09 ANKRA          09 | ANKARA |  -       no number
 */
import { fullYear, stationCode } from '../cable/ids/reference-id.ts';
import { editDistance } from './nearest-name.ts';

export interface NearId {
  /** Two digits, as ids begin; null: of any year. */
  readonly year: string | null;
  /** As the ids write them, the nearest first. */
  readonly stations: readonly string[];
  /** Whether the stations are the one that was written, all of them where none was, or guessed. */
  readonly written: 'station' | 'none' | 'guessed';
  readonly serial: number | null;
}

const MOST_STATIONS = 4;
/** Letters of a station from which it may be meant. */
const BEGINNING = 3;

/**
 * Null where the text cannot be meant for an id, or no station is near.
 * @param stations codes as ids write them, `ANKARA`; of those that are equally near the first ones are taken
 */
export function readNearId(text: string, stations: readonly string[]): NearId | null {
  const pieces = text.toUpperCase().match(/[A-Z]+|\d+/g) ?? [];
  const letters = pieces.filter((piece) => /[A-Z]/.test(piece)).join('');
  const numbers = readNumbers(pieces);
  if (numbers === null) return null;
  const { year, serial } = numbers;
  if (letters === '') return year !== null && serial !== null ? { year, stations, written: 'none', serial } : null;
  const code = stationCode(letters);
  if (stations.includes(code)) return { year, stations: [code], written: 'station', serial };
  const near = nearStations(letters, stations);
  return near.length === 0 ? null : { year, stations: near, written: 'guessed', serial };
}

/** A number that can be a year is one where it comes first, or where the other cannot be: `09 876`, `876 2009`, `98ROME`. Null where there are others. */
function readNumbers(pieces: readonly string[]): Pick<NearId, 'year' | 'serial'> | null {
  const numbers = pieces.filter((piece) => /\d/.test(piece));
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2 || numbers.some((number) => number.length > 7)) return null;
  const year = yearOf(first);
  if (second !== undefined) {
    if (year !== null) return { year, serial: Number(second) };
    const last = yearOf(second);
    return last === null ? null : { year: last, serial: Number(first) };
  }
  return year !== null && pieces[0] === first ? { year, serial: null } : { year: null, serial: Number(first) };
}

/** `09` of `09` and `2009`. */
function yearOf(digits: string): string | null {
  if (!/^(?:19|20)?\d\d$/.test(digits)) return null;
  const year = digits.slice(-2);
  const full = fullYear(year);
  return full === null || (digits.length === 4 && full !== Number(digits)) ? null : year;
}

/** As many letters may be wrong as in a word of a filter. */
const mayBeWrong = (letters: string): number => (letters.length < 4 ? 0 : letters.length < 7 ? 1 : 2);

function nearStations(letters: string, stations: readonly string[]): string[] {
  const most = mayBeWrong(letters);
  return stations
    .map((station) => ({ station, distance: distanceTo(station, letters, most) }))
    .filter(({ distance }) => distance <= Math.max(most, 1))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_STATIONS)
    .map(({ station }) => station);
}

/** A station that begins so is as near as one with a wrong letter. */
function distanceTo(station: string, letters: string, most: number): number {
  if (letters.length >= BEGINNING && station.startsWith(letters)) return 1;
  return most === 0 || Math.abs(station.length - letters.length) > most ? Number.POSITIVE_INFINITY : editDistance(letters, station);
}
