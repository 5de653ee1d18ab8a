import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exported, ExportedRow, Value } from './exported.ts';
import { writeBibtex, writeChicago, writeCslJson } from './write-citations.ts';
import { writeCsv } from './write-csv.ts';
import { writeMarkdown } from './write-markdown.ts';

const cable = {
  id: '09ARCADIA812',
  created: '2009-12-02T14:07Z',
  classification: 'SECRET',
  origin: 'Embassy Arcadia',
  subject: 'WHO OWNS | THE *DAM*',
};
const link = 'https://example.org/09ARCADIA812.html';

const row = (fields: Readonly<Record<string, Value>>, paragraph: number | null = null): ExportedRow => ({
  cable,
  paragraph,
  link,
  fields: { subject: cable.subject, ...fields },
});
const table = (...values: readonly Value[]): Exported => ({
  title: 'Cables',
  columns: ['value'],
  rows: values.map((value) => row({ value })),
});

describe('writeCsv', () => {
  it.each<[Value, string]>([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    [12, '12'],
    [null, ''],
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['a\u001b[2J', 'a␛[2J'],
  ])('%j', (value, cell) => expect(writeCsv(table(value))).toBe(`value\r\n${cell}\r\n`));

  it('is read back by another program as it was, but for what could act', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é', '=', '-', ';') });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (values) => {
        const read = parse(writeCsv(table(...values)), { record_delimiter: '\r\n', skip_empty_lines: false }) as string[][];
        expect(read.slice(1).map(([value]) => value)).toEqual(values.map((value) => (/^[=-]/.test(value) ? `'${value}` : value)));
      }),
    );
  });
});

describe('writeMarkdown', () => {
  it('keeps what a cable says from being markup', () => {
    expect(writeMarkdown(table('a | b', '*bold* <b>', '# head', null))).toBe(
      '# Cables\n\n| value |\n| --- |\n| a \\| b |\n| \\*bold\\* \\<b\\> |\n| \\# head |\n|  |\n',
    );
  });

  it('puts notes under their cable, with quote and citation', () => {
    const notes: Exported = {
      title: 'Notes',
      columns: ['note', 'quote'],
      rows: [row({ note: '- ask M.\nabout it', quote: '1. It [was] dry' }, 2), row({ note: 'whole', quote: null })],
    };
    expect(writeMarkdown(notes)).toBe(
      [
        '# Notes',
        '',
        '## 09ARCADIA812: WHO OWNS \\| THE \\*DAM\\*',
        '',
        '> 1\\. It \\[was\\] dry',
        '',
        '\\- ask M.',
        'about it',
        '',
        `US Embassy Arcadia, “WHO OWNS \\| THE \\*DAM\\*,” diplomatic cable 09ARCADIA812, December 2, 2009, secret, para. 2, <${link}>.`,
        '',
        'whole',
        '',
        `US Embassy Arcadia, “WHO OWNS \\| THE \\*DAM\\*,” diplomatic cable 09ARCADIA812, December 2, 2009, secret, <${link}>.`,
        '',
      ].join('\n'),
    );
  });
});

describe('citations', () => {
  const twice: Exported = { title: 'Bookmarks', columns: [], rows: [row({}, 2), row({}, 7), row({}, 7)] };

  it('Chicago has a note for each paragraph, once', () => expect(writeChicago(twice).match(/para\. \d/g)).toEqual(['para. 2', 'para. 7']));
  it('a bibliography has each cable once', () => expect(writeBibtex(twice).match(/@misc/g)).toHaveLength(1));
  it('CSL-JSON is one array', () => expect(JSON.parse(writeCslJson(twice))).toHaveLength(1));
});
