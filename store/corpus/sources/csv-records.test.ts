import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCsvRow } from '../../../test/import/make-sources.ts';
import { readCsvAsLines } from '../import/reading/csv-as-lines.ts';
import { readingsOf } from '../import/reading/done-job.ts';
import { LineBuffer } from '../import/reading/line-buffer.ts';
import { formatShardLine } from '../shards/shard-line.ts';
import { readCsv } from './cables-csv.ts';
import { findLastRecordStart, findRecordStart, splitRecord, unescapeField } from './csv-records.ts';
import { isRefused } from './refused.ts';

const runs = process.env['CABLES_FULL'] === '1' ? 2000 : 100;

/** Text with much of what is special in the dialect. */
const field = fc.string({
  unit: fc.constantFrom('a', 'B', '7', ' ', '"', '\\', '\n', '\r', '\t', ',', '|', "'", 'é', '’', '\u2028', '\u0001', '😀'),
  maxLength: 30,
});
const record = fc.array(field, { minLength: 8, maxLength: 8 });
const quote = (text: string) => `"${text.replaceAll(/[\\"]/g, '\\$&')}"`;
const write = (records: readonly (readonly string[])[]) => records.map((fields) => `${fields.map(quote).join(',')}\n`).join('');

function split(csv: string): string[][] {
  const buffer = Buffer.from(csv);
  const records: string[][] = [];
  for (let at = 0; at < buffer.length; ) {
    const found = splitRecord(buffer, at);
    if (typeof found === 'string') throw new Error(`${found} at ${at}`);
    records.push(found.fields.map(([start, end]) => unescapeField(buffer.toString('utf8', start, end))));
    at = found.next;
  }
  return records;
}

describe('splitting cables.csv', () => {
  it('gives what csv-parse gives', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (records) => {
        const csv = write(records);
        expect(split(csv)).toEqual(parse(csv, { escape: '\\', quote: '"', delimiter: ',', record_delimiter: '\n' }));
      }),
      { numRuns: runs },
    );
  });

  it('gives back what was written, also with doubled quotes', () => {
    const double = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\\', '\\\\')}"`;
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (records) => {
        expect(split(write(records))).toEqual(records);
        expect(split(records.map((fields) => `${fields.map(double).join(',')}\r\n`).join(''))).toEqual(records);
      }),
      { numRuns: runs },
    );
  });

  it('makes the same shard lines by copying bytes as by reading and formatting', () => {
    const cable = fc.tuple(field, field, field).map(([references, header, body]) => makeCsvRow({ references, header, body }));
    fc.assert(
      fc.property(fc.array(cable, { minLength: 1, maxLength: 5 }), fc.boolean(), (rows, spoil) => {
        const bytes = Buffer.from(rows.join(''));
        if (spoil) bytes[bytes.length - 4] = 0xe9;
        const file = { source: 0, path: '/x/cables.csv', name: 'cables.csv', order: 0, size: bytes.length, mtimeMs: 0, ctimeMs: 0 };
        const fast = readCsvAsLines({ kind: 'csv', file, bytes, base: 10, weight: 0 }, new LineBuffer());
        const slow = [...readCsv(bytes, 'cables.csv', 10)];
        expect(Buffer.from(fast.lines).toString()).toBe(slow.map(({ read }) => (isRefused(read) ? '' : formatShardLine(read))).join(''));
        expect([...readingsOf(fast)].map(({ end, remark }) => ({ end, problems: remark?.problems ?? [] }))).toEqual(
          slow.map(({ end, problems }) => ({ end, problems })),
        );
      }),
      { numRuns: runs },
    );
  });

  it.each([
    ['a quote escaped', String.raw`say \"so\"`, 'say "so"'],
    ['a backslash escaped', String.raw`C:\\quay`, 'C:\\quay'],
    ['an apostrophe escaped', String.raw`Arcadia\'s`, "Arcadia's"],
    ['a backslash before a line end', 'RUEHWEB\\\nDE', 'RUEHWEB\nDE'],
  ])('unescapes %s', (_, found, meant) => {
    expect(unescapeField(found)).toBe(meant);
  });
});

describe('beginnings of records', () => {
  const rows = [1, 2, 3].map((number) => makeCsvRow({ number, body: 'UNCLAS\n\\"5 tons\\"\n12,"' }));
  const buffer = Buffer.from(rows.join(''));

  it('are found first and last', () => {
    expect(findRecordStart(buffer, 0)).toBe(Buffer.byteLength(rows[0]!));
    expect(findLastRecordStart(buffer, 0)).toBe(Buffer.byteLength(rows[0]! + rows[1]!));
    expect(findLastRecordStart(Buffer.from(rows[0]!), 0)).toBe(-1);
  });
});

describe('damage in cables.csv', () => {
  const good = (number: number) => makeCsvRow({ number, id: `09ARCADIA${number}` });
  const outcome = (csv: string | Buffer) =>
    [...readCsv(Buffer.from(csv), 'x')].map(({ read }) => (isRefused(read) ? read.refused : read.id));

  it.each([
    ['seven columns', '"2","12/2/2009 14:07","09ARCADIA2","","","",""\n', ['09ARCADIA1', 'damaged-record', '09ARCADIA3']],
    ['nine columns', good(2).replace(/"\n$/, '","x"\n'), ['09ARCADIA1', 'damaged-record', '09ARCADIA3']],
    [
      'a quote that was not escaped',
      '"2","12/2/2009 14:07","09ARCADIA2","a "b" c","","","",""\n',
      ['09ARCADIA1', 'damaged-record', '09ARCADIA3'],
    ],
    ['a missing quote', '"2","12/2/2009 14:07","09ARCADIA2,"","","","",""\n', ['09ARCADIA1', 'damaged-record', '09ARCADIA3']],
    ['no id', makeCsvRow({ number: 2, id: '' }), ['09ARCADIA1', 'no-id', '09ARCADIA3']],
    ['an empty line', '\n', ['09ARCADIA1', '09ARCADIA3']],
  ])('%s costs that record alone', (_, bad, found) => {
    expect(outcome(good(1) + bad + good(3))).toEqual(found);
  });

  it('a file that ends inside a record gives what is before', () => {
    expect(outcome((good(1) + good(2)).slice(0, -30))).toEqual(['09ARCADIA1', 'truncated']);
  });

  it('reads bytes that are not UTF-8 as windows-1252, and says so', () => {
    const bytes = Buffer.from(makeCsvRow({ body: 'UNCLAS caf@' }));
    bytes[bytes.indexOf('@')] = 0xe9;
    const [reading] = [...readCsv(bytes, 'x')];
    expect(reading).toMatchObject({ read: { body: 'UNCLAS café' }, problems: ['not-utf-8'] });
  });
});
