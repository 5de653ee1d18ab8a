/* Lines of the shards -> cables: by id, with the time of creation, which is all of their text that is understood before they are indexed. */
import type { FoundCable } from '../../cable/cable.ts';
import { createdFromCells, readCreated } from '../../cable/cells/created.ts';
import { createdFromText, dtgFromText } from '../../cable/cells/from-text.ts';
import { readHeader } from '../../cable/header/read-header.ts';
import type { Manifest, RunEntry } from '../shards/manifest.ts';
import { openLines, placeLines } from '../shards/read-shards.ts';
import { parseAroundTexts, type ShardLine } from '../shards/shard-line.ts';
import { uniteVersions } from '../shards/unite-versions.ts';
import { asBuffer } from '../sources/decode-text.ts';
import { PlacedCables } from './placed-cables.ts';

export interface LinesFrom {
  /** Lines of shards before this, and of this one before `line`, are left out. */
  readonly shard: number;
  readonly line: number;
}

/** Cables that the lines of the shards speak of. Null where the signal stopped it. */
export async function gatherCables(
  corpusDir: string,
  manifest: Manifest,
  from: LinesFrom,
  onLine: (lines: number) => void,
  signal?: AbortSignal,
): Promise<PlacedCables | null> {
  const cables = new PlacedCables();
  const runOf = numberRuns(manifest.runs);
  const several = new Set<string>();
  const reader = openLines(corpusDir, manifest);
  let lines = 0;
  for (const { bytes, number, shard, offset, length } of placeLines(corpusDir, manifest, from.shard)) {
    if (shard === from.shard && number < from.line) continue;
    const place = { shard, offset, length };
    const { id, cells, source, hasBody } = parseAroundTexts(asBuffer(bytes));
    if (cables.has(id)) {
      cables.addPlace(id, place);
      several.add(id);
    } else {
      const created = hasBody ? (createdFromCells(cells, source.edition) ?? createdOf(reader.read(place))) : null;
      cables.set({ id, created, places: [place], run: runOf(manifest.shards[shard]!.name, number) });
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
    const [best] = uniteVersions(cables.places(id).map((place) => reader.read(place)));
    if (best) cables.setCreated(id, createdOf(best));
  }
  reader.close();
  return cables;
}

/** The time of creation alone, as parseCable tells it, without understanding the rest. */
export function createdOf({ headerText = '', body = '', cells, source }: FoundCable | ShardLine): string | null {
  const dtg = readHeader(headerText).header.dtg ?? dtgFromText(headerText, body);
  return readCreated(cells, source.edition, dtg, body).created ?? createdFromText(headerText, body);
}

function numberRuns(runs: readonly RunEntry[]): (shard: string, line: number) => number {
  const ranges = new Map<string, { from: number; to: number; run: number }[]>();
  for (const { run, ranges: own } of runs)
    for (const { shard, from, to } of own) ranges.set(shard, [...(ranges.get(shard) ?? []), { from, to, run }]);
  return (shard, line) => ranges.get(shard)?.find(({ from, to }) => line >= from && line < to)?.run ?? 0;
}
