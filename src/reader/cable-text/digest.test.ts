import { describe, expect, it } from 'vitest';
import { parseCable } from '../../../store/cable/parse-cable.ts';
import { digestSpans } from './digest.ts';
import { findHits } from './find-hits.ts';

const LONG = `${'The clerk counted boxes. '.repeat(40)}`;

function digestOf(paragraphs: readonly string[], word: string): string[] {
  const body = ['C O N F I D E N T I A L ARCADIA 000812', '', 'SUBJECT: SCANNERS', '', ...paragraphs.flatMap((text) => [text, ''])].join(
    '\n',
  );
  const source = { format: 'text', edition: 'saved', path: 'x', sha256: 'x' } as const;
  const cells = { created: null, released: null, classification: null, origin: null, subject: null, links: [], articles: [] };
  const cable = parseCable({ id: '09ARCADIA812', cells, headerText: '', body, source });
  const hits = findHits(cable, [{ words: [word], prefix: false }]);
  return digestSpans(cable, hits).map(({ start, end }) => cable.body.slice(start, end).trim());
}

describe('digestSpans', () => {
  it('shows summary, hits in their surroundings and comment, in order', () => {
    const shown = digestOf(
      [
        '1. (C) SUMMARY. They rest. END SUMMARY.',
        '2. (C) Boxes.',
        `3. (C) ${LONG}Then the scanner hummed. ${LONG}`,
        '4. (C) COMMENT. Humid.',
      ],
      'scanner',
    );
    expect(shown).toHaveLength(3);
    expect(shown[0]).toBe('SUMMARY. They rest. END SUMMARY.');
    expect(shown[1]).toContain('Then the scanner hummed.');
    expect(shown[1]!.length).toBeLessThan(400);
    expect(shown[2]).toBe('COMMENT. Humid.');
  });

  it('begins and ends at words', () => {
    const [, hit] = digestOf(['1. (C) SUMMARY. They rest. END SUMMARY.', `2. (C) ${LONG}a scanner ${LONG}`], 'scanner');
    expect(LONG.split(' ')).toContain(hit!.split(' ')[0]);
    expect(LONG.split(' ')).toContain(hit!.split(' ').at(-1));
  });

  it('shows a hit in the summary once', () => {
    expect(digestOf(['1. (C) SUMMARY. The scanner rests. END SUMMARY.', '2. (C) Boxes.'], 'scanner')).toEqual([
      'SUMMARY. The scanner rests. END SUMMARY.',
    ]);
  });

  it('shows neighbouring hits together and distant ones of one paragraph apart', () => {
    expect(digestOf(['1. (C) They rest.', `2. (C) A scanner and a scanner. ${LONG}The last scanner.`], 'scanner')).toHaveLength(3);
  });

  it('shows the beginning and the hits of a text that has no paragraphs', () => {
    const [whole] = digestOf(['Following consultation, Embassy passed the scanner on.', 'SCOBEY'], 'scanner');
    expect(whole).toContain('Embassy passed the scanner on.');
  });

  it('cuts a summary that is long', () => {
    const [summary] = digestOf([`1. (C) SUMMARY. ${LONG.repeat(3)}`, '2. (C) Boxes.'], 'scanner');
    expect(summary!.length).toBeLessThan(1300);
  });
});
