import { describe, expect, it } from 'vitest';
import { parseCable } from '../../../store/cable/parse-cable.ts';
import { planQuery } from '../../../store/query/plan-query.ts';
import { findHits } from './find-hits.ts';

const BODY = `C O N F I D E N T I A L SECTION 01 OF 02 ARCADIA 000812

SUBJECT: GAUGES

1. (C) The joint
reading was late. São Marl read
it twice, and the border

ARCADIA 00000812  002 OF 002

gauge once; nobody reads

C O N F I D E N T I A L SECTION 02 OF 02 ARCADIA 000812

gauges at night.

2. (C) Water, and a water treaty.`;

function hitsOf(query: string): string[] {
  const source = { format: 'text', edition: 'saved', path: 'x', sha256: 'x' } as const;
  const cells = { created: null, released: null, classification: null, origin: null, subject: null, links: [], articles: [] };
  const cable = parseCable({ id: '09ARCADIA812', cells, headerText: '', body: BODY, source });
  const { terms } = planQuery(query, { now: new Date(0), zone: 'UTC' });
  return findHits(cable, terms).map(({ start, end }) => BODY.slice(start, end).replaceAll(/\s+/g, ' '));
}

describe('hits of a filter in a text', () => {
  it.each([
    ['a word, not a part of one', 'read', ['read']],
    ['a prefix', 'read*', ['reading', 'read', 'reads']],
    ['a phrase across a line end', '"joint reading"', ['joint reading']],
    ['a phrase across a page marker', '"border gauge"', ['border ARCADIA 00000812 002 OF 002 gauge']],
    ['a phrase across a section head', '"reads gauges"', ['reads C O N F I D E N T I A L SECTION 02 OF 02 ARCADIA 000812 gauges']],
    ['no page marker', '002', []],
    ['accents and case do not matter', 'SAO', ['São']],
    ['overlapping words once', '"water treaty" water', ['Water', 'water treaty']],
    ['both words of NEAR', 'NEAR(late twice, 5)', ['late', 'twice']],
    ['not what is excluded, nor what is looked for in the subject alone', 'late -twice subject:gauges', ['late']],
  ])('%s', (_name, query, found) => {
    expect(hitsOf(query)).toEqual(found);
  });
});
