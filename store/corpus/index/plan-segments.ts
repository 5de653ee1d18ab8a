/* Which cables go into new segments, in order of creation.
 *
 *     lines of the shards ──by id──▶ cables ──by creation──▶ stretches, one segment each
 *
 *     a whole corpus   |  rest / 4  |  rest / 4  |  rest / 4  |  rest / 4  | FIRST | FIRST |
 *                      oldest                                                  newest, written first
 *
 * Stretches do not overlap in time, so that the newest cables of an answer are mostly found in one segment. The newest are few, so that
 * there is something to read soon.
 */
import type { FoundCable } from '../../cable/cable.ts';
import { createdFromCells, readCreated } from '../../cable/cells/created.ts';
import { createdFromText, dtgFromText } from '../../cable/cells/from-text.ts';
import { readHeader } from '../../cable/header/read-header.ts';
import type { Manifest, RunEntry } from '../shards/manifest.ts';
import { type LinePlace, openLines, placeLines } from '../shards/read-shards.ts';
import { parseAroundTexts, type ShardLine } from '../shards/shard-line.ts';
import { uniteVersions } from '../shards/unite-versions.ts';
import { asBuffer } from '../sources/decode-text.ts';
import type { PlacedCable } from './writing/write-segment.ts';

export interface StretchSizes {
  /** Cables of each of the two segments that are there first, where there are many in all. */
  readonly first: number;
  /** Cables that are worth a second thread. */
  readonly pays: number;
}

const SIZES: StretchSizes = { first: 10_000, pays: 5000 };

export interface LinesFrom {
  /** Lines of shards before this, and of this one before `line`, are left out. */
  readonly shard: number;
  readonly line: number;
}

/** Cables that the lines of the shards speak of, in no order. Null where the signal stopped it. */
export async function gatherCables(
  corpusDir: string,
  manifest: Manifest,
  from: LinesFrom,
  onLine: (lines: number) => void,
  signal?: AbortSignal,
): Promise<Map<string, PlacedCable> | null> {
  const cables = new Map<string, PlacedCable & { created: string | null; places: LinePlace[] }>();
  const runOf = numberRuns(manifest.runs);
  const several = new Set<string>();
  const reader = openLines(corpusDir, manifest);
  let lines = 0;
  for (const { bytes, number, shard, offset, length } of placeLines(corpusDir, manifest, from.shard)) {
    if (shard === from.shard && number < from.line) continue;
    const place = { shard, offset, length };
    const { id, cells, source, hasBody } = parseAroundTexts(asBuffer(bytes));
    const known = cables.get(id);
    if (known) {
      known.places.push(place);
      several.add(id);
    } else {
      const created = hasBody ? (createdFromCells(cells, source.edition) ?? createdOf(reader.read(place))) : null;
      cables.set(id, { id, created, places: [place], run: runOf(manifest.shards[shard]!.name, number) });
    }
    if (++lines % 500 === 0) {
      onLine(lines);
      await new Promise(setImmediate);
      if (signal?.aborted) {
        reader.close();
        return null;
      }
    }
  }
  for (const id of several) {
    const cable = cables.get(id)!;
    const [best] = uniteVersions(cable.places.map((place) => reader.read(place)));
    if (best) cable.created = createdOf(best);
  }
  reader.close();
  return cables;
}

/** The time of creation alone, as parseCable tells it, without understanding the rest. */
export function createdOf({ headerText = '', body = '', cells, source }: FoundCable | ShardLine): string | null {
  const dtg = readHeader(headerText).header.dtg ?? dtgFromText(headerText, body);
  return readCreated(cells, source.edition, dtg, body).created ?? createdFromText(headerText, body);
}

/** Sorts and cuts; the newest come first, each stretch in order of creation. */
export function cutStretches(cables: Iterable<PlacedCable>, { first, pays }: StretchSizes = SIZES): PlacedCable[][] {
  const sorted = [...cables].sort((a, b) => compare(a.created ?? '', b.created ?? '') || compare(a.id, b.id));
  const stretches: PlacedCable[][] = [];
  const cut = (count: number): void => {
    if (count > 0) stretches.push(sorted.splice(sorted.length - count, count));
  };
  if (sorted.length > 10 * first) for (let i = 0; i < 2; i++) cut(first);
  for (let parts = stretches.length > 0 ? 4 : sorted.length > pays ? 2 : 1; parts > 0; parts--) cut(Math.ceil(sorted.length / parts));
  return stretches;
}

function numberRuns(runs: readonly RunEntry[]): (shard: string, line: number) => number {
  const ranges = new Map<string, { from: number; to: number; run: number }[]>();
  for (const { run, ranges: own } of runs)
    for (const { shard, from, to } of own) ranges.set(shard, [...(ranges.get(shard) ?? []), { from, to, run }]);
  return (shard, line) => ranges.get(shard)?.find(({ from, to }) => line >= from && line < to)?.run ?? 0;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
