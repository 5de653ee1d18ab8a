/* From one cable, everything it says: what is copied, where it leads, what its words mean. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { RunningScreen } from '../screen/start-cables.ts';
import { shellForTests, withSample } from './shell.ts';

const shell = shellForTests(withSample);
const open = (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) => shell.open(['--sample', ...args], { env });

/** What the program last sent to the clipboard (OSC 52). */
function clipboard({ received }: RunningScreen): string {
  const sent = received.split('\x1b]52;c;').at(-1)!.split('\x07')[0]!;
  return Buffer.from(sent, 'base64').toString('utf8');
}

it('copies a paragraph, its link and its citations to the clipboard at the far end, and shows them plain', async () => {
  const reading = open(['09ARCADIA812#2']);
  await reading.expectText(/¶2 of \d+/);
  await reading.press('yl').expectText(/sent to the clipboard: link to ¶2 +yv show plain/);
  expect(clipboard(reading)).toMatch(/^https:.*\/2009\/12\/09ARCADIA812\.html#par2$/);
  await reading.press('yc').expectText(/citation of ¶2, Chicago style/);
  const chicago = clipboard(reading);
  expect(chicago).toMatch(
    /^US Embassy Arcadia, “DROUGHT: THE VIEW FROM THE DELTA,” diplomatic cable 09ARCADIA812, December 2, 2009, .*para\. 2, /,
  );
  await reading.press('yp').expectText(/clipboard: ¶2 /);
  const paragraph = clipboard(reading);
  expect(paragraph).toMatch(/^The delta cooperatives told Econoff that wells/);
  await reading.press('yy').expectText(/¶2 with its citation/);
  expect(clipboard(reading)).toBe(`“${paragraph}” ${chicago}`);
  await reading.press('yb').expectText(/BibTeX/);
  expect(clipboard(reading)).toMatch(/^@misc\{cable09ARCADIA812,\n {2}author = /);
  await reading.press('y#').expectText(/#cablegate #09ARCADIA812/);
  await reading.press('yr').expectText(/clipboard: 09ARCADIA812#2/);
  await reading.press('yp').expectText(/clipboard: ¶2 /);

  // Nothing stands on the screen but the paragraph, from the left edge.
  await reading.press('yv').expectRow(0, /^The delta cooperatives/);
  expect(reading.rows().join(' ').replaceAll(/\s+/g, ' ').trim()).toBe(paragraph);
  await reading.press('x').expectText(/¶2 of \d+/);
  expect(reading.screen()).not.toMatch(/skipped/);
  reading.press('Q');
  await reading.exit();
}, 60_000);

it('copies the marked rows of a list, in the order they are shown; inside tmux too', async () => {
  const reading = open(['open', 'from:arcadia date:2010'], { TMUX: '/tmp/tmux-1/default,1,0' });
  await reading.expectText(/10ARCADIA118/);
  await reading.press('tab', 'tab', 'yc').expectText(/citation of 2 cables, Chicago style/);
  expect(
    clipboard(reading)
      .split('\n')
      .map((line) => /cable (\w+)/.exec(line)?.[1]),
  ).toEqual(['10ARCADIA118', '10ARCADIA97']);
  expect(reading.received).toContain('\x1bPtmux;\x1b\x1b]52;c;');
  reading.press('Q');
  await reading.exit();
}, 60_000);

it('walks a tree of references both ways, and opens what is in it', async () => {
  const reading = open(['09ARCADIA812']);
  await reading.expectText(/¶2 of 10/);
  await reading.press('rt').expectText(/tree of references: 09ARCADIA812/);
  await reading.expectText(/It cites/);
  // A cable that is not here stands in it, with how often it is cited.
  await reading.expectText(/^ +09STATE110023 +not here, cited \d+x/m);
  // What 09ARCADIA701 cites in turn is set in below it.
  await reading.expectText(/^▌ {2}09ARCADIA701 .*\n {5}79CARDENA2290 /m);
  await reading.expectText(/It is cited by/);
  await reading.press('j', 'enter').expectText(/Viewing cable 79CARDENA2290/);
  await reading.press('H').expectText(/¶2 of 10/);
  reading.press('Q');
  await reading.exit();
}, 60_000);

it('compares two editions of a text, and tells what the one redacted', async () => {
  const reading = open(['09ARCADIA701']);
  await reading.expectText(/Viewing cable/);
  await reading.press('C').expectText(/versions of 09ARCADIA701, 2 in all/);
  await reading.expectText(/It redacts what is to be read here: ¶2 ¶3 ¶5/);
  await reading.expectText(/\[-Anselm Roe,-\] \{\+XXXXXXXXXXXX,\+\}/);
  await reading.press('C').expectText(/version 2 of 2: edition 2011-04/);
  await reading.press('C').expectText(/It fills in what is redacted here: ¶2 ¶3 ¶5/);
  await reading.press('q').expectText(/Viewing cable 09ARCADIA701/);
  reading.press('Q');
  await reading.exit();
}, 60_000);

it('pipes a cable to a command, and opens it in a program that leaves no file behind', async () => {
  const left = `${shell.home}/left`;
  const spy = `${shell.home}/spy.sh`;
  // The mode of the file, its place, and its first line.
  writeFileSync(spy, `#!/bin/sh\nstat -c %a "$1" > ${left}\necho "$1" >> ${left}\nhead -1 "$1" >> ${left}\n`, { mode: 0o700 });
  const reading = open(['09ARCADIA812'], { EDITOR: spy });
  await reading.expectText(/y copy/);
  await reading.press('!').expectText(/pipe 09ARCADIA812 to:/);
  await reading
    .type("grep -c 'not here: \\|gauge'")
    .enter()
    .expectText(/enter goes back to the reader/);
  expect(reading.screen()).toMatch(/^\d+$/m);
  await reading.enter().expectText(/09ARCADIA812 was piped to {2}grep/);
  await reading
    .type('|false')
    .enter()
    .expectText(/false: ended with 1\] +enter goes back/);
  await reading.enter().expectText(/false: ended with 1\. The cable is as it was\./);
  await reading.press('E').expectText(/the file is gone/);
  const [mode, path, first] = readFileSync(left, 'utf8').split('\n');
  expect(mode).toBe('600');
  expect(existsSync(path!)).toBe(false);
  expect(first).toBe('Viewing cable 09ARCADIA812, DROUGHT: THE VIEW FROM THE DELTA');
  reading.press('Q');
  await reading.exit();
}, 60_000);

it('explains what is under the cursor, how one read it, and lists the articles that quote it', async () => {
  const reading = open(['09CARDENA610']);
  await reading.expectText(/quoted in 2 articles/);
  await reading.press('e').expectText(/09CARDENA610 explained/);
  await reading.expectText(/^ +PINR +Intelligence/m);
  await reading.press('G').expectText(/Your reading\n +opened once/);
  await reading.press('q', 'p', 'e').expectText(/In paragraph 1\n +\(.*\) +(?:un)?(?:classified|confidential|secret|sensitive)/);
  await reading.press('q', 'ra').expectText(/^▌ http:\/\/www\.example\.org\/the-lever/m);
  await reading.enter().expectText(/sent to the clipboard: the address/);
  expect(clipboard(reading)).toBe('http://www.example.org/the-lever');
  reading.press('Q');
  await reading.exit();
}, 60_000);

it('has an outline with own bookmarks and notes, open at the paragraph one reads, and a list of own places', async () => {
  const reading = open(['09CARDENA610']);
  await reading.expectText(/y copy/);
  await reading
    .press('2G', 'M')
    .type('lever')
    .enter()
    .expectText(/bookmarked/);
  await reading
    .press('a')
    .type('who pays him?')
    .enter()
    .expectText(/✎ who pays him\?/);
  await reading.press('3G', 'i').expectText(/outline: 09CARDENA610/);
  await reading.expectText(/^▌ +3\. /m);
  await reading.expectText(/2\. .*◆ lever: ✎ who pays him\?/);
  await reading.press('k', 'enter').expectText(/¶2 of/);
  await reading.press("'").expectText(/my places: 09CARDENA610/);
  await reading.expectText(/¶2 +◆ lever/);
  await reading.expectText(/¶2 +✎ who pays him\?/);
  reading.press('Q');
  await reading.exit();
}, 60_000);
