import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../../generate/headless-reader.ts';

let reader: HeadlessReader;
beforeEach(async () => {
  reader = await openHeadlessReader({ size: { columns: 100, rows: 24 } });
});
afterEach(() => reader.close());

const place = () => / (\d+\/\d+|0) · /.exec(reader.rows()[0]!)?.[1];
const [help, typed] = [-2, -1].map((at) => () => reader.rows().at(at)!);

async function placeOf(query: string): Promise<string | undefined> {
  await reader.press('/', '^u', ...query);
  return place();
}

it('an open quote or bracket finds while one types what it will find when it is closed', async () => {
  await reader.press('/', 'x', 'enter');
  const closed = await placeOf('"border gauges"');
  expect(await placeOf('"border gauges')).toBe(closed);
  expect(help!()).toContain('searching: "border gauges*"');
  const border = await placeOf('"border"');
  expect(await placeOf('"border ')).toBe(border);
  // Deleted back to the blank.
  await reader.press(...'gauges', '^w');
  expect([place(), typed!()]).toEqual([border, expect.stringContaining('/"border')]);
  expect(await placeOf('gauges (border OR ')).toBe(await placeOf('gauges border'));
});

it('enter closes it', async () => {
  await reader.press('/', ...'gauges (from:arcadia "border gau', 'enter');
  expect(reader.rows().join('\n')).toContain('searching for gauges (from:arcadia "border gau*")');
});

it('what is no day is said, and stays to be mended', async () => {
  await reader.press('/', ...'border', 'enter', 'W', ...'frida', 'enter');
  expect([help!(), typed!()]).toEqual([expect.stringContaining('frida: no day. Type tomorrow'), expect.stringContaining('frida')]);
  await reader.press('backspace', 'backspace', 'enter');
  expect(help!()).toContain('until fri');
});

it('an error of a filter goes with its prompt', async () => {
  await reader.press('/', ...'date:2009-13', 'enter');
  expect(help!()).toContain('2009-13 is no date');
  await reader.press('esc');
  expect(reader.rows().join('\n')).not.toContain('2009-13 is no date');
});
