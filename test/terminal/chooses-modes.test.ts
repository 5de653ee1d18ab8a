import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { canShowScreens, whyNoScreens } from '../../src/reader/terminal/can-show-screens.ts';
import { clipboardBytes } from '../../src/reader/terminal/clipboard.ts';
import { canPan, canSynchronize, chooseModes } from '../../src/reader/terminal/modes.ts';
import { openTerminal } from '../../src/reader/terminal/open-terminal.ts';
import { asciiTwin, chooseGlyphs, glyphs, isUtf8Locale } from '../../src/text/glyphs.ts';
import { width } from '../../src/text/width.ts';
import { modesLeftOn } from './modes-left-on.ts';

const tty = { isTTY: true };

describe('whether the reader can be shown', () => {
  it.each([
    [{ TERM: 'xterm-256color' }, tty, tty, true],
    [{ TERM: 'linux', CI: '1' }, tty, tty, true],
    [{ TERM: 'dumb' }, tty, tty, false],
    [{ TERM: 'xterm', INK_SCREEN_READER: 'true' }, tty, tty, false],
    [{}, tty, tty, false],
    [{ TERM: 'xterm' }, {}, tty, false],
    [{ TERM: 'xterm' }, tty, {}, false],
  ])('%j %j %j', (env, stdin, stdout, can) => {
    expect(canShowScreens(env, stdin, stdout)).toBe(can);
    expect(whyNoScreens(env, stdin, stdout) === null).toBe(can);
  });

  it('refuses to take what is no terminal, and says what works', () => {
    const stream = new PassThrough();
    const options = {
      stdin: stream as unknown as NodeJS.ReadStream,
      stdout: stream as unknown as NodeJS.WriteStream,
      env: { TERM: 'xterm' },
    };
    expect(() => openTerminal(options)).toThrow(/not a terminal.*Nothing was changed.*cables list/);
    expect(stream.readableLength).toBe(0);
  });
});

describe('modes', () => {
  it.each([
    [{ TERM: 'xterm' }, false],
    [{ TERM: 'xterm' }, true],
    [{ TERM: 'linux' }, true],
  ])('what %j with mouse %s is told is all taken back', (env, mouse) => {
    const { enter, leave } = chooseModes(env, mouse);
    expect(modesLeftOn(enter).length).toBe(mouse ? 5 : 3);
    expect(modesLeftOn(`${enter}\x1b[?7l\x1b[2;5r\x1b[1;31m${leave}`)).toEqual([]);
  });

  it.each([
    [{ TERM: 'xterm-kitty' }, true, true],
    [{ TERM: 'foot' }, true, true],
    [{ TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm' }, true, true],
    [{ TERM: 'xterm-256color' }, true, false],
    [{ TERM: 'tmux-256color', TMUX: '/tmp/x,1,0', TERM_PROGRAM: 'WezTerm' }, true, false],
    [{ TERM: 'screen', STY: '1.x' }, true, false],
    [{ TERM: 'linux' }, false, false],
    [{ TERM: 'vt220' }, false, false],
  ])('%j pans %s, synchronizes %s', (env, pan, synchronize) => {
    expect([canPan(env), canSynchronize(env)]).toEqual([pan, synchronize]);
  });
});

describe('the clipboard', () => {
  const plain = '\x1b]52;c;wrY=\x07';
  it.each([
    ['a terminal', { TERM: 'xterm' }, plain],
    ['tmux', { TERM: 'tmux', TMUX: 'x' }, `${plain}\x1bPtmux;\x1b${plain}\x1b\\`],
    ['screen', { TERM: 'screen' }, `\x1bP${plain}\x1b\\`],
  ])('through %s', (_name, env, bytes) => {
    expect(clipboardBytes('¶', env)).toBe(bytes);
  });

  it('passes screen in pieces it takes', () => {
    const pieces = clipboardBytes('x'.repeat(3000), { TERM: 'screen' }).split('\x1b\\');
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(768);
  });
});

describe('letters for signs', () => {
  it.each([
    [{ LANG: 'C.UTF-8' }, 1, 'drawn'],
    [{ LANG: 'en_US.utf8' }, 1, 'drawn'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, 1, 'letters'],
    [{ LANG: 'de_DE.ISO-8859-1' }, 1, 'letters'],
    [{ TERM: 'xterm' }, 1, 'drawn'],
    [{ TERM: 'linux' }, 1, 'letters'],
    [{ LANG: 'ja_JP.UTF-8' }, 2, 'letters'],
  ] as const)('%j with ambiguous width %i', (env, columns, style) => {
    expect(chooseGlyphs(env, columns)).toBe(style);
    if (columns === 1) expect(isUtf8Locale(env)).toBe(style === 'drawn');
  });

  it('have a twin of the same width for each', () => {
    const [drawn, letters] = [glyphs('drawn'), glyphs('letters')];
    for (const name of Object.keys(drawn) as (keyof typeof drawn)[]) {
      const twins = [letters[name]].flat();
      for (const [i, glyph] of [drawn[name]].flat().entries()) {
        expect(twins[i]).toMatch(/^[ -~]$/);
        expect(width(glyph)).toBe(1);
        expect(asciiTwin(glyph)).toBe(twins[i]);
      }
    }
  });

  it.each([
    ['é', 'e'],
    ['“', '"'],
    ['字', '?'],
    ['½', '1'],
    ['␛', '?'],
    ['e\u0301', 'e'],
    ['a', 'a'],
  ])('%s is written %s', (sign, twin) => {
    expect(asciiTwin(sign)).toBe(twin);
  });
});
