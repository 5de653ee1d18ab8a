/* The built reader itself, on the sample cables, ended in every way there is: afterwards the terminal is as it was. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningScreen, type StartOptions, startCables } from '../screen/start-cables.ts';
import { openShell, type Shell } from '../stories/shell.ts';
import { expectRestored, type Run, runBetweenLooks } from './between-looks.ts';
import { modesLeftOn } from './modes-left-on.ts';

const full = process.env['CABLES_FULL'] === '1';
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const READER = [process.execPath, at('../../dist/cables.cjs'), '--sample'];
const MOUSE = JSON.stringify({ mouse: true });

let shell: Shell;
let app: RunningScreen;

beforeAll(() => {
  shell = openShell();
  // Imports the sample.
  shell.runProcess(['--sample', 'count']);
  writeFileSync(join(shell.home, 'config.json'), MOUSE);
});
afterEach(() => app?.kill());
afterAll(() => shell.end());

/** Starts the reader, and waits for nothing. The mouse is on, so that there is one mode more to forget. */
function start(options: StartOptions & { readonly words?: readonly string[] } = {}): Run {
  const env = { CABLES_STORE: join(shell.home, 'cables'), CABLES_CONFIG: join(shell.home, 'config.json'), ...options.env };
  const run = runBetweenLooks([...READER, ...(options.words ?? [])], { ...options, env });
  app = run.app;
  return run;
}

/** The reader, once it takes keys. */
async function open(options: Parameters<typeof start>[0] = {}): Promise<Run> {
  const run = start({ words: ['open', 'id:09ARCADIA*'], ...options });
  await app.expectText(/09ARCADIA812/);
  await app.press('j').expectRow(0, /2\/\d+/);
  return run;
}

const send = ({ file }: Run, signal: string) => process.kill(Number(file('pid')), signal);

/** What may be going on when the reader ends. */
const MOMENTS: Readonly<Record<string, (run: Run) => Promise<unknown>>> = {
  'in a list': async () => {},
  'in a cable': () => app.press('enter').expectText(/Viewing cable/),
  'while a filter is typed': () => app.press('/').type('gau').expectText(/gau/),
  'with many keys on their way': async () => app.type('jk '.repeat(200)),
  'on a line that answers late': async () => app.press('j', 'd', 'j'),
};
const moments = Object.entries(MOMENTS).slice(0, full ? undefined : 1);

const SIGNALS = [
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGQUIT', 131],
] as const;

describe.each(moments)('%s', (name, reach) => {
  const options = name.includes('late') ? { answerAfter: 150 } : {};

  it.each(SIGNALS)('%s leaves the terminal as it was', async (signal, status) => {
    const run = await open(options);
    await reach(run);
    send(run, signal);
    await expectRestored(run);
    expect(run.file('status')).toContain(`ended ${status}`);
  });

  it.each([
    ['exception', 'ended 1'],
    ['rejection', 'ended 1'],
    ['exit', 'ended 3'],
  ])('so does an %s', async (how, status) => {
    const run = await open({ ...options, env: { FAILS: how, NODE_OPTIONS: `--require ${at('failing-reader.cjs')}` } });
    await reach(run);
    send(run, 'SIGUSR2');
    await expectRestored(run);
    expect(run.file('status')).toContain(status);
    if (how !== 'exit') await app.expectText(/thrown on purpose/);
  });

  it('so does quitting, and no answer is left for the shell', async () => {
    const run = await open(options);
    await reach(run);
    app.press('^c', 'Q');
    await expectRestored(run);
    expect(run.file('status')).toContain('ended 0');
    await app
      .type('ls')
      .enter()
      .expectText(/typed \[ls\]/);
  });
});

describe('^C at a bad moment', () => {
  // From before Node runs to after the first frame; where raw mode is on it is a key.
  const all = Array.from({ length: 24 }, (_, i) => i * 20);
  it.each(full ? all : all.filter((_, i) => i % 6 === 0))('%i ms after the start', async (ms) => {
    const run = start();
    await app.until(() => run.file('before') !== '', 'the shell');
    await new Promise((resolve) => setTimeout(resolve, ms));
    app.press('^c');
    await app.until(() => /shell is back/.test(app.screen()) || /By country/.test(app.screen()), 'the reader or its end');
    if (!/shell is back/.test(app.screen())) app.press('Q');
    await expectRestored(run);
  });

  it('interrupts the editor, not the reader', async () => {
    // One process that says it is there and waits: a shell may lose ^C while it starts another.
    const run = await open({ env: { EDITOR: makeEditor('echo "editor is here" | exec cat - /dev/tty') } });
    await app.press('enter').expectText(/Viewing cable/);
    await app.press('A').expectText(/editor is here/);
    await app.press('^c').expectText(/Viewing cable/);
    await app.press('Q').expectText(/shell is back/);
    await expectRestored(run);
    expect(run.file('status')).toContain('ended 0');
  });

  it('interrupts the editor even where the news of its end comes first', async () => {
    const run = await open({ env: { EDITOR: makeEditor('echo "editor is here"; (sleep 0.1; kill -INT 0; echo "signal was sent") &') } });
    await app.press('enter').expectText(/Viewing cable/);
    app.press('A');
    await app.until(() => app.received.includes('signal was sent'), 'the signal');
    await app.expectText(/Viewing cable/);
    await app.press('Q').expectText(/shell is back/);
    await expectRestored(run);
    expect(run.file('status')).toContain('ended 0');
  });
});

describe('while the terminal is lent to an editor', () => {
  it.each(SIGNALS.slice(0, 2))('%s ends the reader, and the terminal is as it was', async (signal, status) => {
    const run = await open({ env: { EDITOR: makeEditor('stty -icanon -echo; echo "editor is here"; sleep 1; stty icanon echo') } });
    await app.press('enter').expectText(/Viewing cable/);
    await app.press('A').expectText(/editor is here/);
    send(run, signal);
    await app.expectText(/shell is back/);
    expect(run.file('status')).toContain(`ended ${status}`);
    expect(modesLeftOn(app.received)).toEqual([]);
  });
});

describe('a terminal that is gone', () => {
  it('ends the reader when its window is closed', async () => {
    const run = await open();
    const pid = Number(run.file('pid'));
    (app.pty as unknown as { destroy(): void }).destroy();
    const deadline = Date.now() + 10_000;
    while (isAlive(pid)) {
      expect(Date.now(), 'the reader to end').toBeLessThan(deadline);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
});

describe('stopping and going on', () => {
  it('goes to the shell with ^Z, which finds its terminal as it was, and comes back with fg', async () => {
    app = startCables({
      command: ['/bin/bash', '--norc', '--noediting', '-i'],
      env: { PS1: '$ ', CABLES_STORE: join(shell.home, 'cables'), CABLES_CONFIG: join(shell.home, 'config.json') },
    });
    await app.expectText(/\$/);
    app.type(`stty -a > ${shell.home}/before; ${READER.join(' ')} open 'id:09ARCADIA*'\r`);
    await app.expectText(/09ARCADIA812/);
    for (let row = 2; row < 5; row += 1) {
      await app.press('j').expectRow(0, new RegExp(`\\b${row}/\\d+`));
      await app.press('^z').expectText(/[Ss]topped/);
      expect(modesLeftOn(app.received)).toEqual([]);
      app.type(`stty -a > ${shell.home}/after; echo looked $((40 + 2))\r`);
      await app.expectText(/looked 42/);
      expect(readFileSync(join(shell.home, 'after'), 'utf8')).toBe(readFileSync(join(shell.home, 'before'), 'utf8'));
      app.type('fg\r');
      await app.expectRow(0, new RegExp(`\\b${row}/\\d+`));
    }
    await app.press('Q').expectText(/\$ $/m);
    expect(modesLeftOn(app.received)).toEqual([]);
  });
});

function makeEditor(script: string): string {
  const path = join(shell.home, `editor-${Math.random().toString(36).slice(2)}`);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
