import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../../generate/headless-reader.ts';

let reader: HeadlessReader;
beforeAll(async () => {
  reader = await openHeadlessReader({ size: { columns: 100, rows: 24 }, counting: 250 });
});
afterAll(() => reader.close());

it('rows are there while one types, their number follows; enter records how many there were', async () => {
  await reader.press('/');
  const typed = reader.press('r');
  await vi.waitFor(() => expect(reader.rows()[0]).toMatch(/ 1\/… /));
  expect(reader.rows()[2]).toMatch(/^▌.* 2\d\d\d-/);
  await typed;
  const [, number] = / 1\/(\d+) /.exec(reader.rows()[0]!) ?? [];
  expect(Number(number)).toBeGreaterThan(100);
  await reader.press('enter', 'G');
  expect(reader.rows()[0]).toMatch(/ (\d+)\/\1 /);
});
