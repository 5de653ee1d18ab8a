import { afterEach, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../../generate/headless-reader.ts';

let reader: HeadlessReader;
afterEach(() => reader.close());

const status = () => reader.rows().at(-2);

it('marks all rows where some are marked, and none where all are', async () => {
  reader = await openHeadlessReader();
  await reader.press('/', ...'water', 'enter', 'tab', 'tab', '*');
  expect(status()).toContain('57 marked');
  await reader.press('tab', '*');
  expect(status()).toContain('57 marked');
  await reader.press('*');
  expect(status()).toContain('no row marked');
});

it.each([80, 40])('keeps the sign of a marked row at %i columns', async (columns) => {
  reader = await openHeadlessReader({ size: { columns, rows: 24 } });
  await reader.press('/', ...'water', 'enter', 'x', 'k', 'tab');
  const rows = reader.rows().filter((row) => /^.[×●]/.test(row));
  expect(rows[0]).toMatch(/^.×.?▣/);
  expect(rows[1]).toMatch(/^.●[^▣]+$/);
});
