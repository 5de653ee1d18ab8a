import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningScreen, type StartOptions, startCables } from '../screen/start-cables.ts';
import { expectRestored, type Run, runBetweenLooks } from './between-looks.ts';
import { buildDemo } from './build-demo.ts';
import { modesLeftOn } from './modes-left-on.ts';

let demo: string;
let app: RunningScreen;

beforeAll(async () => {
  demo = await buildDemo('restores');
});
afterEach(() => app?.kill());

/** The demo, once Ink has the screen: only then do keys arrive. */
async function runDemo(options: StartOptions = {}): Promise<Run> {
  const run = runBetweenLooks([process.execPath, demo], { ...options, env: { GONE_FILE: 'gone', MOUSE: '1', ...options.env } });
  app = run.app;
  await app.expectText(/line 22 /);
  await app.press('j').expectText(/heard key j/);
  return run;
}

describe('the terminal is as it was before', () => {
  it.each([
    ['quitting', 'q', 'ended 0'],
    ['giving it back, when nothing else is left to do', 'Q', 'ended 0'],
    ['leaving by process.exit', 'e', 'ended 3'],
    ['an exception', 'x', 'ended 1'],
    ['a rejection nobody handles', 'r', 'ended 1'],
  ])('after %s', async (_name, key, status) => {
    const run = await runDemo();
    app.press(key);
    await expectRestored(run);
    expect(run.file('status')).toContain(status);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGQUIT', 131],
  ])('after %s, which the reader is told of', async (signal, status) => {
    const run = await runDemo();
    process.kill(Number(run.file('pid')), signal);
    await expectRestored(run);
    expect(run.file('status')).toContain(`ended ${status}`);
    expect(run.file('gone')).toBe(signal);
  });

  it('says what was thrown on the screen that comes back', async () => {
    await runDemo();
    await app.press('x').expectText(/thrown on purpose/);
  });

  it('and no answer of the terminal is left for the shell to read, on a slow link either', async () => {
    const run = await runDemo({ answerAfter: 150 });
    app.press('d', 'd', 'q');
    await expectRestored(run);
    await app
      .type('ls')
      .enter()
      .expectText(/typed \[ls\]/);
  });
});

describe('a terminal that is gone', () => {
  it('ends the reader when its window is closed', async () => {
    const run = await runDemo();
    const pid = Number(run.file('pid'));
    (app.pty as unknown as { destroy(): void }).destroy();
    await waitUntil(() => !isAlive(pid));
    expect(run.file('gone')).toMatch(/SIGHUP|hang-up/);
  });
});

describe('stopping and going on', () => {
  it('goes to the shell with ^Z and comes back with fg', async () => {
    app = startCables({ command: ['/bin/sh', '-i'], env: { PS1: '$ ', ENV: '' } });
    await app.expectText(/\$/);
    app.type(`${process.execPath} ${demo}\r`);
    await app.expectText(/line 22 /);
    await app.press('3', 'j', '^z').expectText(/[Ss]topped/);
    expect(modesLeftOn(app.received)).toEqual([]);
    app.type('stty -a | grep -c "[^-]icanon"; echo still $((40 + 2))\r');
    await app.expectText(/still 42/);
    app.type('fg\r');
    await app.expectText(/demo 80x24 top 1\b/);
    await app.press('j').expectText(/top 2\b/);
    await app.press('q').expectText(/\$ $/m);
    expect(modesLeftOn(app.received)).toEqual([]);
  });

  it('stays where nobody could wake it', async () => {
    app = startCables({ command: [process.execPath, demo] });
    await app.expectText(/line 22 /);
    await app.press('j').expectText(/key j/);
    const before = app.received.length;
    await app.press('^z').until(() => app.received.slice(before).includes('\x1b[?1049h'), 'the reader to come back');
    await app.press('j').expectText(/top 2\b/);
  });

  it('lends the terminal to a program and takes it back', async () => {
    app = startCables({ command: [process.execPath, demo] });
    await app.expectText(/line 22 /);
    await app.press('!').expectText(/elsewhere/);
    await app
      .type('hello')
      .enter()
      .expectText(/heard key !/);
    await app.press('j').expectText(/top 1\b/);
    expect(app.received).toContain('got hello');
  });
});

describe('copying', () => {
  it('sends the text to the terminal that is far away', async () => {
    app = startCables({ command: [process.execPath, demo] });
    await app.expectText(/line 22 /);
    await app.press('y').expectText(/heard key y/);
    expect(app.received).toContain(`\x1b]52;c;${Buffer.from('copied text').toString('base64')}\x07`);
  });
});

describe('a change of size', () => {
  it('is followed once it holds still', async () => {
    app = startCables({ command: [process.execPath, demo] });
    await app.expectText(/line 22 /);
    await app.press('j').expectText(/key j/);
    const before = app.received.length;
    for (let i = 0; i < 30; i += 1) app.resize(60 + i, 12 + (i % 10));
    app.resize(50, 10);
    await app.expectText(/demo 50x10 top 1/);
    expect(app.rows()).toHaveLength(10);
    await app.expectRow(9, /heard key j/);
    expect(app.received.length - before).toBeLessThan(6000);
  });
});

describe('on a terminal that answers late or never', () => {
  it('sends no more pages ahead than a slow link takes', async () => {
    app = startCables({ command: [process.execPath, demo], answerAfter: 250 });
    await app.expectText(/line 22 /);
    await app.press('j').expectText(/top 1\b/);
    const before = app.received.length;
    for (let i = 0; i < 60; i += 1) {
      app.press('d');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await app.expectText(/top 1321\b/);
    const frames = app.received.slice(before).split('\x1b[5n').length - 1;
    expect(frames).toBeGreaterThan(1);
    expect(frames).toBeLessThan(12);
  });

  it('goes on without answers after a second, and stops asking', async () => {
    app = startCables({ command: [process.execPath, demo], answerAfter: Infinity });
    await app.expectText(/line 22 /);
    for (let i = 1; i <= 5; i += 1) await app.press('j').expectText(new RegExp(`top ${i}\\b`));
    const before = app.received.length;
    await app.press('j').expectText(/top 6\b/);
    expect(app.received.slice(before)).not.toContain('\x1b[5n');
  });

  it('sends nothing while nothing happens', async () => {
    app = startCables({ command: [process.execPath, demo] });
    await app.expectText(/line 22 /);
    await app.press('j').expectText(/key j/);
    await app.press('j').expectText(/top 2\b/);
    const before = app.received.length;
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(app.received.slice(before)).toBe('');
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function waitUntil(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
