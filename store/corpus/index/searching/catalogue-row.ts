import { CLASSIFICATIONS } from '../../../cable/vocabulary/classifications.ts';
import type { CatalogueRow } from '../../corpus.ts';
import type { RowSpace } from './row-space.ts';

export function catalogueRow(space: RowSpace, row: number): CatalogueRow {
  const { segment, id, created, released, class: level, origin, subject, tags, versions, size } = space.record(row);
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
