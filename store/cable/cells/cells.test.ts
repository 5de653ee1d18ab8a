import { describe, expect, it } from 'vitest';
import type { Cells } from '../cable.ts';
import { readCellTime } from './cell-time.ts';
import { readClassification } from './classification.ts';
import { readCreated } from './created.ts';
import { readOrigin } from './origin.ts';
import { readReleased } from './released.ts';

const cells = (some: Partial<Cells>): Cells => ({
  created: null,
  released: null,
  classification: null,
  origin: null,
  subject: null,
  links: [],
  articles: [],
  ...some,
});

describe('created', () => {
  it.each([
    ['2009-02-27 23:11', '2011-04', '272336Z FEB 09', '', '2009-02-27T23:36Z'],
    ['2009-02-27 00:12', '2010-12', '270007Z FEB 09', '', '2009-02-27T00:07Z'],
    ['2009-02-27 12:12', '2010-11-29', '271259Z FEB 09', '', '2009-02-27T12:59Z'],
    ['2009-02-27 23:36', 'final', '272359Z FEB 09', '', '2009-02-27T23:36Z'],
    ['2/7/2009 3:03', 'csv', '070359Z FEB 09', '', '2009-02-07T03:03Z'],
    ['2009-02-27 23:40', '2011-04', '272336Z FEB 09', '', '2009-02-27T23:40Z'],
    [null, 'saved', '272336Z FEB 09', '', '2009-02-27T23:36Z'],
    ['2005-07-27 16:04', '2011-04', null, 'Wednesday, 27 July 2005, 16:10\nS E C R E T ARCADIA 000936', '2005-07-27T16:10Z'],
    ['2004-03-02 22:10', '2011-04', null, 'id: 14485\ndate: 3/2/2004 22:05\nrefid: 04ARCADIA2313', '2004-03-02T22:05Z'],
    ['2005-08-17 21:09', '2011-04', null, 'Cable dated:2005-08-17T21:24:00]S E C R E T ARCADIA 3571', '2005-08-17T21:24Z'],
  ] as const)('%s of edition %s with %s', (created, edition, dtg, body, instant) => {
    expect(readCreated(cells({ created }), edition, dtg, body)).toEqual({ created: instant });
  });

  it('says where minutes are lost for good', () => {
    const read = readCreated(cells({ created: '2005-07-27 16:04' }), '2011-04', null, 'UNCLAS ARCADIA 000936');
    expect(read).toMatchObject({ created: '2005-07-27T16:00Z', problem: { code: 'minutes-unknown' } });
    expect(readCreated(cells({ created: '2005-07-27 16:04' }), '2011-04', '281610Z JUL 05').problem?.code).toBe('minutes-unknown');
  });

  it('is null with a problem where nothing tells it', () => {
    expect(readCreated(cells({}), 'csv', null)).toMatchObject({ created: null, problem: { code: 'no-date' } });
    expect(readCreated(cells({ created: '2005-13-41 99:00' }), 'final', null).created).toBeNull();
  });
});

it.each([
  ['2011-01-13 05:05', '2011-04', '2011-01-13'],
  ['2010-12-06 21:09', '2010-12', '2010-12-06'],
  ['2011-08-30 01:44', 'final', '2011-08-30T01:44Z'],
  ['2011-08-30', 'saved', '2011-08-30'],
  [null, 'csv', null],
] as const)('released %s of edition %s is %s', (released, edition, expected) => {
  expect(readReleased(cells({ released }), edition)).toBe(expected);
});

it.each([
  ['SECRET//NOFORN', 'SECRET//NOFORN'],
  ['UNCLASSIFIED//FOR OFFICIAL USE ONLY', 'UNCLASSIFIED//FOR OFFICIAL USE ONLY'],
  ['S E C R E T SECTION 01 OF 02 ARCADIA 000091', 'SECRET'],
  ['C o n f i d e n t i a l arcadia 000091\nSipdis\nNoforn', 'CONFIDENTIAL//NOFORN'],
  ['UNCLAS ARCADIA 000091\nSENSITIVE', 'UNCLASSIFIED//FOR OFFICIAL USE ONLY'],
  ['UNCLASSIFIED ARCADIA 91', 'UNCLASSIFIED'],
  ['LIMITED', null],
] as const)('%j is %s', (text, classification) => {
  expect(readClassification(text)).toBe(classification);
});

it('keeps the name of the origin, evenly spaced', () => {
  expect(readOrigin(cells({ origin: ' Embassy  Arcadia ' }))).toBe('Embassy Arcadia');
  expect(readOrigin(cells({ origin: ' ' }))).toBeNull();
});

it.each([
  ['2009-02-11 12:12', '2009-02-11T12:12Z'],
  ['2/25/1972 9:30', '1972-02-25T09:30Z'],
  ['30.2.2009', null],
  ['2/30/2009 9:30', null],
])('the cell %s is %s', (cell, time) => {
  expect(readCellTime(cell)).toBe(time);
});
