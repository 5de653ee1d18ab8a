import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ODD_IDS } from './odd-ids.generated.ts';
import { canonicalId, meantId, parseReferenceId, stationCode, twinIds, yearOfId } from './reference-id.ts';

describe('canonicalId', () => {
  it.each([
    ['09MEXICO586', '09MEXICO586'],
    ['09 Mexico 000586', '09MEXICO586'],
    ['  "09 mexico 586" ', '09MEXICO586'],
    ['2009 MEXICO 586', '09MEXICO586'],
    ['(09) MEXICO 586', '09MEXICO586'],
    ['MEXICO (09) 00586', '09MEXICO586'],
    ['MEXICO (2009) 586', '09MEXICO586'],
    ['#09MEXICO586', '09MEXICO586'],
    ['09 MEXICO 586 (NOTAL)', '09MEXICO586'],
    ['09MEXICO586_a', '09MEXICO586'],
    ['1975DACCA00292_b', '75DACCA292'],
    ['66BUENOSAIRES2481', '66BUENOSAIRES2481'],
    ['99 STATE 201265', '99STATE201265'],
    ['09 PORT-AU-PRINCE 12', '09PORTAUPRINCE12'],
    ['09 PORT AU PRINCE 12', '09PORTAUPRINCE12'],
    ['09 SECSTATE 12', '09STATE12'],
    ['09 SECSTATE WASHDC 12', '09STATE12'],
    ['09 AMEMBASSY MEXICO 12', '09MEXICO12'],
    ['09 USUN 7', '09USUNNEWYORK7'],
    ['09 0TTAWA 7', '09OTTAWA7'],
    ['09TAIPEI7', '09TAIPEI7'],
    ['10ARCADIA7', '10ARCADIA7'],
    ['09 Cardena 000120', '09CARDENA120'],
    ['06EFTOSANAA1621', '06EFTOSANAA1621'],
    ['7575LIBREVILLE1895', '7575LIBREVILLE1895'],
    ['092OF5', '092OF5'],
    ['06ASTANA', '06ASTANA'],
  ])('reads %j as %s', (written, id) => {
    expect(canonicalId(written)).toBe(id);
  });

  it.each([
    '',
    '09',
    'MEXICO 586',
    '08 MAY 2009',
    '12 DECEMBER 2008',
    '09 REFTEL 12',
    '45MEXICO12',
    '09MEXICO0',
    '09MEXICO12345678',
    'ordinary words',
  ])('finds no id in %j', (written) => {
    expect(canonicalId(written)).toBeNull();
  });

  it('takes a missing year from the context', () => {
    expect(canonicalId('MEXICO 000586', 2009)).toBe('09MEXICO586');
    expect(canonicalId('Cardena 5', 1999)).toBe('99CARDENA5');
    expect(canonicalId('08 MEXICO 5', 2009)).toBe('08MEXICO5');
    expect(canonicalId('PARA 12', 2009)).toBeNull();
  });

  it('leaves a canonical id as it is, whatever post, year and serial', () => {
    const station = fc.stringMatching(/^[A-Z]{4,17}$/).map(stationCode);
    fc.assert(
      fc.property(station, fc.integer({ min: 66, max: 110 }), fc.integer({ min: 1, max: 9_999_999 }), (code, year, serial) => {
        const id = canonicalId(`${1900 + year} ${code} ${serial}`);
        fc.pre(id !== null);
        expect(canonicalId(id!)).toBe(id);
        expect(canonicalId(` ${id!.toLowerCase()}_a`)).toBe(id);
        expect(yearOfId(id!)).toBe(1900 + year);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void canonicalId(text, 2009)));
  });
});

it('names the parts and the quirk of an id', () => {
  expect(parseReferenceId('09PORTAUPRINCE12')).toEqual({
    id: '09PORTAUPRINCE12',
    year: 2009,
    station: 'PORTAUPRINCE',
    serial: 12,
    quirk: null,
  });
  expect(parseReferenceId('98 SECSTATE 12')).toMatchObject({ id: '98STATE12', year: 1998, station: 'STATE', quirk: 'respelt' });
  expect(parseReferenceId('09ARCADIA12')).toMatchObject({ station: 'ARCADIA', quirk: 'unknown-station' });
  expect(parseReferenceId('09EFTOLONDON2468')).toMatchObject({ year: 2009, station: 'LONDON', serial: 2468, quirk: 'garbled' });
});

it('keeps all 203 odd ids, and knows what most of them garble', () => {
  const odd = Object.keys(ODD_IDS);
  expect(odd).toHaveLength(203);
  for (const id of odd) expect(canonicalId(id)).toBe(id);
  expect(odd.filter((id) => meantId(id) === null)).toEqual(['06ASTANA', '092OF5', '10AQNA272']);
  expect(meantId('06MINSI225')).toBe('06MINSK225');
  expect(meantId('09ARCADIA1')).toBe('09ARCADIA1');
});

it('finds twins in both directions', () => {
  expect(twinIds('09SECTION01OF03SANJOSE525')).toEqual(['09SANJOSE525']);
  expect(twinIds('09SANJOSE525')).toEqual(['09SECTION01OF03SANJOSE525']);
  expect(twinIds('07TAIPEI12')).toEqual(['07AITTAIPEI12']);
  expect(twinIds('09ARCADIA12')).toEqual([]);
});
