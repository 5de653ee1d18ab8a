import { madeOnce } from './made-once.ts';
import { ROUTES } from './tables/routes.generated.ts';
import { STATIONS } from './tables/stations.generated.ts';

export interface Station {
  /** Code in reference ids, `PORTAUPRINCE`. */
  readonly code: string;
  /** As the site shows it, `Embassy Port Au Prince`. */
  readonly origin: string;
  /** FM line, `AMEMBASSY PORT AU PRINCE`. */
  readonly from: string | null;
  readonly country: string;
  /** The post's own routing indicator. */
  readonly route: string | null;
  /** How many of the 251,287 cables are its own. */
  readonly cables: number;
}

const stations = madeOnce((): readonly Station[] =>
  STATIONS().map(([code, origin, from, country, route, cables]) => ({ code, origin, from, country, route, cables })),
);
const byCode = madeOnce(() => new Map(stations().map((station) => [station.code, station])));
const byOrigin = madeOnce(() => {
  const found = new Map<string, Station>();
  for (const station of stations()) keepLarger(found, fold(station.origin), station);
  for (const [other, code] of OTHER_NAMES) if (!found.has(fold(other))) found.set(fold(other), byCode().get(code)!);
  return found;
});
const byRoute = madeOnce(() => {
  const found = new Map<string, Station>();
  for (const station of stations()) if (station.route) keepLarger(found, station.route, station);
  return found;
});
/** Names the lists give to posts beside the usual one. */
const OTHER_NAMES = [
  ['Mission Geneva', 'GENEVA'],
  ['Department of State', 'STATE'],
  ['Embassy Bonn', 'BONN'],
  ['Embassy Kiev', 'KIEV'],
  ['Consulate Calcutta', 'CALCUTTA'],
  ['RPO Dubai', 'RPODUBAI'],
] as const;
const routes = madeOnce(() => new Map(ROUTES()));

export const allStations = (): readonly Station[] => stations();

export const isStation = (code: string): boolean => byCode().has(code);

/** By the code in ids. */
export const findStation = (code: string): Station | null => byCode().get(code) ?? null;

/** `Embassy Mexico` -> `MEXICO`; of posts with two codes the one with more cables. Null where it is not on the list. */
export const stationOf = (origin: string): string | null => byOrigin().get(fold(origin))?.code ?? null;

/** `MEXICO` -> `Embassy Mexico`. */
export const originOf = (station: string): string | null => byCode().get(station)?.origin ?? null;

/** `Embassy Mexico` -> `Mexico`; missions to organisations stand under `International organisations`. */
export const countryOf = (origin: string): string | null => byOrigin().get(fold(origin))?.country ?? null;

/** The station whose own routing indicator it is: `RUEHME` -> Mexico. */
export const stationOfRoute = (indicator: string): Station | null => byRoute().get(indicator) ?? null;

/** `RUEHC` -> `SECSTATE WASHDC`. */
export const explainRoute = (indicator: string): string | null => routes().get(indicator) ?? byRoute().get(indicator)?.from ?? null;

function fold(origin: string): string {
  return origin
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
}

function keepLarger(map: Map<string, Station>, key: string, station: Station): void {
  const known = map.get(key);
  if (!known || known.cables < station.cables) map.set(key, station);
}
