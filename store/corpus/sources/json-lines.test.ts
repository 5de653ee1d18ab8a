import { describe, expect, it } from 'vitest';
import type { FoundCable } from '../../cable/cable.ts';
import { formatShardLine } from '../shards/shard-line.ts';
import { readJsonLines } from './json-lines.ts';

const cable: FoundCable = {
  id: '09ARCADIA812',
  cells: {
    created: '2009-12-02 14:07',
    released: null,
    classification: 'SECRET',
    origin: 'Embassy Arcadia',
    subject: 'DUES',
    links: ['EAIR'],
    articles: [],
  },
  headerText: 'FM AMEMBASSY ARCADIA',
  body: 'S E C R E T ARCADIA 812\n\nROWAN',
  source: { format: 'page', edition: 'final', path: 'a.html', sha256: 'a'.repeat(64) },
};
const read = (text: string) => [...readJsonLines(Buffer.from(text), 'x.ndjson')];

describe('JSON lines', () => {
  it('a shard line is read as it was written, source included', () => {
    expect(read(formatShardLine(cable))).toMatchObject([{ read: cable, problems: [] }]);
  });

  it('a line without text takes that of the line it names', () => {
    const { body: _, headerText: __, ...rest } = cable;
    const other = { ...rest, sameAs: cable.source.sha256, source: { ...cable.source, edition: 'csv' as const, sha256: 'b'.repeat(64) } };
    expect(read(formatShardLine(cable) + formatShardLine(other))[1]).toMatchObject({
      read: { body: cable.body, headerText: cable.headerText, source: other.source },
    });
    expect(read(formatShardLine(other))[0]).toMatchObject({ read: { refused: 'no-text' }, textless: other });
  });

  it('of any other object an id and a body are enough', () => {
    const [reading] = read('{"id":"09arcadia0812","body":"UNCLAS","origin":"Embassy Arcadia","created":"2009-12-02T14:07Z"}');
    expect(reading?.read).toMatchObject({
      id: '09ARCADIA812',
      body: 'UNCLAS',
      headerText: '',
      cells: { origin: 'Embassy Arcadia', created: '2009-12-02T14:07Z', released: null },
      source: { format: 'ndjson', path: 'x.ndjson' },
    });
  });

  it.each([
    ['no JSON', '{"id":', 'damaged-line'],
    ['no body', '{"id":"09ARCADIA812"}', 'no-cable'],
    ['no object', '"09ARCADIA812"', 'no-cable'],
  ])('%s costs that line alone', (_, bad, code) => {
    const found = read(`${formatShardLine(cable)}${bad}\n\n${formatShardLine(cable)}`);
    expect(found.map(({ read }) => ('refused' in read ? read.refused : read.id))).toEqual(['09ARCADIA812', code, '09ARCADIA812']);
  });

  it('says behind which byte each line ends', () => {
    const line = formatShardLine(cable);
    expect(read(line + line).map(({ end }) => end)).toEqual([line.length, 2 * line.length]);
  });
});
