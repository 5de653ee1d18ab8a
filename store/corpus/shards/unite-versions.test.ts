import { describe, expect, it } from 'vitest';
import type { Edition } from '../../cable/cable.ts';
import { foldText, type ShardLine } from './shard-line.ts';
import { uniteVersions } from './unite-versions.ts';

function line(
  edition: Edition,
  text: { readonly body: string } | { readonly sameAs: Edition },
  cells: Partial<ShardLine['cells']> = {},
): ShardLine {
  const same = 'sameAs' in text ? { sameAs: `sha of ${text.sameAs}` } : { headerText: `header of ${edition}`, body: text.body };
  return {
    id: '09ARCADIA812',
    cells: { created: null, released: null, classification: null, origin: null, subject: null, links: [], articles: [], ...cells },
    ...same,
    source: { format: 'page', edition, path: 'x', sha256: `sha of ${edition}` },
  };
}

describe('the versions of a cable', () => {
  it.each<[readonly Edition[], readonly Edition[]]>([
    [
      ['2010-11-29', 'csv', '2011-04', 'final', 'saved', '2010-12'],
      ['final', '2011-04', 'saved', 'csv', '2010-12', '2010-11-29'],
    ],
    [
      ['csv', '2010-12'],
      ['csv', '2010-12'],
    ],
  ])('%j come as %j', (found, best) => {
    const lines = found.map((edition) => line(edition, { body: edition }));
    expect(uniteVersions(lines).map(({ source }) => source.edition)).toEqual(best);
  });

  it('come in another order if one is given', () => {
    const lines = [line('final', { body: 'redacted' }), line('csv', { body: 'whole' })];
    expect(uniteVersions(lines, ['csv', 'final']).map(({ body }) => body)).toEqual(['whole', 'redacted']);
  });

  it('a text is as good as the best source that has it, and takes its cells', () => {
    const lines = [
      line('csv', { body: 'A' }, { origin: 'Embassy Arcadia', references: ['08STATE1'] }),
      line('2011-04', { body: 'B' }),
      line('final', { sameAs: 'csv' }, { released: '2011-08-30', links: ['EAIR'] }),
    ];
    const [first, second] = uniteVersions(lines);
    expect(first).toMatchObject({
      body: 'A',
      headerText: 'header of csv',
      source: { edition: 'final' },
      cells: { origin: 'Embassy Arcadia', released: '2011-08-30', links: ['EAIR'], references: ['08STATE1'] },
    });
    expect(second).toMatchObject({ body: 'B', source: { edition: '2011-04' } });
  });
});

describe('texts are the same', () => {
  it.each([
    ['without ¶', '¶1. Dues', '1. Dues', true],
    ['without trailing blanks', 'Dues \nare \t\nhigh\n\n', 'Dues\nare\nhigh', true],
    ['with other line ends', 'Dues\r\nare high', 'Dues\nare high', true],
    ['composed otherwise', 'cafe\u0301', 'caf\u00e9', true],
    ['but not with other words', 'Dues are high', 'Dues are XXXX', false],
    ['but not with other blanks inside', 'Dues  are', 'Dues are', false],
  ])('%s', (_, one, other, same) => {
    expect(foldText(one) === foldText(other)).toBe(same);
  });
});
