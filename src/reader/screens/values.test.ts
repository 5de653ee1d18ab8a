/* Counts of a list, one kind after the other. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../generate/headless-reader.ts';

let reader: HeadlessReader;
beforeAll(async () => {
  reader = await openHeadlessReader();
});
afterAll(() => reader.close());

it('months are a step from the first kind, years the next one', async () => {
  await reader.press('g', 'h', '/', ...'gauge', 'enter', 'g', 'b', 'left');
  expect(reader.rows()[0]).toContain('by month · gauge');
  await reader.press('left');
  expect(reader.rows()[0]).toContain('by year · gauge');
});

it('no kind has so long neighbours that the other order is not named', async () => {
  for (let kinds = 0; kinds < 7; kinds++) {
    await reader.press('right');
    expect(reader.rows().at(-1)).toMatch(/left \w+ {2}right \w+ {2}o order {2}q back {2}\? keys/);
  }
});

it('the box finds the months of all cables by name', async () => {
  await reader.press(':', ...'month');
  expect(reader.rows()[2]).toContain('By month of creation');
  await reader.press('enter');
  expect(reader.rows()[0]).toContain('by month of creation');
});
