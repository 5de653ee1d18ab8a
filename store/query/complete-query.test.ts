import { describe, expect, it } from 'vitest';
import { completeQuery, type QueryNames } from './complete-query.ts';
import { suggestValue } from './suggest-value.ts';

const names: QueryNames = {
  origins: [
    { value: 'Embassy Arcadia', count: 60 },
    { value: 'Embassy Port Vesper', count: 18 },
    { value: 'Consulate Porto', count: 2 },
  ],
  countries: [{ value: 'Arcadia', count: 103 }],
  tags: [
    { value: 'SENV', meaning: 'Environmental Affairs', count: 40 },
    { value: 'SNAR', meaning: 'Narcotics', count: 12 },
    { value: 'PGOV', meaning: 'Internal Governmental Affairs', count: 9 },
  ],
  years: [
    { value: '2010', count: 7 },
    { value: '2009', count: 20 },
    { value: '1972', count: 1 },
  ],
  mine: [{ value: 'follow-up', count: 3 }],
  searches: [{ value: 'border', meaning: 'border* date:2003..' }],
};

/** `|` is the cursor. @returns the texts with each option in place */
function complete(marked: string): string[] {
  const cursor = marked.indexOf('|');
  const query = marked.replace('|', '');
  const { start, end, options } = completeQuery(query, cursor, names);
  return options.map(({ text }) => query.slice(0, start) + text + query.slice(end));
}

describe('completing a filter', () => {
  it.each([
    ['a field', 'water fr|', ['water from:']],
    ['fields that begin alike', 'un|', ['undecided:']],
    ['no field of one letter, nor of capitals', 'f| ', []],
    ['an origin by any word of its name', 'from:por|', ['from:"Embassy Port Vesper"', 'from:"Consulate Porto"']],
    ['an origin in quotes not closed yet', 'from:"port v|', ['from:"Embassy Port Vesper"']],
    ['all origins', 'from:|', ['from:"Embassy Arcadia"', 'from:"Embassy Port Vesper"', 'from:"Consulate Porto"']],
    ['behind a minus and a bracket', '(water -is:unr|)', ['(water -is:unread)']],
    ['tags by letters', 'tags:s|', ['tags:SENV', 'tags:SNAR']],
    ['tags by what they mean', 'tags:narc|', ['tags:SNAR']],
    ['own tags beside the TAGS', 'tag:f|', ['tag:follow-up']],
    ['classifications', 'class:sec|', ['class:secret']],
    ['the other end of a range', 'class:c..sec|', ['class:c..secret']],
    ['years, the newest first', 'date:20|', ['date:2010', 'date:2009']],
    ['the end of a range of years', 'date:1972..20|', ['date:1972..2010', 'date:1972..2009']],
    ['saved searches', 'undecided:b|', ['undecided:border']],
    ['not what is whole already', 'is:unread|', []],
    ['the word under the cursor alone', 'from:arc| water', ['from:"Embassy Arcadia" water']],
    ['nothing for a field that is none', 'form:a|', []],
  ])('%s', (_name, marked, completed) => {
    expect(complete(marked)).toEqual(completed);
  });

  it('says how many cables have a value and what it means', () => {
    expect(completeQuery('tags:sna', 8, names).options).toEqual([{ text: 'tags:SNAR', label: 'SNAR', detail: '12 Narcotics' }]);
  });

  it('shows how a value is written where values cannot be listed', () => {
    expect(completeQuery('size:', 5, names)).toMatchObject({ options: [], examples: ['size:50k..', 'size:..10k'] });
  });
});

describe('a value that no cable has', () => {
  it.each([
    ['tag:SENF', { typed: 'tag:SENF', better: 'tag:SENV', count: 40 }],
    ['water from:arcadai', { typed: 'from:arcadai', better: 'from:arcadia', count: 60 }],
    ['from:"port vesqer"', { typed: 'from:port vesqer', better: 'from:"port vesper"', count: 18 }],
    ['mine:folow-up', { typed: 'mine:folow-up', better: 'mine:follow-up', count: 3 }],
    ['from:arcadia zinc', null],
    ['tags:QQQQQQQQ', null],
    ['zinc', null],
  ])('%s', (query, suggestion) => {
    expect(suggestValue(query, names)).toEqual(suggestion);
  });
});
