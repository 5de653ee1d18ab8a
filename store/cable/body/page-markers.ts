/* Markers between the pages of a long cable.
 *
 *     MEXICO 00000586  004 OF 016                                 on a line of its own, or glued into a reflowed sentence
 *     PAGE 02        HARARE  02271  01 OF 07  271033Z             of older cables, with a banner of the classification beside it
 */
import type { Cable } from '../cable.ts';
import { stationCode } from '../ids/reference-id.ts';

type Marker = Cable['layout']['pageMarkers'][number];

const MARKER = /(?<![A-Za-z])((?:[A-Z][A-Z.'-]{1,20}[ ]){1,5})(\d{8})[ ]{1,4}(\d{3})(?:\.\d)?[ ]{1,2}OF[ ]{1,2}(\d{3})(?!\d)/g;
/** What every marker ends in: it is found in a fifth of the time, and few texts have it. */
const COUNT = /\d{3}(?:\.\d)?[ ]{1,2}OF[ ]{1,2}\d{3}/g;
/** Most that stands before it: five words and a number. */
const BEFORE_COUNT = 5 * 22 + 12;
const OLD =
  /^(?:[ \t]*(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)[ \t]*\n(?:[ \t]*\n)*)?[ \t]*PAGE \d\d[ ]+[A-Z ]{3,30}[ ]+\d{4,6}(?:[ ]+(\d\d) OF (\d\d))?(?:[ ]+\d{6}Z\b|[ \t]*$)/gm;
const BANNER = /^[ \t]*(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)[ \t]*(?:\n|$)/;

/** @param station code of the cable's own id, so that words before a glued marker stay in their sentence */
export function findPageMarkers(body: string, station: string | null): Marker[] {
  const markers: Marker[] = [];
  for (const match of matchMarkers(body)) {
    const words = match[1]!.trim().split(' ');
    const own = ownWords(words, station);
    const start = match.index + words.slice(0, words.length - own).join(' ').length + (own < words.length ? 1 : 0);
    markers.push({ start, end: match.index + match[0].length, section: Number(match[3]), of: Number(match[4]) });
  }
  for (const match of body.includes('PAGE ') ? body.matchAll(OLD) : []) {
    const end = match.index + match[0].length;
    const after = /^\n(?:[ \t]*\n)*/.exec(body.slice(end, end + 200))?.[0].length ?? 0;
    const banner = BANNER.exec(body.slice(end + after, end + after + 120));
    const section = match[1] === undefined ? null : Number(match[1]);
    markers.push({
      start: match.index,
      end: banner ? end + after + banner[0].trimEnd().length : end,
      section,
      of: match[2] === undefined ? null : Number(match[2]),
    });
  }
  return markers.sort((a, b) => a.start - b.start);
}

function* matchMarkers(body: string): Generator<RegExpExecArray> {
  let from = 0;
  for (const { index } of body.matchAll(COUNT)) {
    if (index < from) continue;
    MARKER.lastIndex = Math.max(from, index - BEFORE_COUNT);
    const match = MARKER.exec(body);
    if (match === null) return;
    from = match.index + match[0].length;
    yield match;
  }
}

/** How many of the last words are the station's name. */
function ownWords(words: readonly string[], station: string | null): number {
  for (let count = 1; count <= words.length; count++) {
    if (station !== null && stationCode(words.slice(-count).join(' ')) === station) return count;
  }
  return words.length === 1 ? 1 : Math.min(words.length, 2);
}
