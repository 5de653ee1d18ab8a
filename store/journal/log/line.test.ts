import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Hlc } from '../events.ts';
import { formatLine, NO_LINE, readLine } from './line.ts';
import { readLines } from './read-lines.ts';
import { formatWallTime } from './wall-time.ts';

const ID = '2026-11-24T09:15:02.123Z-0000-7f3a91c2-k2v9' as Hlc;
const EVENT = {
  v: 1,
  id: ID,
  at: '2026-11-24T10:15:02.123+01:00',
  action: ID,
  type: 'tag.added',
  data: { cables: ['09ARCADIA812'], tag: 'zwölf\u2028Brunnen', via: { query: '"a" OR {b}' } },
};

describe('a line', () => {
  const { text, sum } = formatLine(EVENT, 42, NO_LINE);

  it('is exactly as the format says', () => {
    expect(text).toBe(
      `{"v":1,"id":"${ID}","seq":42,"at":"2026-11-24T10:15:02.123+01:00","action":"${ID}","type":"tag.added",` +
        `"data":{"cables":["09ARCADIA812"],"tag":"zwölf\\u2028Brunnen","via":{"query":"\\"a\\" OR {b}"}},"prev":"0000000000000000","sum":"${sum}"}\n`,
    );
    expect(sum).toBe(hash('sha256', text.slice(0, text.lastIndexOf(',"sum"')), 'hex').slice(0, 16));
  });

  it('is read back whole', () => {
    expect(readLine(Buffer.from(text.slice(0, -1)))).toEqual({ ...EVENT, seq: 42, prev: NO_LINE, sum });
    expect(readLines(Buffer.from(text)).events).toEqual([{ ...EVENT, seq: 42 }]);
  });

  it('is read the same when another program spaced it differently', () => {
    const spaced = JSON.stringify({ ...EVENT, seq: 42, prev: NO_LINE })
      .replace('"v":1,', '"v": 1, ')
      .slice(0, -1);
    const line = `${spaced},"sum":"${hash('sha256', spaced, 'hex').slice(0, 16)}"}\n`;
    expect(readLines(Buffer.from(line)).events).toMatchObject([EVENT]);
  });

  it.each<[string, object, object]>([
    ['an unknown type', { type: 'cable.shredded' }, { unknown: 1, newer: 0 }],
    ['a type that is a word of the language', { type: 'constructor' }, { unknown: 1, newer: 0 }],
    ['a newer version', { v: 2 }, { unknown: 0, newer: 1 }],
  ])('of %s is kept, skipped and counted', (_, change, counts) => {
    const lines = formatLine({ ...EVENT, ...change }, 1, NO_LINE).text + formatLine(EVENT, 2, NO_LINE).text;
    expect(readLines(Buffer.from(lines))).toMatchObject({ ...counts, damaged: [], lines: 2, events: [EVENT] });
  });

  it('with a right sum but no event in it counts as damaged', () => {
    const summed = '{"v":1,"id":"soon"';
    const line = `${summed},"sum":"${hash('sha256', summed, 'hex').slice(0, 16)}"}\n`;
    expect(readLines(Buffer.from(line))).toMatchObject({ damaged: [1], events: [] });
  });
});

it.each([
  [60, '2026-11-24T10:15:02.123+01:00'],
  [0, '2026-11-24T09:15:02.123+00:00'],
  [-210, '2026-11-24T05:45:02.123-03:30'],
])('wall time at %i minutes east', (offset, at) => expect(formatWallTime(Date.parse('2026-11-24T09:15:02.123Z'), offset)).toBe(at));
