import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningScreen, startCables } from '../screen/start-cables.ts';
import { buildDemo } from './build-demo.ts';

let demo: string;
let app: RunningScreen;
beforeAll(async () => {
  demo = await buildDemo('takes-over');
});
afterEach(() => app?.kill());

const FIRST_FRAME = /\x1b\[5n/;

describe('the first frame', () => {
  it('is painted before Ink is loaded and handed over without a byte', async () => {
    app = startCables({ command: [process.execPath, demo] });
    await app.expectText(/line 22 /);
    await app.until(() => FIRST_FRAME.test(app.received), 'the first frame');
    const painted = app.received.length;
    await app.press('j').expectText(/heard key j/);
    const key = app.received.slice(painted);
    // Everything since is the one line that came and the two numbers that changed.
    expect(key.length).toBeLessThan(140);
    expect(key).not.toMatch(/\x1b\[2?J/);
  });

  it('keeps what was typed before it', async () => {
    app = startCables({ command: ['/bin/sh', '-c', 'stty -echo; printf ready; sleep 0.2; exec "$@"', 'sh', process.execPath, demo] });
    await app.expectText(/ready/);
    await app.press('jjj').expectText(/top 3\b/);
  });
});

describe('keys', () => {
  it('of one chunk are applied together and painted once', async () => {
    app = startCables({ command: [process.execPath, demo] });
    await app.expectText(/line 22 /);
    await app.press('j').expectText(/top 1\b/);
    const before = app.received.length;
    await app.press('jjjjj').expectText(/top 6\b/);
    await app.until(() => FIRST_FRAME.test(app.received.slice(before)), 'the frame to be whole');
    expect(app.received.slice(before).split('\x1b[5n')).toHaveLength(2);
  });

  it('pasted are text', async () => {
    app = startCables({ command: [process.execPath, demo] });
    await app.expectText(/line 22 /);
    await app.paste('jq\nx').expectText(/heard \{"kind":"paste","text":"jq\\nx"\}/);
    expect(app.screen()).toMatch(/top 0\b/);
  });

  it('of a click come only when the mouse is switched on', async () => {
    app = startCables({ command: [process.execPath, demo], env: { MOUSE: '1' } });
    await app.expectText(/line 22 /);
    expect(app.received).toContain('\x1b[?1000h\x1b[?1006h');
    await app.type('\x1b[<0;3;5M').expectText(/"kind":"click","row":4,"column":2/);
    app.kill();
    app = startCables({ command: [process.execPath, demo] });
    await app.expectText(/line 22 /);
    expect(app.received).not.toMatch(/\x1b\[\?100[0-6]h/);
  });

  it('split over a slow link are one key', async () => {
    app = startCables({ command: [process.execPath, demo], answerAfter: Infinity });
    await app.expectText(/line 22 /);
    await app.press('j').expectText(/key j/);
    app.type('\x1b');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await app.type('[5~').expectText(/heard key pgup/);
    // So slow that the first part was taken for the key itself.
    await app.type('\x1b').expectText(/heard key esc/);
    await app.type('[B').expectText(/heard key down/);
  });
});

describe('elsewhere than on xterm', () => {
  it.each([
    ['the Linux console', { TERM: 'linux' }, /\x1b\[\d*[ST]/],
    ['a terminal without colours', { TERM: 'xterm-256color', NO_COLOR: '1' }, /\x1b\[[\d;]*(?:3\d|38;5)[\d;]*m/],
    ['a locale that is not UTF-8', { LC_ALL: 'C', TERM: 'xterm' }, /[^\0-~]/],
    ['a machine that runs tests', { CI: '1' }, /\x1b\[2K/],
  ])('%s', async (_name, env, unwanted) => {
    app = startCables({ command: [process.execPath, demo], env });
    await app.expectText(/line 22 /);
    await app.press('jjj', 'd', 'k').expectText(/line 25 /);
    await app.press('q').exit();
    expect(app.received).not.toMatch(unwanted);
  });
});
