/* An evening in a real pseudo-terminal: open, read to the end, tag, bookmark, quit; come back, and everything is there. */
import { expect, it } from 'vitest';
import { shellForTests, withSample } from './shell.ts';

const shell = shellForTests(withSample);
const open = (args: readonly string[] = []) => shell.open(['--sample', ...args]);

it('reads, tags, bookmarks, quits, and finds it all again', async () => {
  const evening = open();
  await evening.expectText(/SAMPLE/);
  await evening.expectText(/enter open/);
  evening.press('/');
  evening.type('subject:drought');
  await evening.expectText(/1\/1 · newest/);
  evening.enter();
  await evening.expectText(/09ARCADIA812/);
  evening.enter();
  await evening.expectText(/Viewing cable 09ARCADIA812/);
  evening.press('t');
  evening.type('+follow-up');
  evening.enter();
  await evening.expectText(/tagged 09ARCADIA812 \+follow-up/);
  evening.press('3G');
  await evening.expectText(/¶3 of \d+/);
  evening.press('m');
  await evening.expectText(/¶3 bookmarked/);
  evening.press('Q');
  expect((await evening.exit()).code).toBe(0);

  const morning = open(['09ARCADIA812']);
  await morning.expectText(/Going on at ¶3/);
  await morning.expectText(/◆1/);
  morning.press('gg');
  await morning.expectText(/#follow-up/);
  morning.press('G');
  await morning.expectText(/ end /);
  morning.press('q', 'gl');
  await morning.expectText(/Today/);
  await morning.expectText(/bookmarked +09ARCADIA812/);
  await morning.expectText(/tagged +09ARCADIA812/);
  morning.press('gt');
  await morning.expectText(/#follow-up/);
  morning.press('q', 'gm');
  await morning.expectText(/09ARCADIA812 +¶3/);
  morning.press('gz');
  await morning.expectText(/undo list/);
  // The bookmark is the newest decision, the tag the one below it.
  morning.press('j', 'z');
  await morning.expectText(/undone: tagged/);
  morning.press('Q');
  await morning.exit();

  expect((await shell.json(['--sample', 'show', '09ARCADIA812', '--json']))[0]?.['id']).toBe('09ARCADIA812');
  expect((await shell.run(['--sample', 'list', 'mine:follow-up'])).code).toBe(1);
  const log = (await shell.json(['--sample', 'log', '--json'])).map(({ type, undone }) => [type, undone]);
  expect(log[0]).toEqual(['action.undone', false]);
  expect(log).toContainEqual(['tag.added', true]);
  expect(log).toContainEqual(['bookmark.added', false]);
  expect(log.some(([type]) => type === 'cable.opened' || type === 'cable.read')).toBe(true);
  expect((await shell.run(['--sample', 'list', 'is:read', '--ids'])).out).toContain('09ARCADIA812');
}, 60_000);

it('decides down a list, takes it back, and triages', async () => {
  const evening = open(['open', 'from:arcadia']);
  await evening.expectText(/10ARCADIA118/);
  evening.press('v');
  await evening.expectText(/✓ 10ARCADIA118/);
  evening.press('x');
  await evening.expectText(/× 10ARCADIA97/);
  evening.press('z');
  await evening.expectText(/undone/);
  await evening.expectText(/● 10ARCADIA97/);
  evening.press('D');
  await evening.expectText(/triage › from:arcadia/);
  await evening.expectRow(1, /^ 10ARCADIA97 /);
  evening.press('x');
  await evening.expectText(/✓ skipped 10ARCADIA97/);
  await evening.expectRow(1, /^ 10ARCADIA83 /);
  evening.press('w');
  await evening.expectText(/✓ later 10ARCADIA83/);
  evening.press('q');
  await evening.expectText(/× 10ARCADIA97/);
  evening.press('Q');
  await evening.exit();

  // What another evening decided is named before it is taken back.
  const morning = open(['open', 'from:arcadia']);
  await morning.expectText(/◷ 10ARCADIA83/);
  morning.press('z');
  await morning.expectText(/z again takes back, (?:\d\d:\d\d|yesterday): later 10ARCADIA83/);
  await morning.expectText(/◷ 10ARCADIA83/);
  morning.press('z');
  await morning.expectText(/undone: later 10ARCADIA83/);
  morning.press('Q');
  await morning.exit();
}, 60_000);

it('goes anywhere by name, and back', async () => {
  const evening = open();
  await evening.expectText(/enter open/);
  // All in one chunk, as a slow link may bring it.
  evening.type(':09 arcadia 812\r');
  await evening.expectText(/Viewing cable 09ARCADIA812/);
  evening.press('rr');
  await evening.expectText(/references: 09ARCADIA812/);
  evening.press('q', 'q');
  await evening.expectText(/My reading/);
  // Enter opens what the filter finds, not the row that was there before.
  evening.type('/subject:drought\r\r');
  await evening.expectText(/Viewing cable 09ARCADIA812/);
  evening.press('q', 'q');
  await evening.expectText(/My reading/);
  evening.press('?');
  await evening.expectText(/Decide and write|Move/);
  evening.press('q', 'q');
  expect((await evening.exit()).code).toBe(0);
}, 60_000);
