import { describe, expect, it } from 'vitest';
import { citeBibtex } from './cite-bibtex.ts';
import { citeChicago } from './cite-chicago.ts';
import { citeCslJson } from './cite-csl-json.ts';
import type { CitedCable, CitedPlace } from './cited-cable.ts';

const cable: CitedCable = {
  id: '09ARCADIA812',
  created: '2009-12-02T14:07Z',
  classification: 'CONFIDENTIAL//NOFORN',
  origin: 'Embassy Arcadia',
  subject: 'DROUGHT: THE VIEW\nFROM THE DELTA',
};
const bare: CitedCable = { id: '66BUENOSAIRES2481', created: null, classification: null, origin: null, subject: null };
const place: CitedPlace = { paragraph: 2, link: 'https://example.org/cables/09ARCADIA812_a.html' };

describe('citeChicago', () => {
  it.each<[string, CitedCable, CitedPlace, string]>([
    [
      'all of it',
      cable,
      place,
      'US Embassy Arcadia, “DROUGHT: THE VIEW FROM THE DELTA,” diplomatic cable 09ARCADIA812, December 2, 2009, confidential//noforn, para. 2, https://example.org/cables/09ARCADIA812_a.html.',
    ],
    ['nothing but an id', bare, {}, 'US Department of State, diplomatic cable 66BUENOSAIRES2481, n.d.'],
    [
      'quotes inside the title',
      { ...cable, subject: 'SCANNERS "ARE RESTING"', classification: null },
      {},
      "US Embassy Arcadia, “SCANNERS 'ARE RESTING',” diplomatic cable 09ARCADIA812, December 2, 2009.",
    ],
    ['the department', { ...bare, origin: 'Secretary of State' }, {}, 'Secretary of State, diplomatic cable 66BUENOSAIRES2481, n.d.'],
  ])('%s', (_, cited, where, said) => expect(citeChicago(cited, where)).toBe(said));
});

describe('citeBibtex', () => {
  it('has every field, titles in doubled braces', () =>
    expect(citeBibtex(cable, place)).toBe(
      [
        '@misc{cable09ARCADIA812,',
        '  author = {{US Embassy Arcadia}},',
        '  title = {{DROUGHT: THE VIEW FROM THE DELTA}},',
        '  howpublished = {Diplomatic cable},',
        '  number = {09ARCADIA812},',
        '  year = {2009},',
        '  month = dec,',
        '  day = {2},',
        '  note = {CONFIDENTIAL//NOFORN, para. 2},',
        '  url = {https://example.org/cables/09ARCADIA812_a.html}',
        '}',
      ].join('\n'),
    ));

  it.each([
    ['R&D: 50% OF $1_000 #2', 'R\\&D: 50\\% OF \\$1\\_000 \\#2'],
    ['{A} \\ ^B~C', '\\{A\\} \\textbackslash{} \\textasciicircum{}B\\textasciitilde{}C'],
    ['CÓRDOBA', 'CÓRDOBA'],
  ])('escapes %s', (subject, escaped) => expect(citeBibtex({ ...cable, subject })).toContain(`title = {{${escaped}}},`));

  it('leaves out what is not known, and makes a key of any id', () =>
    expect(citeBibtex({ ...bare, id: 'ODD ID/1' })).toBe(
      '@misc{cableODD-ID-1,\n  author = {{US Department of State}},\n  title = {{ODD ID/1}},\n  howpublished = {Diplomatic cable},\n  number = {ODD ID/1}\n}',
    ));
});

describe('citeCslJson', () => {
  it('has every field', () =>
    expect(citeCslJson(cable, place)).toEqual({
      id: '09ARCADIA812',
      type: 'document',
      genre: 'Diplomatic cable',
      number: '09ARCADIA812',
      author: [{ literal: 'US Embassy Arcadia' }],
      title: 'DROUGHT: THE VIEW FROM THE DELTA',
      issued: { 'date-parts': [[2009, 12, 2]] },
      note: 'CONFIDENTIAL//NOFORN',
      locator: '2',
      label: 'paragraph',
      URL: 'https://example.org/cables/09ARCADIA812_a.html',
    }));

  it('leaves out what is not known', () => expect(Object.keys(citeCslJson(bare))).toEqual(['id', 'type', 'genre', 'number', 'author']));
});
