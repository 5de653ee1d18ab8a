import { describe, expect, it } from 'vitest';
import { chooseTheme, lineToAnsi, roleToSgr, type Theme, whyUnreadable } from './theme.ts';

const ROLES = ['plain', 'accent', 'strong', 'dim', 'good', 'warn', 'bad', 'hit', 'tag', 'link', 'redacted'] as const;

describe('colours', () => {
  it.each([
    [{ TERM: 'xterm-256color' }, '256', 'dark'],
    [{ TERM: 'xterm' }, '16', 'dark'],
    [{ TERM: 'linux' }, '16', 'dark'],
    [{ TERM: 'xterm', COLORTERM: 'truecolor' }, '256', 'dark'],
    [{ TERM: 'xterm-256color', NO_COLOR: '1' }, 'none', 'dark'],
    [{ TERM: 'xterm-256color', NO_COLOR: '' }, '256', 'dark'],
    [{ TERM: 'xterm', COLORFGBG: '0;15' }, '16', 'light'],
    [{ TERM: 'vt100' }, 'none', 'dark'],
  ])('%j', (env, colours, name) => {
    expect(chooseTheme(env)).toEqual({ colours, name, own: {} });
  });

  it('has none of them under NO_COLOR, and never blue or yellow', () => {
    for (const role of ROLES) {
      expect(roleToSgr(role, { colours: 'none', name: 'contrast', own: {} })).not.toMatch(/3\d|4\d|9\d/);
      for (const name of ['dark', 'light', 'contrast'] as const)
        expect(roleToSgr(role, { colours: '16', name, own: {} })).not.toMatch(/\b[39][34]$/);
    }
  });

  it('leaves nothing on at the end of a piece', () => {
    const theme: Theme = { colours: '16', name: 'dark', own: {} };
    expect(lineToAnsi([{ text: 'a', role: 'accent' }, { text: 'b' }, { text: '', role: 'hit' }], theme)).toBe('\x1b[36ma\x1b[0mb');
  });
});

describe('colours of one’s own', () => {
  const sgr = (term: string, theme: 'dark' | 'light', colours: Readonly<Record<string, string>>, role: keyof typeof colours) =>
    roleToSgr(role as 'accent', chooseTheme({ TERM: term }, { theme, colours }));

  it.each([
    ['xterm-256color', 'dark', 'bold #5fd7d7', '1;38;5;80'],
    ['xterm', 'dark', 'bold #5fd7d7', '1;36'],
    ['vt100', 'dark', 'bold #5fd7d7', '1'],
    ['xterm', 'dark', 'bright-green', '92'],
    ['xterm-256color', 'light', '28', '38;5;28'],
  ] as const)('%s, %s: %s -> %s', (term, theme, text, wanted) => {
    expect(sgr(term, theme, { accent: text }, 'accent')).toBe(wanted);
  });

  it('keep what tells a role without colour: hits stay inverse, links underlined', () => {
    expect(sgr('xterm', 'dark', { hit: 'green' }, 'hit')).toBe('7;32');
    expect(sgr('xterm', 'dark', { link: 'green' }, 'link')).toBe('4;32');
  });

  it.each([
    ['blue', 'dark'],
    ['black', 'contrast'],
    ['yellow', 'light'],
    ['bold white', 'light'],
    ['#222222', 'dark'],
    ['255', 'light'],
  ] as const)('%s is not used with the theme %s: it could not be read', (text, theme) => {
    expect(whyUnreadable(text, theme)).toMatch(/cannot be read on a (dark|light) background/);
    expect(chooseTheme({ TERM: 'xterm' }, { theme, colours: { accent: text } }).own).toEqual({});
  });
});
