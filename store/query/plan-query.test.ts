import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planQuery, type QueryInputs } from './plan-query.ts';

const searches = [
  { id: 's1', name: 'border', query: 'fence OR wall' },
  { id: 's2', name: 'Dams and rivers', query: 'search:border river' },
  { id: 's3', name: 'loop', query: 'search:loop x' },
  { id: 's4', name: 'broken', query: 'frm:x' },
];
const inputs: QueryInputs = { now: new Date('2026-11-24T13:20:00Z'), zone: 'Europe/Madrid', searches };
const plan = (query: string) => planQuery(query, inputs).plan;
const text = (words: string[], prefix = false, column = 'any') => ({ kind: 'text', term: { words, prefix }, column });
const personal = (predicate: string, queue: string | null = null, value: string | null = null) => ({
  kind: 'personal',
  predicate,
  queue,
  value,
});
const not = (of: object) => ({ kind: 'not', of });

describe('what is understood', () => {
  it.each([
    ['', ''],
    ['water treaty', 'water AND treaty'],
    ['water AND treaty', 'water AND treaty'],
    ['WATER Trëaty', 'water AND treaty'],
    ['"water treaty"', '"water treaty"'],
    ['"water trea*"', '"water trea*"'],
    ['"water trea"*', '"water trea*"'],
    ['treat*', 'treat*'],
    ['al-Qaida', '"al qaida"'],
    ['U.S.', '"u s"'],
    ['F-16', '"f 16"'],
    ['a OR b c', '(a OR b AND c)'],
    ['(a OR b) c', '(a OR b) AND c'],
    ['a b OR c d OR e', '(a AND b OR c AND d OR e)'],
    ['-fish', 'NOT fish'],
    ['not fish', 'NOT fish'],
    ['NOT fish', 'NOT fish'],
    ['water -fish river', 'water AND NOT fish AND river'],
    ['-(a b)', 'NOT (a AND b)'],
    ['-"a b"', 'NOT "a b"'],
    ['not not a', 'NOT NOT a'],
    ['-a OR b', '(NOT a OR b)'],
    ['or and near', 'or AND and AND near'],
    ['NEAR(water treaty, 5)', 'NEAR(water treaty, 5)'],
    ['NEAR(water treaty)', 'NEAR(water treaty, 10)'],
    ['NEAR("water board" treat*, 3)', 'NEAR("water board" treat*, 3)'],
    ['from:"San Jose" x', 'from:"San Jose" AND x'],
    ['from:mex*', 'from:mex*'],
    ['tag:SENV', 'tag:SENV (TAGS or your own)'],
    ['-is:read', 'NOT is:read'],
    ['search:border dam', 'search:border AND dam'],
  ])('%s', (query, understood) => {
    const planned = planQuery(query, inputs);
    expect(planned.problems).toEqual([]);
    expect(planned.understood).toBe(understood);
  });
});

describe('plans', () => {
  it.each([
    ['', { kind: 'all' }],
    ['water', text(['water'])],
    ['a b OR -c', { kind: 'or', of: [{ kind: 'and', of: [text(['a']), text(['b'])] }, not(text(['c']))] }],
    ['subject:water', text(['water'], false, 'subject')],
    ['body:"water treat*"', text(['water', 'treat'], true, 'body')],
    ['from:MÉXICO', { kind: 'origin', value: 'mexico' }],
    ['origin:"Embassy Arcadia"', { kind: 'origin', value: 'embassy arcadia' }],
    ['country:Spain', { kind: 'country', value: 'spain' }],
    ['tags:kcrm', { kind: 'tag', tag: 'KCRM' }],
    ['tags:kc*', { kind: 'tag', tag: 'KC', prefix: true }],
    ['tag:dam', { kind: 'or', of: [{ kind: 'tag', tag: 'DAM' }, personal('mine', null, 'dam')] }],
    ['mine:follow-up', personal('mine', null, 'follow-up')],
    ['to:"AMEMBASSY ARCADIA"', { kind: 'addressee', of: 'to', words: ['amembassy', 'arcadia'] }],
    ['info:nato', { kind: 'addressee', of: 'info', words: ['nato'] }],
    ['id:"09 arcadia 0812"', { kind: 'id', pattern: '09ARCADIA812', glob: false }],
    ['id:09arc*', { kind: 'id', pattern: '09ARC*', glob: true }],
    ['id:*ARCADIA*', { kind: 'id', pattern: '*ARCADIA*', glob: true }],
    ['cites:09arcadia812', { kind: 'cites', id: '09ARCADIA812' }],
    ['citedby:09ARCADIA812', { kind: 'citedby', id: '09ARCADIA812' }],
    ['portion:s/nf', { kind: 'portion', mark: 'S/NF' }],
    ['size:50k..', { kind: 'size', from: 50_000, to: null }],
    ['size:>50k', { kind: 'size', from: 50_001, to: null }],
    ['size:<=50k', { kind: 'size', from: null, to: 50_000 }],
    ['sections:4', { kind: 'sections', from: 4, to: 4 }],
    ['sections:2..4', { kind: 'sections', from: 2, to: 4 }],
    ['has:refs', { kind: 'has', what: 'refs' }],
    ['is:redaction', { kind: 'has', what: 'redaction' }],
    ['has:unread', not(personal('read'))],
    ['is:undecided', not(personal('decided'))],
    ['is:bookmarked', personal('bookmarked')],
    ['kept:Border', personal('kept', 's1')],
    ['skipped:border', personal('skipped', 's1')],
    ['undecided:border', { kind: 'and', of: [{ kind: 'or', of: [text(['fence']), text(['wall'])] }, not(personal('decided', 's1'))] }],
    ['search:"dams and rivers"', { kind: 'and', of: [{ kind: 'or', of: [text(['fence']), text(['wall'])] }, text(['river'])] }],
    ['note:gauge', personal('note', null, 'gauge')],
    ['seen:7d', personal('seen', null, '2026-11-17T13:20Z')],
    // A day of the reader's own begins at midnight in Madrid, in winter and in summer.
    ['seen:2026-11-20', personal('seen', null, '2026-11-19T23:00Z')],
    ['seen:2026-07-20', personal('seen', null, '2026-07-19T22:00Z')],
    ['seen:today', personal('seen', null, '2026-11-23T23:00Z')],
    ['seen:yesterday', personal('seen', null, '2026-11-22T23:00Z')],
    ['added:1d', { kind: 'added', range: { from: '2026-11-23T13:20Z', to: null } }],
  ])('%s', (query, expected) => {
    expect(planQuery(query, inputs).problems).toEqual([]);
    expect(plan(query)).toEqual(expected);
  });

  it.each([
    ['date:2009', '2009-01-01T00:00Z', '2009-12-31T23:59Z'],
    ['year:2009', '2009-01-01T00:00Z', '2009-12-31T23:59Z'],
    ['date:2009-02', '2009-02-01T00:00Z', '2009-02-28T23:59Z'],
    ['date:2009-02-27', '2009-02-27T00:00Z', '2009-02-27T23:59Z'],
    ['date:2008..2009-02', '2008-01-01T00:00Z', '2009-02-28T23:59Z'],
    ['date:2009-06..', '2009-06-01T00:00Z', null],
    ['date:..1975', null, '1975-12-31T23:59Z'],
    ['date:>2009', '2010-01-01T00:00Z', null],
    ['date:>=2009', '2009-01-01T00:00Z', null],
    ['date:<2009-06', null, '2009-05-31T23:59Z'],
    ['date:<=2009-06', null, '2009-06-30T23:59Z'],
    ['date:2w', '2026-11-10T13:20Z', null],
  ])('%s is from %s to %s', (query, from, to) => {
    expect(plan(query)).toEqual({ kind: 'created', range: { from, to } });
  });

  it.each([
    ['secret', 'S S/NF'],
    ['=secret', 'S'],
    ['SECRET//NOFORN', 'S/NF'],
    ['="SECRET//NOFORN"', 'S/NF'],
    ['="UNCLASSIFIED//FOR OFFICIAL USE ONLY"', 'U/FO'],
    ['=unclassified', 'U'],
    ['secret..', 'S S/NF'],
    ['..c', 'U U/FO C C/NF'],
    ['fouo..c', 'U/FO C C/NF'],
    ['sbu', 'U/FO'],
    ['fouo', 'U/FO'],
    ['c/nf', 'C/NF'],
    ['noforn', 'C/NF S/NF'],
    ['>c', 'S S/NF'],
    ['>=c/nf', 'C/NF S S/NF'],
    ['<c', 'U U/FO'],
  ])('class:%s is %s', (value, expected) => {
    const SHORT: Record<string, string> = {
      U: 'UNCLASSIFIED',
      'U/FO': 'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
      C: 'CONFIDENTIAL',
      'C/NF': 'CONFIDENTIAL//NOFORN',
      S: 'SECRET',
      'S/NF': 'SECRET//NOFORN',
    };
    expect(plan(`class:${value}`)).toEqual({ kind: 'class', among: expected.split(' ').map((name) => SHORT[name]) });
  });
});

describe('problems', () => {
  it.each([
    ['frm:arcadia', /no field.*Did you mean from\?/, 0, 11],
    ['ref:09ARCADIA1', /ref: is no field. Did you mean cites\?/, 0, 14],
    ['toString:x', /tostring: is no field/, 0, 10],
    ['x conutry:spain', /Did you mean country\?/, 2, 15],
    ['is:raed', /is:raed is unknown.*Did you mean read\?/, 0, 7],
    ['is:constructor', /unknown/, 0, 14],
    ['class:secert', /Did you mean secret\?/, 0, 12],
    ['date:2009-13', /no date/, 0, 12],
    ['date:2009-02-30', /no date/, 0, 15],
    ['date:..', /no date/, 0, 7],
    ['x date:2009..2008', /ends before it begins\. Type date:2008\.\.2009$/, 2, 17],
    ['size:big', /no number/, 0, 8],
    ['from:', /needs a value/, 0, 5],
    ['water OR', /OR needs a word on both sides/, 6, 8],
    ['AND water', /AND needs a word on both sides/, 0, 3],
    ['water AND', /AND needs a word on both sides/, 6, 9],
    ['water -', /no letters/, 6, 7],
    ['not', /not needs a word/, 0, 3],
    ['(water', /not closed/, 0, 1],
    ['water)', /closes nothing/, 5, 6],
    ['()', /nothing stands between/, 0, 1],
    ['"water', /quote is not closed/, 0, 6],
    ['NEAR(water)', /two words/, 0, 11],
    ['***', /no letters/, 0, 3],
    ['kept:bordr', /no saved search.*Did you mean border\?/, 0, 10],
    ['search:loop', /leads back to itself/, 0, 11],
    ['search:broken', /saved search broken is not understood: frm: is no field/, 0, 13],
    [`${'('.repeat(500)}x`, /too deep/, 61, 62],
  ])('%s', (query, message, start, end) => {
    const { problems } = planQuery(query, inputs);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]).toMatchObject({ start, end });
  });

  it('leaves the rest understood', () => {
    expect(planQuery('water frm:x treaty', inputs)).toMatchObject({ understood: 'water AND treaty', problems: [{ start: 6, end: 11 }] });
  });
});

describe('while typing', () => {
  const typed = (query: string) => planQuery(query, { ...inputs, prefixLast: true, unfinished: true });

  it.each([
    ['wat', text(['wat'], true)],
    ['wat ', text(['wat'])],
    ['water tr', { kind: 'and', of: [text(['water']), text(['tr'], true)] }],
    ['"water tre', text(['water', 'tre'], true)],
    ['"water tr', { kind: 'and', of: [text(['water']), text(['tr'], true)] }],
    ['"water tr*', text(['water', 'tr'], true)],
    ['"the water t', { kind: 'and', of: [text(['the', 'water']), text(['t'], true)] }],
    ['"water ', text(['water'])],
    ['U.S', { kind: 'and', of: [text(['u']), text(['s'], true)] }],
    ['U.S.', text(['u', 's'])],
    ['"water tr"', text(['water', 'tr'])],
    ['from:mex', { kind: 'origin', value: 'mex', prefix: true }],
    ['from:"san jo', { kind: 'origin', value: 'san jo', prefix: true }],
    ['tags:SE', { kind: 'tag', tag: 'SE', prefix: true }],
    ['id:09AR', { kind: 'id', pattern: '09AR*', glob: true }],
    ['water "', text(['water'])],
  ])('%s', (query, expected) => {
    expect(typed(query).problems).toEqual([]);
    expect(typed(query).plan).toEqual(expected);
  });
});

describe('terms to be marked in texts', () => {
  it.each([
    ['water "dam wall" -fish', [['water'], ['dam', 'wall']]],
    ['NEAR(a b) OR body:c OR subject:d', [['a'], ['b'], ['c']]],
    ['-(-water)', [['water']]],
    ['search:border', [['fence'], ['wall']]],
    ['from:water', []],
  ])('%s', (query, words) => {
    expect(planQuery(query, inputs).terms.map((term) => term.words)).toEqual(words);
  });
});

it('never throws, whatever is typed, and every problem has a place in the text', () => {
  const pieces = fc.constantFrom(
    '(',
    ')',
    '"',
    '-',
    'not ',
    ' OR ',
    ' AND ',
    'NEAR(',
    ',',
    '*',
    ':',
    'from:',
    'date:',
    '..',
    'class:',
    '=',
    '<',
    'is:',
    'water',
    '2009',
    'é',
    '\u0000',
    '\ud800',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
      ),
      fc.boolean(),
      (query, prefixLast) => {
        const { problems } = planQuery(query, { ...inputs, prefixLast });
        for (const { start, end, message } of problems) {
          expect(message).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(query.length);
        }
      },
    ),
    { numRuns: process.env['CABLES_FULL'] ? 20_000 : 2000 },
  );
});
