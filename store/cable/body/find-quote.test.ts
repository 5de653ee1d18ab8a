import { describe, expect, it } from 'vitest';
import { parseCable } from '../parse-cable.ts';
import { findQuoted } from './find-quote.ts';

const cableOf = (...paragraphs: readonly string[]) => {
  const body = ['C O N F I D E N T I A L ARCADIA 000812', '', 'SUBJECT: DROUGHT', '', ...paragraphs.flatMap((text) => [text, ''])].join(
    '\n',
  );
  const source = { format: 'text', edition: 'saved', path: 'x', sha256: 'x' } as const;
  const cells = { created: null, released: null, classification: null, origin: null, subject: null, links: [], articles: [] };
  return parseCable({ id: '09ARCADIA812', cells, headerText: '', body, source });
};

const QUOTE = 'Minister Pascoe Linde told Econoff that the wells were dug to twenty-one meters this year.';

describe('findQuoted', () => {
  it.each<[string, readonly string[], number | null]>([
    ['where it was', ['1. (C) Summary.', `2. (C) ${QUOTE}`], 2],
    ['where paragraphs were added before it', ['1. (C) Summary.', '2. (C) New.', '3. (C) More.', `4. (C) ${QUOTE}`], 4],
    ['where names were struck out', ['1. (C) Summary.', `2. (C) ${QUOTE.replace('Pascoe Linde', 'XXXXXXXXXXXX')}`], 2],
    ['with other line ends and cases', ['1. (C) Summary.', `2. (C) ${QUOTE.toUpperCase().replaceAll(' ', '\n')}`], 2],
    ['nowhere, where it was cut out', ['1. (C) Summary.', '2. (C) The ferry is a bridge now.'], null],
    ['the nearest of two that begin alike', [`1. (C) ${QUOTE}`, '2. (C) Other.', '3. (C) Other.', `4. (C) ${QUOTE}`], 1],
  ])('is found %s', (_, paragraphs, ordinal) => {
    expect(findQuoted(cableOf(...paragraphs), { para: 2, quote: QUOTE })).toBe(ordinal);
  });

  it('goes by the ordinal where no quote was kept', () => {
    const cable = cableOf('1. (C) One.', '2. (C) Two.');
    expect(findQuoted(cable, { para: 2, quote: null })).toBe(2);
    expect(findQuoted(cable, { para: 3, quote: null })).toBe(null);
  });
});
