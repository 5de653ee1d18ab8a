import { describe, expect, it } from 'vitest';
import { parseCable } from '../parse-cable.ts';

const source = { format: 'text', edition: 'saved', path: 'x', sha256: 'x' } as const;
const cells = { created: null, released: null, classification: null, origin: null, subject: null, links: [], articles: [] };
const textOf = (...lines: readonly string[]) => {
  const body = lines.join('\n');
  const cable = parseCable({ id: '09ARCADIA812', cells, headerText: '', body, source });
  const first = cable.layout.blocks[0];
  return first === undefined ? '' : body.slice(first.start).trim();
};
const HEAD = ['UNCLAS ARCADIA 000812', '', 'SIPDIS', '', 'E.O. 12958: N/A', 'TAGS: SENV', 'SUBJECT: DROUGHT', ''];

describe('where the text begins', () => {
  it('does not take the portion mark of a paragraph without a number for a reference', () => {
    expect(textOf(...HEAD, 'REF: STATE 12231', '', '(U) Following consultation, Embassy passed it on.', 'QUILL')).toMatch(
      /^\(U\) Following/,
    );
  });

  it('goes on with references that stand apart', () => {
    expect(textOf(...HEAD, 'REF: A. STATE 12231', '', 'B. ARCADIA 701', '', '1. (U) Wells are deeper.')).toMatch(/^1\. \(U\) Wells/);
  });

  it('shows all of a page that lost its line ends, rather than none of it', () => {
    const run = `REF: STATE 43120 (U) Wells are deeper. ${'The clerk counted them again. '.repeat(20)}`;
    expect(textOf(...HEAD, run)).toContain('Wells are deeper.');
  });
});
