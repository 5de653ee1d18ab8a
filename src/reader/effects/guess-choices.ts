/* Cables for what is no id here: of stations that are written nearly so, with the number first, or without a station. */
import { fullYear, ID_YEARS } from '../../../store/cable/ids/reference-id.ts';
import { allStations } from '../../../store/cable/vocabulary/stations.ts';
import type { Corpus, FacetValue } from '../../../store/corpus/corpus.ts';
import { foldWords } from '../../../store/query/fold-words.ts';
import { type NearId, readNearId } from '../../../store/query/near-id.ts';
import { groupDigits } from '../../text/group-digits.ts';
import type { Choice } from '../state.ts';
import { cableChoice } from './cable-choice.ts';

/** What was not written is called so. */
const GUESS = 'a guess: ';

/** Cables that the text may mean, newest first; behind them the origins whose names are near. */
export async function guessChoices(typed: string, corpus: Corpus, origins: readonly FacetValue[]): Promise<Choice[]> {
  const originOf = stationsHere(origins);
  const near = readNearId(typed, [...originOf.keys()]);
  if (near === null) return [];
  const lead = near.written === 'guessed' ? GUESS : '';
  const cables = (await findCables(near, corpus)).map((row) => cableChoice(row, typed, lead));
  return near.written === 'none' ? cables : [...cables, ...near.stations.map((station) => originChoice(originOf.get(station)!, near))];
}

/** What ids write for an origin -> the origin. One that no list knows has its last words written as one. */
function stationsHere(origins: readonly FacetValue[]): Map<string, FacetValue> {
  const known = Map.groupBy(allStations(), ({ origin }) => origin);
  return new Map(
    origins.flatMap((origin) => {
      const codes = known.get(origin.value)?.map(({ code }) => code) ?? [foldWords(origin.value).slice(1).join('').toUpperCase()];
      return codes.map((code) => [code, origin] as const);
    }),
  );
}

async function findCables({ year, stations, serial }: NearId, corpus: Corpus) {
  if (serial === null) return [];
  const years = year === null ? ID_YEARS : [year];
  const rows = await corpus.rows(stations.flatMap((station) => years.map((of) => `${of}${station}${serial}`)));
  return rows.toSorted((a, b) => ((a.created ?? '') < (b.created ?? '') ? 1 : -1));
}

function originChoice({ value, count }: FacetValue, { year, written }: NearId): Choice {
  const from = `from:"${value}"`;
  const lead = written === 'guessed' ? GUESS : '';
  const of = year === null ? null : fullYear(year);
  return {
    name: value,
    detail: `${lead}${of === null ? `origin, ${groupDigits(count)}` : `origin, in ${of}`}`,
    key: '',
    target: of === null ? { to: 'list', title: value, query: from } : { to: 'list', title: `${value} ${of}`, query: `${from} date:${of}` },
    disabled: null,
  };
}
