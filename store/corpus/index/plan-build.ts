/* What a new generation of the index is made of: which segments are kept, which rows of them are replaced, and which cables are written. */
import type { Manifest } from '../shards/manifest.ts';
import { type LinePlace, openLines } from '../shards/read-shards.ts';
import { uniteVersions } from '../shards/unite-versions.ts';
import { type CurrentIndex, readCurrent, type SegmentEntry } from './current.ts';
import { createdOf, gatherCables, type LinesFrom } from './gather-cables.ts';
import type { PlacedCables } from './placed-cables.ts';
import { cutStretches, type StretchSizes } from './plan-segments.ts';
import { openSegments, type Segment } from './searching/open-segment.ts';
import type { Stretch } from './writing/stretch.ts';

/** Segments beyond which small ones are joined. */
const MOST = 8;
/** Rows of a segment that is joined with others rather than all being built anew. */
const SMALL = 25_000;

export interface ReplacedRow {
  /** Its path. */
  readonly segment: string;
  readonly row: number;
}

export interface PlannedSegment {
  readonly cables: Stretch;
  /** Rows of kept segments that its cables replace. */
  readonly replaces: readonly ReplacedRow[];
}

export interface BuildPlan {
  readonly kept: readonly SegmentEntry[];
  /** Rows of kept segments that were replaced before, by path. */
  readonly masks: ReadonlyMap<string, readonly number[]>;
  /** The newest first. */
  readonly segments: readonly PlannedSegment[];
  /** Something that is shown now would be missing until all is written. */
  readonly whole: boolean;
}

/** Before the cables are cut into segments. */
type UncutPlan = Omit<BuildPlan, 'segments'> & { readonly replaced: ReadonlyMap<string, ReplacedRow> };

export interface PlanOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly signal?: AbortSignal;
  readonly sizes?: StretchSizes;
}

/** @param extended the index that only lacks later lines @returns null where the signal stopped it */
export async function planBuild(
  options: PlanOptions,
  manifest: Manifest,
  extended: CurrentIndex | null,
  onLine: (lines: number) => void,
): Promise<BuildPlan | null> {
  const { corpusDir, indexDir, signal, sizes } = options;
  let cables = await gatherCables(corpusDir, manifest, endOf(extended), onLine, signal);
  if (cables === null) return null;
  let plan = extended && planExtension(corpusDir, indexDir, manifest, extended, cables);
  if (plan === null) {
    if (extended) cables = await gatherCables(corpusDir, manifest, BEGINNING, () => {}, signal);
    if (cables === null) return null;
    plan = { kept: [], masks: new Map(), replaced: new Map(), whole: readCurrent(indexDir) !== null };
  }
  const { replaced, ...rest } = plan;
  const segments = cutStretches(cables.inOrder(), sizes).map((ids) => ({
    cables: cables.stretch(ids),
    replaces: ids.flatMap((id) => replaced.get(id) ?? []),
  }));
  return { ...rest, segments };
}

const BEGINNING: LinesFrom = { shard: 0, line: 0 };

/** Behind the last line that an index holds. */
export function endOf(index: CurrentIndex | null): LinesFrom {
  const last = index?.shards.at(-1);
  return last === undefined ? BEGINNING : { shard: index!.shards.length - 1, line: last.count };
}

/**
 * What the new lines add to the segments that are there; null where everything should be built anew.
 * @param cables of the new lines; in the end those that are to be written
 */
function planExtension(
  corpusDir: string,
  indexDir: string,
  manifest: Manifest,
  current: CurrentIndex,
  cables: PlacedCables,
): UncutPlan | null {
  const segments = openSegments(indexDir, current);
  const lines = openLines(corpusDir, manifest);
  try {
    const masks = new Map(segments.map(({ path, masked }) => [path, [...masked]]));
    const replaced = new Map<string, ReplacedRow>();
    for (const id of cables.ids()) {
      for (const segment of segments) {
        const n = segment.numberOfId(id);
        if (n === null || !segment.isLive(n)) continue;
        const before = segment.placedCable(n);
        const came = cables.places(id).filter((place) => !before.places.some((known) => isSamePlace(known, place)));
        if (came.length === 0) {
          cables.delete(id);
          break;
        }
        const places = [...before.places, ...came];
        const [best] = uniteVersions(places.map((place) => lines.read(place)));
        cables.set({ ...before, created: best ? createdOf(best) : before.created, places });
        replaced.set(id, { segment: segment.path, row: n });
      }
    }
    const masked = [...masks.values()].reduce((sum, { length }) => sum + length, replaced.size);
    if (masked * 3 > segments.reduce((sum, { size }) => sum + size, 0)) return null;
    let folded: Segment[] = [];
    if (cables.size > 0 && segments.length + 1 > MOST) {
      folded = segments.filter(({ size }) => size < SMALL);
      if (folded.length < 2) folded = segments;
      for (const segment of folded) {
        for (let n = 0; n < segment.size; n++) {
          if (!segment.isLive(n)) continue;
          const cable = segment.placedCable(n);
          if (!replaced.delete(cable.id)) cables.set(cable);
        }
        masks.delete(segment.path);
      }
    }
    return {
      kept: current.segments.filter(({ path }) => !folded.some((one) => one.path === path)),
      masks,
      replaced,
      whole: folded.length > 0,
    };
  } finally {
    for (const segment of segments) segment.close();
    lines.close();
  }
}

const isSamePlace = (one: LinePlace, other: LinePlace): boolean => one.shard === other.shard && one.offset === other.offset;
