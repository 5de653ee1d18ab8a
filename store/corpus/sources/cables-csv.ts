/* cables.csv: no header row; id, date, refid, origin, classification, references, header, body. */
import { hash } from 'node:crypto';
import type { FoundCable } from '../../cable/cable.ts';
import { tidyId } from './cable-id.ts';
import { findRecordStart, splitRecord, unescapeField } from './csv-records.ts';
import { decodeBytes } from './decode-text.ts';
import type { Reading } from './reading.ts';

/**
 * Reads the records of a stretch of the file that begins and ends with whole records. What is damaged is refused alone: reading goes on
 * at the next beginning of a record.
 * @param base byte of the file at which the stretch begins
 */
export function* readCsv(buffer: Buffer, path: string, base = 0): Generator<Reading> {
  let at = 0;
  while (at < buffer.length) {
    if (buffer[at] === 10 || buffer[at] === 13) {
      at += 1;
      continue;
    }
    const record = splitRecord(buffer, at);
    const where = `record at byte ${base + at}`;
    if (typeof record === 'string') {
      const next = findRecordStart(buffer, at);
      const cut = next === -1 && record === 'unfinished';
      yield {
        read: cut
          ? { refused: 'truncated', message: 'the file ends inside the record' }
          : { refused: 'damaged-record', message: 'not eight quoted columns: passed over' },
        problems: [],
        end: base + (next === -1 ? buffer.length : next),
        where,
      };
      at = next === -1 ? buffer.length : next;
      continue;
    }
    const problems: string[] = [];
    const field = (column: number): string => {
      const [start, end] = record.fields[column]!;
      const { text, problem } = decodeBytes(buffer, start, end);
      if (problem && !problems.includes(problem)) problems.push(problem);
      return unescapeField(text);
    };
    const id = tidyId(field(2));
    const read: Reading['read'] =
      id === ''
        ? { refused: 'no-id', message: 'the reference id (third column) is empty: passed over' }
        : toCable(id, field, path, hash('sha256', buffer.subarray(at, record.contentEnd)));
    yield { read, problems, end: base + record.next, where };
    at = record.next;
  }
}

function toCable(id: string, field: (column: number) => string, path: string, sha256: string): FoundCable {
  const references = field(5);
  return {
    id,
    cells: {
      created: field(1) || null,
      released: null,
      classification: field(4) || null,
      origin: field(3) || null,
      subject: null,
      links: [],
      articles: [],
      references: references === '' ? [] : references.split('|'),
    },
    headerText: field(6),
    body: field(7),
    source: { format: 'csv', edition: 'csv', path, sha256 },
  };
}
