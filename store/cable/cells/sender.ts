/* The FM line and the site's name for it: `AMEMBASSY SAN JOSE` is `Embassy San Jose`. */
import { stationCode, stationInWords } from '../ids/reference-id.ts';
import { oneLine } from '../one-line.ts';
import { madeOnce } from '../vocabulary/made-once.ts';
import { allStations, findStation, stationOf } from '../vocabulary/stations.ts';

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^AMEMB(?:ASSY)?\s+/, 'Embassy'],
  [/^(?:AMCONSUL|AMCONGEN)\s+/, 'Consulate'],
  [/^REO\s+/, 'REO'],
];
const bySender = madeOnce(() => {
  const found = new Map<string, string>();
  for (const { code, from, cables } of allStations())
    if (from !== null && cables > (findStation(found.get(from) ?? '')?.cables ?? -1)) found.set(from, code);
  return found;
});

/** `AMEMBASSY SAN JOSE` -> `SANJOSE`; of posts with two codes the one with more cables. Null where no station is named. */
export function stationOfSender(from: string): string | null {
  const sender = bare(from);
  const known = bySender().get(sender);
  if (known) return known;
  const place = KINDS.reduce((text, [kind]) => text.replace(kind, ''), sender);
  const code = stationInWords(place) ?? stationCode(place);
  return code.length >= 3 ? code : null;
}

/** `AMEMBASSY SAN JOSE` -> `Embassy San Jose`, also for posts that are on no list; null where the kind of post is unknown. */
export function originOfSender(from: string): string | null {
  const sender = bare(from);
  const known = findStation(bySender().get(sender) ?? '');
  if (known) return known.origin;
  for (const [pattern, kind] of KINDS) {
    if (!pattern.test(sender)) continue;
    const place = sender.replace(pattern, '').replaceAll('.', '');
    const origin = `${kind} ${place.toLowerCase().replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase())}`;
    return stationOf(origin) ? origin : (findStation(stationCode(place))?.origin ?? origin);
  }
  return findStation(stationOfSender(from) ?? '')?.origin ?? null;
}

function bare(from: string): string {
  return oneLine(from.toUpperCase().replace(/\/\/.*$/, ''));
}
