import { expect, it } from 'vitest';
import { openHeadlessReader } from '../../../generate/headless-reader.ts';

it('`z` and `Z` say what was undone and done again', async () => {
  const reader = await openHeadlessReader();
  const status = () => reader.rows().at(-2)!;
  await reader.press(':', ...'09ARCADIA812', 'enter', 't', ...'+water', 'enter', 'z');
  const [, undone] = /undone: (\S+ 09ARCADIA812.*?) {2,}/.exec(status())!;
  expect(undone).toContain('water');
  await reader.press('Z');
  expect(status()).toContain(`done again: ${undone}`);
  await reader.press('z', 'Z');
  expect(status()).toContain(`done again: ${undone}`);
  await reader.close();
});
