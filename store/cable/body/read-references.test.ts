import { describe, expect, it } from 'vitest';
import { readReferences } from './read-references.ts';

const citing = { year: 2010, station: 'STATE', serial: 16220 };

describe('readReferences', () => {
  it.each<[string, string, readonly (string | null)[]]>([
    ['a year that is written', 'A. 08 MEXICO 1234 B. STATE (09) 5678', ['08MEXICO1234', '09STATE5678']],
    ['no year: the own one', 'A. LONDON 351', ['10LONDON351']],
    ['no year, a number of the same station before the own', 'A. STATE 12000', ['10STATE12000']],
    ['no year, one that was still to come: the year before', 'A. STATE 069339 B. STATE 094723', ['09STATE69339', '09STATE94723']],
    ['the own number cannot be meant', 'A. STATE 16220', ['09STATE16220']],
    ['the station is inherited', 'A. STATE 69339 AND 94723, 11', ['09STATE69339', '09STATE94723', '10STATE11']],
    ['not a cable', 'A. SMITH-JONES E-MAIL OF 3/4/09', [null]],
  ])('%s', (_, text, ids) => {
    expect(readReferences(text, 0, citing).map(({ id }) => id)).toEqual(ids);
  });

  it('says whether a year was written', () => {
    expect(readReferences('A. 08 MEXICO 12 B. STATE 5678', 0, citing).map(({ inferredYear }) => inferredYear)).toEqual([false, true]);
  });
});
