import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../../generate/headless-reader.ts';

let reader: HeadlessReader;
beforeAll(async () => {
  reader = await openHeadlessReader({ size: { columns: 100, rows: 24 } });
  await reader.press('/', 'x', 'enter');
});
afterAll(() => reader.close());

it.each([
  ['drougth', /No cable has {2}drougth\. {2}Did you mean drought \(\d+\)\?/],
  ['gauges rdought', /No cable has {2}rdought\. {2}Did you mean drought \(\d+\)\?/],
  ['gauges zzyzzx', /No cable has {2}zzyzzx\.$/m],
  ['"no such phrase here"', /No cable has {2}"no such phrase here"\.$/m],
  ['"border gauges" "fish that" drought', /No cable has all of it: {2}"border gauges" \d+ · "fish that" \d+ · drought \d+\./],
  ['gauges date:1950', /No cable has {2}gauges date:1950\./],
])('%s', async (query, said) => {
  await reader.press('/', '^u', ...query, 'enter');
  expect(reader.rows().join('\n')).toMatch(said);
});
