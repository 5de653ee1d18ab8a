import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../generate/headless-reader.ts';
import { defaultKeymap } from '../keys/live-keymap.ts';

let reader: HeadlessReader;
beforeAll(async () => {
  reader = await openHeadlessReader();
  await reader.press(':', ...'09ARCADIA812', 'enter');
});
afterAll(() => reader.close());

describe.each([
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
])('the menu of a prefix at $columns columns', (size) => {
  it.each(['y', 'r', 'g'])('shows all that may follow %s, and goes with the next key', async (prefix) => {
    await reader.resize(size);
    await reader.press(prefix);
    const menu = reader.rows().slice(-8).join('\n');
    for (const { key, title } of defaultKeymap.continuations(prefix, 'cable')) expect(menu).toContain(`${key} ${title.split(';')[0]}`);
    await reader.press('esc');
    expect(reader.rows().at(-1)).not.toBe(menu.split('\n').at(-1));
  });
});
