/* Which cables go into new segments, in order of creation.
 *
 *     lines of the shards ──by id──▶ cables ──by creation──▶ stretches of at most STRETCH, one segment each
 *
 * Stretches do not overlap in time, so that the newest cables of an answer are mostly found in one segment.
 */
import type { FoundCable } from '../../cable/cable.ts';
import { readCreated } from '../../cable/cells/created.ts';
import { createdFromText, dtgFromText } from '../../cable/cells/from-text.ts';
import { readHeader } from '../../cable/header/read-header.ts';
import type { Manifest, RunEntry } from '../shards/manifest.ts';
import { type LinePlace, openLines, readLines } from '../shards/read-shards.ts';
import { uniteVersions } from '../shards/unite-versions.ts';
import type { PlacedCable } from './writing/write-segment.ts';

/** Cables in a segment; more where a quarter of the corpus is more, so that a whole corpus has at most four. */
const STRETCH = 50_000;

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
  let lines = 0;
  for (const { line, number, shard, offset, length } of readLines(corpusDir, manifest, from.shard)) {
    if (shard === from.shard && number < from.line) continue;
    const place = { shard, offset, length };
    const known = cables.get(line.id);
    if (known) {
      known.places.push(place);
      several.add(line.id);
    } else {
      const created = line.body === undefined ? null : createdOf({ ...line, headerText: line.headerText ?? '', body: line.body });
      cables.set(line.id, { id: line.id, created, places: [place], run: runOf(manifest.shards[shard]!.name, number) });
    }
    if (++lines % 500 === 0) {
      onLine(lines);
      await new Promise(setImmediate);
      if (signal?.aborted) return null;
    }
  }
  const reader = openLines(corpusDir, manifest);
  for (const id of several) {
    const cable = cables.get(id)!;
    const [best] = uniteVersions(cable.places.map((place) => reader.read(place)));
    if (best) cable.created = createdOf(best);
  }
  reader.close();
  return cables;
}

/** The time of creation alone, as parseCable tells it, without understanding the rest. */
export function createdOf({ headerText, body, cells, source }: FoundCable): string | null {
  const dtg = readHeader(headerText).header.dtg ?? dtgFromText(headerText, body);
  return readCreated(cells, source.edition, dtg, body).created ?? createdFromText(headerText, body);
}

/** Sorts and cuts. */
export function cutStretches(cables: Iterable<PlacedCable>): PlacedCable[][] {
  const sorted = [...cables].sort((a, b) => compare(a.created ?? '', b.created ?? '') || compare(a.id, b.id));
  const size = Math.max(STRETCH, Math.ceil(sorted.length / 4));
  const count = Math.max(1, Math.ceil(sorted.length / size));
  return Array.from({ length: count }, (_, at) =>
    sorted.slice(Math.floor((at * sorted.length) / count), Math.floor(((at + 1) * sorted.length) / count)),
  );
}

function numberRuns(runs: readonly RunEntry[]): (shard: string, line: number) => number {
  const ranges = new Map<string, { from: number; to: number; run: number }[]>();
  for (const { run, ranges: own } of runs)
    for (const { shard, from, to } of own) ranges.set(shard, [...(ranges.get(shard) ?? []), { from, to, run }]);
  return (shard, line) => ranges.get(shard)?.find(({ from, to }) => line >= from && line < to)?.run ?? 0;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
