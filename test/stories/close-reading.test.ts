/* From one cable, everything it says: what is copied, where it leads, what its words mean. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningScreen, startCables } from '../screen/start-cables.ts';
import { openShell, type Shell } from './run-cables.ts';

let shell: Shell;
let env: Record<string, string>;
beforeAll(() => {
  shell = openShell();
  env = { CABLES_STORE: `${shell.home}/cables` };
  shell.run(['--sample', 'count']);
});
afterAll(() => shell.end());

const open = (args: readonly string[] = [], more: Readonly<Record<string, string>> = {}) =>
  startCables({ args: ['--sample', ...args], env: { ...env, ...more }, columns: 80, rows: 24 });

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
