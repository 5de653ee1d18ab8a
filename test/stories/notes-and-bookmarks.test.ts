/* Writing on a cable: notes in a line and in an editor, drafts, two versions, and bookmarks that another edition has elsewhere. */
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunningScreen } from '../screen/start-cables.ts';
import { openShell, shellForTests, withSample } from './shell.ts';

const shell = shellForTests(withSample);
let app: RunningScreen;
const open = async (env: Readonly<Record<string, string>> = {}) => {
  app = shell.open(['--sample', '09ARCADIA812'], { env });
  await app.expectRow(0, /09ARCADIA812 +C\/NF/);
};

/** An editor as people have one: a program that changes the file it is given. */
function makeEditor(script: string): string {
  const path = join(shell.home, 'editor');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o700);
  return path;
}

it('writes a note in a line, shows it in the text, finds it, and takes it away again', async () => {
  await open();
  app.press('2G', 'a');
  await app.expectText(/note on ¶2:/);
  app.type('ask M. about the 2004 survey').enter();
  await app.expectText(/✎ ask M\. about the 2004 survey/);
  await app.expectText(/noted ¶2/);
  expect((await shell.run(['--sample', 'list', 'note:survey', '--ids'])).out).toBe('09ARCADIA812\n');
  app.press('a');
  await app.expectText(/note on ¶2: ask M/);
  app.press('^u').enter();
  await app.expectText(/note off ¶2/);
  await app.expectNoText(/✎ ask M/);
  app.press('Q');
  await app.exit();
}, 60_000);

it('writes a longer note in the editor of the environment, in a private file that is gone afterwards', async () => {
  const editor = makeEditor(`ls -l "$1" | cut -c1-10 > ${shell.home}/mode; dirname "$1" > ${shell.home}/where
    printf 'two gauges\\nand a chairman\\n' | cat - "$1" > "$1.new"; cat "$1" > ${shell.home}/given; cat "$1.new" > "$1"; rm "$1.new"`);
  await open({ EDITOR: editor });
  app.press('2G', 'A');
  await app.expectText(/✎ two gauges \/ and a chairman/);
  await app.expectText(/noted ¶2/);
  expect(readFileSync(join(shell.home, 'mode'), 'utf8')).toBe('-rw-------\n');
  expect(readFileSync(join(shell.home, 'given'), 'utf8')).toMatch(/not part of the note[\s\S]*09ARCADIA812 ¶2: /);
  expect(existsSync(readFileSync(join(shell.home, 'where'), 'utf8').trim())).toBe(false);
  app.press('Q');
  await app.exit();
  expect(await shell.json(['--sample', 'notes', '--json'])).toMatchObject([{ text: 'two gauges\nand a chairman', para: 2 }]);
}, 60_000);

it('leaves the note as it was where the editor fails', async () => {
  await open({ EDITOR: makeEditor('exit 1') });
  app.press('2G', 'A');
  await app.expectText(/ended with 1\. The note is as it was/);
  app.press('Q');
  await app.exit();
}, 60_000);

it('keeps what is being written as a draft when the terminal is closed', async () => {
  await open();
  app.press('3G', 'a');
  await app.expectText(/note on ¶3:/);
  app.type('half a thou');
  await app.expectText(/half a thou/);
  app.signal('SIGHUP');
  await app.exit();
  await open();
  app.press('3G');
  await app.expectText(/✎ \(draft\) half a thou/);
  app.press('a');
  await app.expectText(/note on ¶3: half a thou/);
  app.type('ght').enter();
  await app.expectText(/✎ half a thought/);
  app.press('Q');
  await app.exit();
}, 60_000);

it('keeps what an editor has saved when the terminal is closed over it', async () => {
  await open({ EDITOR: makeEditor(`printf 'saved in time' > "$1"; touch ${shell.home}/saved; sleep 30`) });
  app.press('4G', 'A');
  await app.until(() => existsSync(join(shell.home, 'saved')), 'the editor to have saved');
  app.signal('SIGHUP');
  await app.exit();
  expect(await shell.json(['--sample', 'notes', '--json'])).toContainEqual(
    expect.objectContaining({ text: 'saved in time', draft: true, para: 4 }),
  );
}, 60_000);

it('shows both versions of a note that two machines wrote, and gives both to the editor', async () => {
  const other = openShell();
  try {
    await shell.run(['--sample', 'note', '09ARCADIA812#5', 'from the train']);
    const library = readdirSync(shell.home).find((name) => statSync(join(shell.home, name)).isDirectory())!;
    cpSync(join(shell.home, library), join(other.home, library), { recursive: true });
    await shell.run(['--sample', 'note', '09ARCADIA812#5', 'as written on the laptop']);
    await other.run(['--sample', 'note', '09ARCADIA812#5', 'as written on the server']);
    expect((await shell.run(['--sample', 'sync', join(other.home, library)])).code).toBe(0);
  } finally {
    other.end();
  }
  await open({ EDITOR: makeEditor(`cat "$1" > ${shell.home}/both; printf 'as written on both' > "$1"`) });
  app.press('5G');
  await app.expectText(/\(1 of 2 versions\) as written on the/);
  await app.expectText(/\(2 of 2 versions\) as written on the/);
  app.press('a');
  await app.expectText(/✎ as written on both/);
  await app.expectNoText(/of 2 versions/);
  const both = readFileSync(join(shell.home, 'both'), 'utf8');
  expect([/laptop/.test(both), /server/.test(both)]).toEqual([true, true]);
  app.press('Q');
  await app.exit();
}, 60_000);
