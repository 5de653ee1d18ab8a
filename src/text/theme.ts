import type { Line, Role } from './line.ts';
import { backgroundsOf, paintToSgr, readPaint } from './paint.ts';

export type ThemeName = 'dark' | 'light' | 'contrast';

/** How many colours may be used, and which. */
export interface Theme {
  readonly colours: 'none' | '16' | '256';
  readonly name: ThemeName;
  /** SGR parameters of roles that have colours of one's own. */
  readonly own: Readonly<Partial<Record<Role, string>>>;
}

type Env = Readonly<Record<string, string | undefined>>;

export interface WantedTheme {
  readonly theme: 'auto' | ThemeName;
  readonly colours: Readonly<Partial<Record<Role, string>>>;
}

/**
 * `NO_COLOR` (any value but the empty one) means none; else `COLORTERM` and `TERM` say. `COLORFGBG` (`15;0`) tells the background where it is
 * set. Own colours that would be unreadable there are left out.
 */
export function chooseTheme(env: Env, wanted: WantedTheme = { theme: 'auto', colours: {} }): Theme {
  const colours = coloursOf(env);
  const name = wanted.theme === 'auto' ? themeOf(env) : wanted.theme;
  const own: Partial<Record<Role, string>> = {};
  for (const [role, text] of Object.entries(wanted.colours) as [Role, string][]) {
    const paint = readPaint(text);
    if ('problem' in paint || whyUnreadable(text, name) !== null) continue;
    own[role] = [...KEPT[role], paintToSgr(paint, colours, backgroundsOf(name))].filter(Boolean).join(';');
  }
  return { colours, name, own };
}

/** Why a colour cannot be used with a theme, or null. */
export function whyUnreadable(text: string, name: ThemeName): string | null {
  const paint = readPaint(text);
  if ('problem' in paint) return paint.problem;
  return paint.readable(backgroundsOf(name)) ? null : `${text} cannot be read on a ${name === 'light' ? 'light' : 'dark'} background`;
}

function coloursOf(env: Env): Theme['colours'] {
  const term = env['TERM'] ?? '';
  if (env['NO_COLOR'] || term === '' || /^(?:dumb|vt\d+|.*-mono|.*-m)$/.test(term)) return 'none';
  if (env['COLORTERM'] || /256|direct|kitty|alacritty|foot|ghostty|wezterm/.test(term)) return '256';
  return '16';
}

export function themeOf(env: Env): ThemeName {
  const colour = env['COLORFGBG']?.split(';').at(-1);
  return colour === '7' || colour === '15' ? 'light' : 'dark';
}

/* No role is told by colour alone: hits are inverse, links underlined, the rest stand beside a glyph or a word. Blue and yellow are hard to
 * read on one background or the other, so the accent is cyan (dark) or magenta and teal (light). */
const ATTRIBUTES: Readonly<Record<Role, string>> = {
  plain: '',
  accent: '1',
  strong: '1',
  dim: '2',
  good: '',
  warn: '1',
  bad: '1',
  hit: '7',
  tag: '',
  link: '4',
  redacted: '2',
};

/** What a role keeps in any colour: the sign that is not told by colour. */
const KEPT: Readonly<Record<Role, readonly string[]>> = {
  plain: [],
  accent: [],
  strong: ['1'],
  dim: [],
  good: [],
  warn: [],
  bad: [],
  hit: ['7'],
  tag: [],
  link: ['4'],
  redacted: [],
};

const COLOURS: Readonly<Record<'16' | '256', Readonly<Record<ThemeName, Partial<Record<Role, string>>>>>> = {
  '16': {
    dark: { accent: '36', good: '32', warn: '35', bad: '31', tag: '36' },
    light: { accent: '35', good: '32', warn: '35', bad: '31', tag: '35' },
    contrast: { accent: '1;96', good: '1;92', warn: '1;95', bad: '1;91', tag: '96', dim: '37', redacted: '37', strong: '1;97' },
  },
  '256': {
    dark: { accent: '38;5;80', good: '38;5;114', warn: '38;5;215', bad: '38;5;203', tag: '38;5;80' },
    light: { accent: '38;5;30', good: '38;5;28', warn: '38;5;130', bad: '38;5;124', tag: '38;5;30' },
    contrast: {
      accent: '1;38;5;51',
      good: '1;38;5;120',
      warn: '1;38;5;215',
      bad: '1;38;5;217',
      tag: '38;5;51',
      dim: '38;5;252',
      redacted: '38;5;252',
      strong: '1;38;5;231',
    },
  },
};

/** SGR parameters of a role, without the escape: `''` for plain text, `38;5;80`, `1`. */
export function roleToSgr(role: Role, { colours, name, own }: Theme): string {
  return own[role] ?? (colours === 'none' ? undefined : COLOURS[colours][name][role]) ?? ATTRIBUTES[role];
}

/** One row for the terminal: each piece in its colours, nothing left on at the end. The text must be visible text already (`makeVisible`). */
export function lineToAnsi(line: Line, theme: Theme): string {
  let row = '';
  for (const { text, role } of line) {
    if (text === '') continue;
    const sgr = roleToSgr(role ?? 'plain', theme);
    row += sgr === '' ? text : `\x1b[${sgr}m${text}\x1b[0m`;
  }
  return row;
}
