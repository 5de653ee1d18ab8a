import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../../generate/headless-reader.ts';

let reader: HeadlessReader;
beforeEach(async () => {
  reader = await openHeadlessReader();
});
afterEach(() => reader.close());

/** Id and place in the list: ` 09LOWFORD253 3/18`. */
const placeOf = (of: HeadlessReader) => of.rows()[0]!.replace(/^( \w+).*?( \d+\/\d+) .*$/, '$1$2');

it('goes on reading in the list that the cable was opened from', async () => {
  await reader.press('/', ...'drought OR hedge', 'enter', 'G');
  while (!reader.rows().some((row) => /^▌.*09ARCADIA812/.test(row))) await reader.press('k');
  await reader.press('enter', '1', '2', 'G');
  const place = placeOf(reader);
  expect(place).toMatch(/^ 09ARCADIA812 \d+\/\d+$/);
  await reader.press('g', 'h', 'g', 'c');
  expect(placeOf(reader)).toBe(place);
  await reader.press('K');
  expect(placeOf(reader)).not.toContain('09ARCADIA812');
  expect(reader.rows().join('\n')).not.toContain('not opened from a list');
  await reader.press('q');
  expect(reader.rows()[1]).toContain('drought OR hedge');
});

it('finds it in a list of what is unread, which has lost it', async () => {
  await reader.press('g', 'u', 'j', 'enter');
  const place = placeOf(reader);
  await reader.press('2', 'G', 'U', 'g', 'h', 'g', 'c');
  expect(placeOf(reader)).toBe(place);
});
