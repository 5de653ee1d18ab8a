/* Someone who wants to find something: types, sees what is found and why, completes names, goes through the hits, and finds the filter again. */
import { expect, it } from 'vitest';
import { shellForTests, withSample } from './shell.ts';

const shell = shellForTests(withSample);
const open = (args: readonly string[] = []) => shell.open(['--sample', ...args]);

it('finds while typing, shows the words in their text, and goes from hit to hit through the cables', async () => {
  const evening = open();
  await evening.expectText(/enter open/);
  evening.press('/');
  evening.type('border gau');
  await evening.expectText(/1\/\d+ · newest/);
  await evening.expectText(/searching: border AND gau\*/);
  await evening.expectText(/would accept border gauges if they were read by both sides/);
  await evening.expectText(/1972 .*█.* 2010/);
  // No cable has the word `gau`: what one saw while typing stays.
  evening.enter();
  await evening.expectText(/No such word: searching for border gau\*/);
  await evening.expectText(/would accept border gauges/);
  evening.press('s');
  await evening.expectNoText(/would accept border gauges/);
  evening.press('s', 'j', 'enter');
  await evening.expectText(/10ARCADIA118 .* 2\/\d+ all cables/);
  await evening.expectText(/hit 1 of \d+ "border gau\*"/);
  evening.press('n');
  await evening.expectText(/hit 2 of \d+/);
  evening.press('99n');
  await evening.expectText(/10ARCADIA97 .* 3\/\d+ all cables/);
  await evening.expectText(/hit 1 of \d+/);
  evening.press('N');
  await evening.expectText(/10ARCADIA118 /);
  const last = /hit (\d+) of (\d+)/.exec(evening.screen());
  expect(last?.[1]).toBe(last?.[2]);
  evening.press('Q');
  expect((await evening.exit()).code).toBe(0);
}, 60_000);

it('completes fields and values, says what is wrong on the bottom line alone, and brings back what was searched for another day', async () => {
  const morning = open();
  await morning.expectText(/enter open/);
  morning.press('/');
  morning.type('fr');
  await morning.expectText(/tab +from:/);
  morning.press('tab');
  morning.type('low');
  await morning.expectText(/tab +Consulate Low Ford \d+/);
  morning.press('tab');
  await morning.expectText(/\/from:"Consulate Low Ford"/);
  await morning.expectText(/09LOWFORD253/);
  morning.type(' is:unred');
  await morning.expectText(/is:unred is unknown. Did you mean unread\?/);
  await morning.expectText(/09LOWFORD253/);
  morning.press('^w').type('tags:SENF').enter();
  await morning.expectText(/No cable has +tags:SENF\. +Did you mean tags:SENV \(\d+\)\?/);
  morning.press('/', '^u', 'up');
  await morning.expectText(/\/from:"Consulate Low Ford" tags:SENF/);
  morning.press('up');
  await morning.expectText(/\/border gau\*/);
  morning.press('^g', 'Q');
  await morning.exit();
}, 60_000);

it('counts what was found by origin, country and tag, goes on from a count, and from a cable that is not here to those that cite it', async () => {
  const noon = open(['open', 'gauge*']);
  await noon.expectText(/1\/\d+ · newest/);
  const all = Number(/1\/(\d+) /.exec(noon.screen())![1]);
  noon.press('gb');
  await noon.expectText(/by origin · gauge\*/);
  await noon.expectText(/Embassy Arcadia +\d+ +█+/);
  noon.press('right', 'right');
  await noon.expectText(/by tag · gauge\*/);
  await noon.expectText(/SENV +\d+ +█+ +Environmental/i);
  const counted = Number(/SENV +(\d+)/.exec(noon.screen())![1]);
  expect(counted).toBeLessThan(all);
  noon.press('/').type('environ').enter().press('enter');
  await noon.expectText(new RegExp(`1/${counted} · newest`));
  await noon.expectText(/gauge\* tags:SENV/);
  noon.press('o');
  await noon.expectText(/order: relevance/);
  noon.press('q', 'left', 'left', 'left', 'left');
  await noon.expectText(/by (?:month|release date|year) · gauge\*/);
  noon.press(':').type('09 arcadia 812').enter();
  await noon.expectText(/Viewing cable 09ARCADIA812/);
  noon.press('rr');
  await noon.expectText(/not here, cited \d+x/);
  noon.press('/').type('not here').enter().press('enter');
  await noon.expectText(/cites:\w+/);
  await noon.expectText(/09ARCADIA812/);
  noon.press('Q');
  await noon.exit();
}, 60_000);
