/* Names of one's own: tags, and questions with what is new in them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunningScreen } from '../screen/start-cables.ts';
import { SAMPLE, shellForTests } from './shell.ts';

const shell = shellForTests(async ({ home, run }) => {
  const first = join(home, 'first.ndjson');
  writeFileSync(first, readFileSync(SAMPLE, 'utf8').split('\n').slice(0, 150).join('\n'));
  await run(['import', first]);
});
let app: RunningScreen;
const open = async (...args: readonly string[]) => {
  app = shell.open(args);
  await app.expectText(/ keys/);
};

it('renames a misspelt tag onto the right one, having shown that the two become one', async () => {
  await shell.run(['tag', '+watr', '--', 'gauges']);
  await shell.run(['tag', '+water/dam', '--', 'dam']);
  await shell.run(['tag', '+water', '--', 'delta']);
  await open();
  app.press('gt');
  await app.expectText(/#watr/);
  app.press('/');
  app.type('watr').enter();
  await app.expectRow(2, /▌ +\d+ +#watr/);
  app.press('t');
  await app.expectText(/rename #watr to:/);
  app.type('water');
  await app.expectText(/\d+ cables; #water is there on \d+: the two become one, on \d+ +enter does it/);
  app.enter();
  await app.expectText(/renamed #watr to #water +z undo/);
  app.press('Q');
  await app.exit();
  const named = async () => (await shell.json(['tags', '--json'])).map(({ tag }) => tag);
  expect(await named()).toEqual(expect.arrayContaining(['water', 'water/dam']));
  expect(await named()).not.toContain('watr');
  // Below a tag is within it.
  const count = async (query: string) => Number((await shell.run(['count', query])).out);
  expect(await count('mine:water')).toBeGreaterThan(await count('mine:water/dam'));
  expect((await shell.run(['undo', '--yes'])).code).toBe(0);
  expect(await named()).toContain('watr');
}, 60_000);

it('completes a tag that is used, and says when one is new', async () => {
  await open('open', 'gauges');
  app.press('t');
  app.type('+wa');
  await app.expectText(/#wa is new +tab: #wat/);
  app.press('tab');
  await app.expectText(/tag: \+wat\w+/);
  app.esc();
  await app.expectNoText(/tag: /);
  app.press('t');
  app.type('+flood');
  await app.expectText(/#flood is new/);
  app.enter();
  await app.expectText(/tagged \w+ \+flood/);
  app.press('Q');
  await app.exit();
}, 60_000);

it('counts what came to a question since one last looked', async () => {
  await open('open', 'border');
  app.press('S');
  app.type('borders').enter();
  await app.expectText(/saved as borders/);
  app.press('x', 'Q');
  await app.exit();
  await shell.run(['import', SAMPLE]);
  expect(await shell.json(['searches', '--json'])).toMatchObject([{ name: 'borders', cables: 52, decided: 1, new: 26 }]);
  await open();
  await app.expectText(/borders +border +52 +1 decided, \+26 new/);
  app.press('gs');
  await app.expectText(/borders +52 +1 decided, \+26 new +border/);
  app.enter();
  await app.expectText(/26 new since you last looked/);
  app.press('q', 'q');
  await app.expectText(/borders +border +52 +1 decided *\n/);
  app.press('Q');
  await app.exit();
}, 60_000);
