/* cables.csv: no header row; id, date, refid, origin, classification, references, header, body. */
import { hash } from 'node:crypto';
import type { FoundCable } from '../../cable/cable.ts';
import { tidyId } from './cable-id.ts';
import { type CsvRecord, findRecordStart, splitRecord, unescapeField } from './csv-records.ts';
import { decodeBytes } from './decode-text.ts';
import type { Reading } from './reading.ts';
import { isRefused, type Refused } from './refused.ts';

/** A record of the file, or why it is none. */
export interface CsvRow {
  readonly record: CsvRecord | Refused;
  readonly start: number;
  /** Behind it. */
  readonly next: number;
}

/**
 * The records of a stretch that begins and ends with whole records. What is damaged is refused alone: reading goes on at the next beginning
 * of a record.
 */
export function* splitRecords(buffer: Buffer): Generator<CsvRow> {
  for (let start = 0; start < buffer.length; ) {
    if (buffer[start] === 10 || buffer[start] === 13) {
      start += 1;
      continue;
    }
    const record = splitRecord(buffer, start);
    let next: number;
    if (typeof record !== 'string') {
      next = record.next;
      yield { record, start, next };
    } else {
      next = findRecordStart(buffer, start);
      const cut = next === -1 && record === 'unfinished';
      if (next === -1) next = buffer.length;
      const refused: Refused = cut
        ? { refused: 'truncated', message: 'the file ends inside the record' }
        : { refused: 'damaged-record', message: 'not eight quoted columns: passed over' };
      yield { record: refused, start, next };
    }
    start = next;
  }
}

/** @param base byte of the file at which the stretch begins */
export function* readCsv(buffer: Buffer, path: string, base = 0): Generator<Reading> {
  for (const { record, start, next } of splitRecords(buffer)) {
    const place = { end: base + next, where: `record at byte ${base + start}` };
    if (isRefused(record)) yield { read: record, problems: [], ...place };
    else {
      const { read, problems } = readRecord(buffer, record, start, path);
      yield { read, problems, ...place };
    }
  }
}

export function readRecord(buffer: Buffer, record: CsvRecord, start: number, path: string): Pick<Reading, 'read' | 'problems'> {
  const problems: string[] = [];
  const field = (column: number): string => {
    const { text, problem } = decodeBytes(buffer, ...record.fields[column]!);
    if (problem && !problems.includes(problem)) problems.push(problem);
    return unescapeField(text);
  };
  const head = readHead(buffer, record, start, path, field);
  return { read: isRefused(head) ? head : { ...head, headerText: field(6), body: field(7), source: head.source }, problems };
}

/** All but the two texts. */
export function readHead(
  buffer: Buffer,
  record: CsvRecord,
  start: number,
  path: string,
  field: (column: number) => string,
): Omit<FoundCable, 'headerText' | 'body'> | Refused {
  const id = tidyId(field(2));
  if (id === '') return { refused: 'no-id', message: 'the reference id (third column) is empty: passed over' };
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
    source: { format: 'csv', edition: 'csv', path, sha256: hash('sha256', buffer.subarray(start, record.contentEnd)) },
  };
}
