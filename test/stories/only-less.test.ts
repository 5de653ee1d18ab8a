/* Somebody who knows nothing but `less` sits down at it: what to press next is read off the screen, and nowhere else. */
import { expect, it } from 'vitest';
import type { RunningScreen } from '../screen/start-cables.ts';
import { shellForTests } from './shell.ts';

const shell = shellForTests();
let app: RunningScreen;

/** The key that the screen says does this. */
async function keyTold(does: string): Promise<string> {
  await app.expectText(does);
  const [, key] = new RegExp(`(\\S+) ${does}`).exec(app.screen())!;
  return key!;
}

it('finds out from the screen how to search, open, tag and leave', async () => {
  app = shell.open(['--sample']);
  app.press(await keyTold('and a word searches'));
  app.type('drought').enter();
  app.press(await keyTold('opens the cable'));
  await app.expectText(/Viewing cable/);
  // As in less.
  app.press('space');
  app.press(await keyTold('tags it'));
  await app.expectText(/type \+a -b, tab completes/);
  app.type('dry').enter();
  await app.expectText(/tagged \w+ \+dry/);
  app.press(await keyTold('back'));
  await app.expectText(/#dry/);
  // The hints were for the first time.
  await app.expectNoText(/opens the cable/);
  app.press(await keyTold('back'));
  app.press(await keyTold('quit'));
  expect((await app.exit()).code).toBe(0);
  expect((await shell.run(['--sample', 'count', 'mine:dry'])).out).toBe('1\n');
}, 60_000);
