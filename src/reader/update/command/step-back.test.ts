import { afterEach, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../../generate/headless-reader.ts';

let reader: HeadlessReader;
afterEach(() => reader.close());

const title = () => reader.rows()[0]!.trim().replaceAll(/ {2,}/g, '  ');
const underCursor = () => reader.rows().find((row) => row.startsWith('▌'));

it('takes the narrowing of a table away before it leaves it, and stays on the row', async () => {
  reader = await openHeadlessReader();
  await reader.press('/', ...'water', 'enter', 'g', 'b', 'left', 'left');
  expect(title()).toMatch(/^by year · water {2}1\/\d\d · by time$/);
  await reader.press('/', ...'2009', 'enter', 'enter', '/', ...'-05', 'enter');
  expect(title()).toMatch(/^by month of 2009 · water date:2009 {2}\/ -05 {2}1\/1 /);
  await reader.press('q');
  expect(title()).toMatch(/^by month of 2009 · water date:2009 {2}\d\/\d/);
  expect(underCursor()).toContain('2009-05');
  await reader.press('q');
  expect(title()).toMatch(/^by year · water {2}\/ 2009/);
  await reader.press('q');
  expect(title()).toMatch(/^by year · water {2}\d/);
  expect(underCursor()).toContain('2009');
  await reader.press('q');
  expect(title()).toMatch(/^all cables/);
});

it('leaves a text with esc as with q', async () => {
  reader = await openHeadlessReader();
  const home = title();
  await reader.press('?');
  expect(title()).toMatch(/^keys of this screen/);
  await reader.press('esc');
  expect(title()).toBe(home);
});
