import { describe, expect, it } from 'vitest';
import { parseCable } from '../parse-cable.ts';
import { findParts } from './find-parts.ts';

const HEAD = ['C O N F I D E N T I A L ARCADIA 000812', '', 'SUBJECT: DROUGHT', ''];

const partsOf = (...lines: readonly string[]) => {
  const body = [...HEAD, ...lines].join('\n');
  const source = { format: 'text', edition: 'saved', path: 'x', sha256: 'x' } as const;
  const cells = { created: null, released: null, classification: null, origin: null, subject: null, links: [], articles: [] };
  return findParts(parseCable({ id: '09ARCADIA812', cells, headerText: '', body, source }));
};

describe('findParts', () => {
  it.each<[string, readonly string[], readonly number[], readonly number[]]>([
    [
      'words at the beginning',
      ['1. (C) SUMMARY. Wells are deeper. END SUMMARY.', '', '2. (C) More.', '', '3. (C) Comment: It is so.'],
      [0],
      [2],
    ],
    ['an end some paragraphs on', ['1. (C) Summary: Wells.', '', '2. (C) And pumps. End summary.', '', '3. (C) More.'], [0, 1], []],
    ['no end', ['1. (C) SUMMARY: Wells.', '', '2. (C) More.', '', '3. (C) And more.'], [0], []],
    [
      'headings',
      [
        'SUMMARY',
        '-------',
        '1. (C) Wells.',
        '',
        '2. (C) Pumps.',
        '',
        'TOWNS',
        '-----',
        '3. (C) More.',
        '',
        'COMMENT',
        '-------',
        '4. (C) So.',
      ],
      [0, 1],
      [3],
    ],
    ['no word for it: the first paragraph', ['1. (C) Wells are deeper.', '', '2. (C) More.'], [0], []],
    [
      'several comments',
      ['1. (C) Wells.', '', '2. (C) COMMENT. One. END COMMENT.', '', '3. (C) More.', '', '4. (C) COMMENT. Two.'],
      [0],
      [1, 3],
    ],
    ['the word in a sentence', ['1. (C) He gave a summary of it.', '', '2. (C) He had no comment.'], [0], []],
    ['no paragraphs', [], [], []],
  ])('%s', (_, lines, summary, comment) => {
    expect(partsOf(...lines)).toEqual({ summary, comment });
  });
});
