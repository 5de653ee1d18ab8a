import type { CatalogueRow } from '../../../store/corpus/corpus.ts';
import { shortClassification } from '../../text/classification.ts';
import { makeVisible } from '../../text/visible.ts';
import { cutToWidth, padToWidth } from '../../text/width.ts';

/**
 * A catalogue row as plain text: id, date, classification, subject.
 * @param columns cuts the line to a terminal's width; null leaves it whole, as a pipe wants it.
 */
export function formatRow(row: CatalogueRow, columns: number | null): string {
  const created = row.created?.slice(0, 10) ?? '          ';
  const head = `${padToWidth(makeVisible(row.id), 17)}  ${created} ${padToWidth(shortClassification(row.classification), 4)} `;
  const line = `${head}${makeVisible(row.subject ?? '(no subject)').replaceAll('\n', ' ')}`;
  return columns === null ? line : cutToWidth(line, columns);
}
