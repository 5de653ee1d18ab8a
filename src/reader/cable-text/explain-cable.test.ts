import { describe, expect, it } from 'vitest';
import { parseCable } from '../../../store/cable/parse-cable.ts';
import { explainCable } from './explain-cable.ts';

const cable = parseCable({
  id: '09ARCADIA812',
  cells: {
    created: '2009-12-02 14:07',
    released: null,
    classification: 'SECRET',
    origin: 'Embassy Arcadia',
    subject: 'A DAM',
    links: [],
    articles: [],
  },
  headerText: '',
  body: [
    'S E C R E T ARCADIA 000812',
    '',
    'NOFORN',
    'SIPDIS',
    '',
    'E.O. 12958: DECL: 12/02/2019',
    'TAGS: ECONCS, ENERG, PGOV, PGOX',
    'SUBJECT: A DAM',
    '',
    'REF: A. ARCADIA 701 B. STATE 110023',
    '',
    'Classified By: Charge Ann Lee, reason 1.4 (b).',
    '',
    '1. (S/NF) PolOff met XXXXXXXXXXXX of the MFA on the dam (ref A).',
    '',
    '2. (SBU) A tip: it rains.',
    '',
  ].join('\n'),
  source: { format: 'page', edition: 'final', path: 'x', sha256: 'x' },
});

const rows = (title: RegExp, paragraph: number | null = null) =>
  Object.fromEntries(explainCable(cable, paragraph).find((section) => title.test(section.title))?.rows ?? []);

describe('explainCable', () => {
  it('says of the paragraph under the cursor what its mark, its references and its jargon mean', () =>
    expect(rows(/paragraph 1/, 0)).toEqual({
      '(S/NF)': 'secret, not releasable to foreign nationals',
      XXXX: 'a redaction of this edition',
      'ref A': '09ARCADIA701',
      PolOff: 'political officer',
      MFA: 'ministry of foreign affairs',
    }));

  it('takes a word of the language for no jargon', () => expect(rows(/paragraph 2/, 1)).toEqual({ '(SBU)': 'sensitive but unclassified' }));

  it('begins with the head where no paragraph is under the cursor', () => expect(explainCable(cable, null)[0]!.title).toBe('TAGS'));

  it.each([
    ['ECON', /; written ECONCS, ECON and CS run together$/],
    ['ENRG', /; written ENERG, misspelt$/],
    ['PGOV', /^Internal Governmental Affairs$/i],
    ['PGOX', /^no known meaning; probably PGOV, internal governmental affairs$/i],
  ])('says what the tag %s is', (tag, meaning) => expect(rows(/TAGS/)[tag]).toMatch(meaning));

  it('explains reasons and captions', () => {
    expect(rows(/Reasons/)['(b)']).toBe('foreign government information');
    expect(rows(/Captions/)['NOFORN']).toBe('not releasable to foreign nationals');
  });
});
