import { afterEach, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../../generate/headless-reader.ts';

let reader: HeadlessReader;
afterEach(() => reader.close());

it('makes the list that is triaged a question with the verdicts given so far; one undo takes both back', async () => {
  reader = await openHeadlessReader();
  await reader.press('/', ...'border', 'enter', 'D', 'x', 'v');
  expect(reader.rows()[0]).toMatch(/triage › border +2\/52 · 1 ✓ · 1 × · 0 ◷/);
  await reader.press('S', ...'borders', 'enter');
  expect(reader.rows().at(-2)).toContain('saved as borders with the 2 verdicts given here');
  expect(reader.rows()[0]).toMatch(/triage › borders +2\/52 · 1 ✓ · 1 × · 0 ◷/);
  await reader.press('w');
  expect(reader.rows()[0]).toMatch(/triage › borders +3\/52 · 1 ✓ · 1 × · 1 ◷/);
  await reader.press('z', 'z');
  expect(reader.rows()[0]).toMatch(/triage › border +2\/52 · 1 ✓ · 1 × · 0 ◷/);
  await reader.press('g', 'z');
  const listed = reader.rows().slice(2, 6);
  expect(listed.map((row) => row[1])).toEqual(['↶', '↶', ' ', ' ']);
  expect(listed[1]).toContain('saved search borders: border, taking along 2 verdicts');
  await reader.press('q', 'Z', 'g', 'l');
  expect(reader.rows().filter((row) => row.includes('taking along 2 verdicts'))).toHaveLength(1);
});

it('says in a cable that was not opened for triage what it saves', async () => {
  reader = await openHeadlessReader();
  await reader.press('/', ...'border', 'enter', 'enter', 'S');
  expect(reader.rows().at(-2)).toContain('it saves the filter of a list, or of the list that is triaged');
});
