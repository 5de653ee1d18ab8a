import { describe, expect, it } from 'vitest';
import { parseCable } from '../../../store/cable/parse-cable.ts';
import { planQuery } from '../../../store/query/plan-query.ts';
import { lineText, lineWidth } from '../../text/fit-line.ts';
import { drawExcerpt, type Excerpt, makeExcerpt } from './make-excerpt.ts';

const FILLING = 'The commission counted its pencils again and found that one was missing, which it noted with regret. ';
const BODY = `C O N F I D E N T I A L ARCADIA 000812

SUBJECT: WATER AND GAUGES

1. (C) SUMMARY. The water
was late.

2. (C) ${FILLING.repeat(3)}Nobody reads the border

ARCADIA 00000812  002 OF 002

gauge while the water falls; \u001b[31mnobody pays for it. ${FILLING.repeat(3)}`;

function excerptOf(query: string): Excerpt {
  const source = { format: 'text', edition: 'saved', path: 'x', sha256: 'x' } as const;
  const cells = { created: null, released: null, classification: null, origin: null, subject: null, links: [], articles: [] };
  const cable = parseCable({ id: '09ARCADIA812', cells, headerText: '', body: BODY, source });
  return makeExcerpt(cable, planQuery(query, { now: new Date(0), zone: 'UTC' }).terms)!;
}

const draw = (query: string, columns: number) => drawExcerpt(excerptOf(query), columns, '…');

describe('an excerpt', () => {
  it('is where most of the words stand together, not where the first one stands', () => {
    expect(lineText(draw('water', 40))).toMatch(/^SUMMARY\. The water was late\./);
    expect(lineText(draw('water gauge', 60))).toMatch(/gauge while the water/);
  });

  it('runs over page markers, on one line, and is harmless', () => {
    const text = lineText(draw('"border gauge"', 90));
    expect(text).toMatch(/^…(.*)Nobody reads the border gauge while the water falls;/);
    expect(text).not.toContain('\u001b');
    expect(text).not.toMatch(/002 OF 002|\n/);
  });

  it('names the subject or the header where the words stand there alone', () => {
    expect(lineText(draw('gauges', 60))).toBe('in the subject: WATER AND GAUGES');
    expect(lineText(draw('arcadia', 60))).toBe('in the header: C O N F I D E N T I A L ARCADIA 000812');
    expect(draw('arcadia', 60).filter(({ role }) => role === 'hit')).toEqual([{ text: 'ARCADIA', role: 'hit' }]);
  });

  it('marks the words and shows the hit at any width', () => {
    for (const columns of [24, 40, 77, 196]) {
      const line = draw('"border gauge"', columns);
      expect(lineWidth(line)).toBeLessThanOrEqual(columns);
      expect(line.filter(({ role }) => role === 'hit').map(({ text }) => text)).toContain('border gauge');
    }
  });
});
