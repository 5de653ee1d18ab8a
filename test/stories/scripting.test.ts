/* Programs take part: ids from one command to the next, and nothing changed before one has looked. */
import { expect, it } from 'vitest';
import { SAMPLE, shellForTests } from './shell.ts';

const shell = shellForTests(async ({ run }) => expect((await run(['import', SAMPLE])).code).toBe(0));

it('ids go from one command to the next, with newlines or NUL between them, and a dry run changes nothing', async () => {
  const ids = (await shell.run(['list', '--ids', '--limit', '3', '-0'])).out;
  expect(ids.split('\0').filter(Boolean)).toHaveLength(3);
  const dry = await shell.run(['tag', '+seen', '--stdin', '--dry-run'], ids);
  expect(dry).toMatchObject({ code: 0, out: expect.stringMatching(/^would be tagged \+seen: 3 of 3/) as string });
  expect((await shell.run(['count', 'mine:seen'])).out).toBe('0\n');
  expect((await shell.run(['tag', '+seen', '--stdin'], ids)).code).toBe(0);
  const seen = (await shell.run(['list', 'mine:seen', '--ids'])).out;
  expect((await shell.run(['mark', 'kept', '--stdin', '--because', 'on the list'], seen)).code).toBe(0);
  expect(
    (await shell.run(['list', 'is:kept', '--fields', 'id,subject', '--sort', 'oldest', '--limit', '2'])).out.trim().split('\n'),
  ).toHaveLength(2);
});

it.each([
  [['list', '--jsn'], /there is no option --jsn\. Nothing was changed\. Did you mean: --json/],
  [['list', '--limit', 'many'], /--limit many: not a number\. Nothing was changed\. Type: --limit 20/],
  [['list', '--sort'], /--sort needs a value behind it/],
  [['cuont'], /did you mean {2}cables count {2}\?/],
  [['export', 'legder'], /Did you mean: ledger/],
] as const)('%j says what happened, what is safe and what to type, and ends with 2', async (args, said) => {
  expect(await shell.run(args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(said) as string });
});
