import type { Line, Role } from './line.ts';

/** How many colours may be used, and on what they are seen. */
export interface Theme {
  readonly colours: 'none' | '16' | '256';
  readonly background: 'dark' | 'light';
}

type Env = Readonly<Record<string, string | undefined>>;

/** `NO_COLOR` (any value but the empty one) means none; else `COLORTERM` and `TERM` say. `COLORFGBG` (`15;0`) tells the background where it is set. */
export function chooseTheme(env: Env, wanted: Partial<Theme> = {}): Theme {
  return { colours: wanted.colours ?? coloursOf(env), background: wanted.background ?? backgroundOf(env) };
}

function coloursOf(env: Env): Theme['colours'] {
  const term = env['TERM'] ?? '';
  if (env['NO_COLOR'] || term === '' || /^(?:dumb|vt\d+|.*-mono|.*-m)$/.test(term)) return 'none';
  if (env['COLORTERM'] || /256|direct|kitty|alacritty|foot|ghostty|wezterm/.test(term)) return '256';
  return '16';
}

function backgroundOf(env: Env): Theme['background'] {
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

const COLOURS: Readonly<Record<'16' | '256', Readonly<Record<Theme['background'], Partial<Record<Role, string>>>>>> = {
  '16': {
    dark: { accent: '36', good: '32', warn: '35', bad: '31', tag: '36' },
    light: { accent: '35', good: '32', warn: '35', bad: '31', tag: '35' },
  },
  '256': {
    dark: { accent: '38;5;80', good: '38;5;114', warn: '38;5;215', bad: '38;5;203', tag: '38;5;80' },
    light: { accent: '38;5;30', good: '38;5;28', warn: '38;5;130', bad: '38;5;124', tag: '38;5;30' },
  },
};

/** SGR parameters of a role, without the escape: `''` for plain text, `38;5;80`, `1`. */
export function roleToSgr(role: Role, { colours, background }: Theme): string {
  return (colours === 'none' ? undefined : COLOURS[colours][background][role]) ?? ATTRIBUTES[role];
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
