/* What a build counted that a later one counted again: the problems of cables that have been indexed in another form since. */
import { parseCable } from '../../cable/parse-cable.ts';
import { readManifest } from '../shards/manifest.ts';
import { openLines } from '../shards/read-shards.ts';
import { uniteVersions } from '../shards/unite-versions.ts';
import { readCurrent, type SegmentEntry } from './current.ts';
import { countProblems, type ProblemCounts } from './problem-counts.ts';
import { openSegments } from './searching/open-segment.ts';

/**
 * Understands the replaced rows of the segments once more.
 * @returns null where one of the segments is gone, as all was indexed anew
 * @throws the system's error
 */
export function countReplacedProblems(corpusDir: string, indexDir: string, segments: readonly SegmentEntry[]): ProblemCounts | null {
  const current = readCurrent(indexDir);
  if (current === null || segments.some(({ path }) => !current.segments.some((one) => one.path === path))) return null;
  const problems = new Map<string, number>();
  const open = openSegments(indexDir, current);
  const lines = openLines(corpusDir, readManifest(corpusDir));
  try {
    for (const segment of open.filter((one) => segments.some(({ path }) => path === one.path))) {
      for (const n of segment.masked) {
        const [before] = uniteVersions(segment.placedCable(n).places.map((place) => lines.read(place)));
        countProblems(problems, parseCable(before!));
      }
    }
  } finally {
    for (const segment of open) segment.close();
    lines.close();
  }
  return problems;
}
