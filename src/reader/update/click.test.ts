import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../generate/headless-reader.ts';

let reader: HeadlessReader;
beforeAll(async () => {
  reader = await openHeadlessReader();
});
afterAll(() => reader.close());

const cursorLine = () => reader.rows().findIndex((row) => row.startsWith('▌'));
const lineOf = (text: RegExp) => reader.rows().findIndex((row) => text.test(row));

it('a click puts the cursor on a row of Home, never on a heading; another one opens it', async () => {
  const wanted = lineOf(/By origin/);
  await reader.click(wanted);
  expect(cursorLine()).toBe(wanted);
  await reader.click(lineOf(/^ {2}Browse/));
  expect(cursorLine()).toBe(wanted);
  await reader.click(wanted);
  expect(reader.rows()[0]).toMatch(/origin/);
  await reader.click(5);
  expect(cursorLine()).toBe(5);
});

it('each row of a list has its two lines where words are looked for', async () => {
  await reader.press('q', '/', ...'river', 'enter');
  await reader.click(7);
  expect(cursorLine()).toBe(6);
  await reader.click(6);
  expect(reader.rows()[0]).toMatch(/^ 09ARCADIA812 /);
});

it('in a cable, outside of the rows and below the last one it does nothing', async () => {
  const shown = reader.rows();
  await reader.click(9);
  expect(reader.rows()).toEqual(shown);
  await reader.press('q');
  const list = reader.rows();
  for (const line of [0, 1, 22, 23]) await reader.click(line);
  expect(reader.rows()).toEqual(list);
  await reader.press('g', 'l');
  const last = reader.rows().findLastIndex((row) => /^.\s+\d\d:\d\d/.test(row));
  await reader.click(last + 1);
  expect(reader.rows()[last + 1]).toBe('');
  await reader.click(last);
  expect(cursorLine()).toBe(last);
});
