import { expect, it } from 'vitest';
import { openHeadlessReader } from '../../generate/headless-reader.ts';

it('starts one editor for `AA`, and drops the rest of what came while it has the terminal', async () => {
  const edited: string[] = [];
  const reader = await openHeadlessReader({
    edit: async (text) => {
      edited.push(text);
      return text;
    },
  });
  await reader.press(':', ...'09ARCADIA812', 'enter');
  const [title] = reader.rows();
  await reader.pressAtOnce('A', 'A', 'q', 'q');
  expect(edited).toHaveLength(1);
  expect(reader.rows()[0]).toBe(title);
  await reader.pressAtOnce('A');
  expect(edited).toHaveLength(2);
  await reader.close();
});
