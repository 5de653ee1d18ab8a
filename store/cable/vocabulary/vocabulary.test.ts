import { describe, expect, it } from 'vitest';
import { stationCode } from '../ids/reference-id.ts';
import { explainCaption } from './captions.ts';
import { explainPrecedence } from './precedences.ts';
import { explainProsign } from './prosigns.ts';
import { explainReason } from './reasons.ts';
import { allStations, countryOf, explainRoute, originOf, stationOf, stationOfRoute } from './stations.ts';
import { mendSurname } from './surnames.ts';
import { STATION_ALIASES } from './tables/station-aliases.generated.ts';
import { TAG_FIXES } from './tables/tag-fixes.generated.ts';
import { explainTag, mendTag, tagMeanings } from './tags.ts';

describe('stations', () => {
  it('all have an origin and a country', () => {
    expect(allStations()).toHaveLength(283);
    for (const { code, origin, country } of allStations()) expect([code, origin !== '', country !== '']).toEqual([code, true, true]);
  });

  it('go from code to origin and back, to a code of the same post', () => {
    for (const { code, origin } of allStations()) expect([code, originOf(stationOf(origin)!)]).toEqual([code, origin]);
  });

  it('are where aliases lead', () => {
    const elsewhere = [...new Set(Object.values(STATION_ALIASES))].filter((code) => stationOf(originOf(code) ?? '') === null);
    // Agencies that cables refer to, but that sent none of the corpus.
    expect(elsewhere.sort()).toEqual(['CDCATLANTAGA', 'SECDEF', 'USCBP', 'USDAFAS', 'USDOC', 'USDOJ']);
    expect(stationCode('Port-au-Prince')).toBe('PORTAUPRINCE');
  });

  it.each([
    ['Embassy Mexico', 'MEXICO', 'Mexico'],
    ['Consulate Monterrey', 'MONTERREY', 'Mexico'],
    ['Secretary of State', 'STATE', 'United States'],
    ['American Institute Taiwan, Taipei', 'TAIPEI', 'Taiwan'],
    ['Consulate Kolkata', 'KOLKATA', 'India'],
    ['Embassy Brussels', 'BRUSSELS', 'Belgium'],
    ['Mission USNATO', 'USNATO', 'International organisations'],
    ['Embassy Arcadia', null, null],
  ])('%s is %s in %s', (origin, station, country) => {
    expect([stationOf(origin), countryOf(origin)]).toEqual([station, country]);
  });

  it('are known by their routing indicators', () => {
    expect(stationOfRoute('RUEHME')?.code).toBe('MEXICO');
    expect(explainRoute('RUEHC')).toBe('SECSTATE WASHDC');
    expect(explainRoute('RUEHQQQ')).toBeNull();
  });
});

describe('TAGS', () => {
  it.each([
    ['KCRM', 'program', 'Criminal Activity'],
    ['prel', 'subject', 'External Political Relations'],
    ['FR', 'geographic', 'France'],
    ['AL', 'geographic', 'Albania'],
    ['WTRO', 'organisation', 'World Trade Organization'],
  ])('%s: %s, %s', (tag, kind, meaning) => {
    expect(explainTag(tag)).toEqual({ kind, meaning });
  });

  it('are each listed once', () => {
    const tags = tagMeanings().map(({ tag }) => tag);
    expect(new Set(tags).size).toBe(tags.length);
    expect(explainTag('NOTATAG')).toBeNull();
  });

  it.each([
    ['PREL', ['PREL']],
    ['izprel', ['IZ', 'PREL']],
    ['POGOV', ['PGOV']],
    ['RU', ['RS']],
    ['ASECKFRDCVISKIRFPHUMSMIGEG', ['ASEC', 'KFRD', 'CVIS', 'KIRF', 'PHUM', 'SMIG', 'EG']],
    ['ENRGKNNPMNUCPARMPREL', ['ENRG', 'KNNP', 'MNUC', 'PARM', 'PREL']],
    ['PRELFR', ['PREL', 'FR']],
    ['POLITICS', ['POLITICS']],
    ['ECONOMIC', ['ECONOMIC']],
    ['FREEDOM', ['FREEDOM']],
    ['constructor', ['CONSTRUCTOR']],
  ])('%s stands for %j', (written, tags) => {
    expect(mendTag(written)).toEqual(tags);
  });

  it('are mended once: what a fix gives needs no fix', () => {
    for (const tags of Object.values(TAG_FIXES)) for (const tag of tags) expect([tag, mendTag(tag)]).toEqual([tag, [tag]]);
  });
});

it.each([
  [explainCaption('sipdis'), /SIPRNet/],
  [explainCaption('CORRECTED COPY'), /again/],
  [explainPrecedence('IMMEDIATE ROUTINE'), /^IMMEDIATE for action, ROUTINE for information$/],
  [explainPrecedence('NIACT IMMEDIATE'), /night/],
  [explainReason('B'), /foreign government/],
  [explainProsign('ZNR UUUUU ZZH'), /^unclassified traffic$/],
  [explainProsign('ZNY SSSAA ZZH'), /^secret$/],
])('explains: %s', (meaning, expected) => {
  expect(meaning).toMatch(expected);
});

it('explains nothing it does not know', () => {
  expect([explainCaption('toString'), explainPrecedence('SOON'), explainReason('z'), explainProsign('BT')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

it('mends the spelling of a signature', () => {
  expect([mendSurname('BASSET'), mendSurname('van Voorst')]).toEqual(['BASSETT', 'van Voorst']);
});
