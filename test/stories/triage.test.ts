/* Going through four hundred cables in an evening, in a real pseudo-terminal. */
import { expect, it } from 'vitest';
import type { RunningScreen } from '../screen/start-cables.ts';
import { shellForTests, withSample } from './shell.ts';

const shell = shellForTests(withSample);
let app: RunningScreen;
const open = async (...args: readonly string[]) => {
  app = shell.open(['--sample', ...args]);
  await app.expectText(/ keys/);
  return app;
};

it('makes a filter a question, decides its cables one by one, and goes on where the laptop was closed', async () => {
  await open('open', 'border');
  await app.expectText(/1\/52/);
  app.press('S');
  app.type('borders').enter();
  await app.expectText(/saved as borders/);
  app.press('D');
  await app.expectRow(0, /triage › borders +0\/52/);
  await app.expectRow(1, /10LOWFORD33/);
  await app.expectText(/SUMMARY\. The first joint reading of the border gauges/);
  await app.expectText(/COMMENT\. If this is what ref E forbids/);
  app.press('x');
  await app.expectRow(1, /10ARCADIA118/);
  await app.expectText(/skipped 10LOWFORD33 for borders +z undo/);
  app.press('V');
  await app.expectText(/keep because:/);
  app.type('two watches').enter();
  await app.expectRow(0, /2\/52 · 1 ✓ · 1 × · 0 ◷/);
  app.press('W');
  app.type('next month').enter();
  await app.expectText(/later 10ARCADIA97 until next month for borders/);
  await app.expectRow(1, /10CARDENA88/);
  // The lid is shut: no word to the program.
  app.signal('SIGKILL');
  await app.exit();

  await open();
  await app.expectText(/Continue +triage › borders, 3 of 52/);
  app.enter();
  await app.expectRow(0, /triage › borders +3\/52 · 1 ✓ · 1 × · 1 ◷/);
  await app.expectRow(1, /10CARDENA88/);
  app.press('D');
  await app.expectText(/× 10LOWFORD33/);
  await app.expectText(/◷ 10ARCADIA97 .*next month/);
  app.press('Q');
  await app.exit();
  expect((await shell.run(['--sample', 'list', 'kept:borders', '--ids'])).out).toBe('10ARCADIA118\n');
  const [kept] = await shell.json(['--sample', 'log', '--type', 'cable.kept', '--json']);
  expect(kept).toMatchObject({ cables: ['10ARCADIA118'], because: 'two watches', via: { search: 'borders', query: 'border' } });
}, 60_000);

it('says when another question decided otherwise, and keeps its own verdict', async () => {
  await open('open', 'border');
  await app.expectText(/kept for borders|skipped for borders/);
  await app.expectRow(2, /● 10LOWFORD33/);
  app.press('D');
  await app.expectRow(1, /10LOWFORD33/);
  await app.expectText(/skipped for borders/);
  app.press('v');
  await app.expectText(/kept 10LOWFORD33/);
  app.press('q');
  await app.expectRow(2, /✓ 10LOWFORD33/);
  app.press('Q');
  await app.exit();
  expect((await shell.run(['--sample', 'list', 'skipped:borders', '--ids'])).out).toContain('10LOWFORD33');
}, 60_000);

it('reads the whole text where the digest is too little, and comes back', async () => {
  await open('open', 'gauges');
  await app.expectText(/1\/28/);
  app.press('j', 'D');
  await app.expectRow(0, /triage › gauges/);
  app.enter();
  await app.expectText(/Viewing cable/);
  app.press('q');
  await app.expectRow(0, /triage › gauges/);
  app.press('q');
  await app.expectText(/\/28 · newest/);
  app.press('Q');
  await app.exit();
}, 60_000);

it('marks by key, up to here and by a filter, and shows what a batch would change before it is done', async () => {
  await open('open', 'from:lowford');
  await app.expectRow(2, /10LOWFORD33/);
  app.press('tab', '3j', 'S-tab');
  await app.expectText(/5 marked/);
  app.press('x');
  await app.expectText(/4 undecided, 1 kept before/);
  await app.expectText(/skip 5 cables\?/);
  app.esc();
  await app.expectNoText(/skip 5 cables/);
  await app.expectRow(3, /▣/);
  app.press('x');
  await app.expectText(/skip 5 cables\?/);
  app.enter();
  await app.expectText(/skipped 5 cables +z undo/);
  app.press('z');
  await app.expectText(/undone: skipped 5 cables/);
  await app.expectRow(2, /▌✓ 10LOWFORD33/);
  app.press('&');
  app.type('subject:gauges').enter();
  await app.expectText(/marked by subject:gauges/);
  app.press('t');
  app.type('+gauge');
  await app.expectText(/\+gauge: \d+ get it/);
  app.enter();
  await app.expectText(/tagged \d+ cables \+gauge/);
  app.press('Q');
  await app.exit();
  const log = await shell.json(['--sample', 'log', '--type', 'tag.added', '--json']);
  expect(log.map(({ cables }) => (cables as string[]).length > 2)).toEqual([true]);
}, 60_000);

it('repeats the last decision with its reason, and tags by number', async () => {
  await open('open', 'from:cardena');
  await app.expectRow(2, /CARDENA/);
  app.press('X');
  app.type('same as before').enter();
  await app.expectText(/because same as before/);
  app.press('.');
  await app.expectRow(3, /× /);
  app.press('t');
  await app.expectText(/1 #gauge/);
  app.press('1');
  await app.expectText(/tagged \w+ \+gauge/);
  app.press('Q');
  await app.exit();
  const log = await shell.json(['--sample', 'log', '--type', 'cable.skipped', '--json']);
  expect(log.filter(({ because, undone }) => because === 'same as before' && !undone)).toHaveLength(2);
}, 60_000);

it('decides nothing that was not seen yet', async () => {
  app = shell.open(['--sample', 'open', 'from:arcadia'], { answerAfter: 300 });
  await app.expectText(/10ARCADIA118/);
  app.press('D');
  await app.expectText(/triage › from:arcadia/);
  await new Promise((resolve) => setTimeout(resolve, 400));
  app.type('xxx');
  await app.expectText(/2 more x ignored: not shown yet/);
  app.press('Q');
  await app.exit();
  expect((await shell.run(['--sample', 'count', 'is:skipped', 'from:arcadia'])).out.trim()).toBe('1');
}, 60_000);

it('takes a whole evening back at once, and brings it again', async () => {
  const standing = async () =>
    (await shell.json(['--sample', 'log', '--json'])).filter(({ undone, undoable }) => undoable && !undone).length;
  const before = await standing();
  const began = new Date().toISOString();
  await open('open', 'date:2008');
  app.press('S');
  app.type('2008').enter();
  await app.expectText(/saved as 2008/);
  app.press('D');
  for (let decided = 0; decided < 20; decided++) {
    await app.expectRow(0, new RegExp(`triage › 2008 +${decided}/`));
    app.press(decided % 5 === 2 ? 'v' : 'x');
  }
  // The pace is told after twenty.
  await app.expectRow(0, /20\/\d+ · 4 ✓ · 16 × · 0 ◷/);
  app.press('Q');
  await app.exit();
  expect((await shell.run(['--sample', 'count', 'skipped:2008'])).out.trim()).toBe('16');

  const taken = await shell.run(['--sample', 'undo', '--since', began, '--yes']);
  expect(taken.out).toMatch(/taken back: 21 decisions {3}\(all of them again: cables redo\)/);
  expect(await standing()).toBe(before);
  expect((await shell.run(['--sample', 'searches'])).out).not.toMatch(/^2008/m);

  expect((await shell.run(['--sample', 'redo', '--yes'])).out).toMatch(/done again: 21 decisions/);
  expect((await shell.run(['--sample', 'count', 'kept:2008'])).out.trim()).toBe('4');
}, 60_000);
