import { describe, expect, it } from 'vitest';
import { splitLines } from './lines.ts';
import { readText } from './read-paragraphs.ts';

const blocks = (body: string) =>
  readText(body, splitLines(body), [], []).blocks.map(
    ({ kind, start, end }) => `${kind}: ${body.slice(start, end).replaceAll(/\s+/g, ' ').trim()}`,
  );

describe('headings and their rules', () => {
  it.each([
    [
      'on lines of their own',
      '1. (C) Text.\n\n----------\nNext Steps\n----------\n\n2. (C) More.',
      ['rule: ----------', 'heading: Next Steps', 'rule: ----------'],
    ],
    [
      'on one line, as reflowed pages have them',
      '1. (C) Text.\n\nNext Steps ---------- \n\n2. (C) More.',
      ['heading: Next Steps', 'rule: ----------'],
    ],
    [
      'on one line on both sides',
      '1. (C) Text.\n\n---- Next Steps ---------- \n\n2. (C) More.',
      ['rule: ----', 'heading: Next Steps', 'rule: ----------'],
    ],
    [
      'broken at column 45',
      `1. (C) Text.\n\nNext Steps, and Those After Them ${'-'.repeat(45)} -----\n\n2. (C) More.`,
      ['heading: Next Steps, and Those After Them', `rule: ${'-'.repeat(45)} -----`],
    ],
  ])('are told apart %s', (_, body, between) => expect(blocks(body)).toEqual(['prose: 1. (C) Text.', ...between, 'prose: 2. (C) More.']));

  it('leave a sentence with a dash alone', () =>
    expect(blocks('1. (C) He said -- twice -- that it rains.')).toEqual(['prose: 1. (C) He said -- twice -- that it rains.']));

  it('leave the rule of a table in the table', () =>
    expect(blocks('1. (C) Wells:\n\nWell        2004   2009\nLow Ford       9     21\nReed End       8     19').at(-1)).toMatch(
      /^table: Well/,
    ));
});
