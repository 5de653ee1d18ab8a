import { CLASSIFICATIONS } from '../../../cable/vocabulary/classifications.ts';
import type { CatalogueRow } from '../../corpus.ts';
import type { RowSpace } from './row-space.ts';

export function catalogueRow(space: RowSpace, row: number): CatalogueRow {
  const { segment, base } = space.partOf(row);
  const { id, created, released, class: level, origin, subject, tags, versions, size } = segment.record(row - base);
  return {
    id,
    created,
    released,
    classification: level === null ? null : CLASSIFICATIONS[level]!,
    origin: origin === null ? null : segment.origins()[origin]!.name,
    subject,
    tags: JSON.parse(tags) as string[],
    versions,
    size,
  };
}
