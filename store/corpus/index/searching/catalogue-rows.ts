import { CLASSIFICATIONS } from '../../../cable/vocabulary/classifications.ts';
import type { CatalogueRow } from '../../corpus.ts';
import type { CableRecord, Origin } from './open-segment.ts';
import type { RowSpace } from './row-space.ts';

/** What lists show of many rows, in the order asked: one question to each segment that has some of them. */
export function catalogueRows(space: RowSpace, rows: Iterable<number>): CatalogueRow[] {
  const asked = Array.from(rows, (row, place) => ({ row, place }));
  const found: CatalogueRow[] = new Array(asked.length);
  for (const [{ segment, base }, own] of Map.groupBy(asked, ({ row }) => space.partOf(row))) {
    const origins = segment.origins();
    const records = segment.records(own.map(({ row }) => row - base));
    for (const [i, record] of records.entries()) found[own[i]!.place] = catalogueRow(record, origins);
  }
  return found;
}

function catalogueRow(
  [id, created, released, level, origin, subject, tags, versions, size]: CableRecord,
  origins: readonly Origin[],
): CatalogueRow {
  return {
    id,
    created,
    released,
    classification: level === null ? null : CLASSIFICATIONS[level]!,
    origin: origin === null ? null : origins[origin]!.name,
    subject,
    tags: JSON.parse(tags) as string[],
    versions,
    size,
  };
}
