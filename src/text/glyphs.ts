/* Every sign the screens draw, with a letter or ASCII twin of the same width for terminals and fonts that do not have it. */

export interface Glyphs {
  readonly unread: string;
  readonly kept: string;
  readonly later: string;
  readonly skipped: string;
  readonly bookmark: string;
  readonly note: string;
  readonly marked: string;
  /** Before what was taken back. */
  readonly undone: string;
  readonly cursor: string;
  readonly paragraph: string;
  readonly folded: string;
  readonly unfolded: string;
  readonly ellipsis: string;
  readonly rule: string;
  readonly pageRule: string;
  readonly arrow: string;
  /** Between a place and what lies in it: `triage › border`. */
  readonly within: string;
  readonly dot: string;
  readonly dash: string;
  /** Eight heights of a bar, lowest first. */
  readonly bars: readonly string[];
  /** Five shades of a heat map, empty first. */
  readonly shades: readonly string[];
}

const DRAWN: Glyphs = {
  unread: '●',
  kept: '✓',
  later: '◷',
  skipped: '×',
  bookmark: '◆',
  note: '✎',
  marked: '▣',
  undone: '↶',
  cursor: '▌',
  paragraph: '¶',
  folded: '▸',
  unfolded: '▾',
  ellipsis: '…',
  rule: '─',
  pageRule: '┄',
  arrow: '→',
  within: '›',
  dot: '·',
  dash: '–',
  bars: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  shades: ['·', '░', '▒', '▓', '█'],
};

const LETTERS: Glyphs = {
  unread: 'N',
  kept: 'v',
  later: 'w',
  skipped: 'x',
  bookmark: 'm',
  note: 'a',
  marked: '*',
  undone: 'z',
  cursor: '|',
  paragraph: 'P',
  folded: '+',
  unfolded: '-',
  ellipsis: '~',
  rule: '-',
  pageRule: '-',
  arrow: '>',
  within: '>',
  dot: '.',
  dash: '-',
  bars: ['_', '.', ':', '-', '=', '+', '*', '#'],
  shades: ['.', ':', '-', '+', '#'],
};

export type GlyphStyle = 'drawn' | 'letters';

export const glyphs = (style: GlyphStyle): Glyphs => (style === 'drawn' ? DRAWN : LETTERS);

/** Letters where the locale is not UTF-8 or `wide` says that ambiguous signs take two columns. `LC_ALL` wins over `LC_CTYPE` over `LANG`. */
export function chooseGlyphs(env: Readonly<Record<string, string | undefined>>, ambiguousColumns: 1 | 2 = 1): GlyphStyle {
  return isUtf8Locale(env) && ambiguousColumns === 1 ? 'drawn' : 'letters';
}

/** A locale that is not set at all counts as UTF-8 unless the terminal is the bare `linux` or `vt` kind: containers often set none. */
export function isUtf8Locale(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  if (locale === '') return !/^(?:linux|vt\d+|ansi|dumb)/.test(env['TERM'] ?? '');
  return /utf-?8/i.test(locale);
}

const TWINS = new Map<string, string>(
  Object.entries(DRAWN).flatMap(([name, drawn]: [string, string | readonly string[]]) => {
    const letters = LETTERS[name as keyof Glyphs];
    return typeof drawn === 'string'
      ? [[drawn, letters as string] as const]
      : drawn.map((glyph, i) => [glyph, letters[i] as string] as const);
  }),
);
for (const [drawn, letter] of [
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['—', '-'],
  ['−', '-'],
  ['•', '*'],
  ['«', '"'],
  ['»', '"'],
  ['§', 'S'],
  ['°', 'o'],
  ['ß', 's'],
  ['æ', 'a'],
  ['Æ', 'A'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ı', 'i'],
  ['↑', '^'],
  ['↓', 'v'],
  ['←', '<'],
  ['│', '|'],
  ['␦', '?'],
  ['⇄', '?'],
  ['\u00a0', ' '],
] as const)
  TWINS.set(drawn, letter);

/** One ASCII character for a drawn one, for locales that are not UTF-8: a twin, the letter without its accents, or `?`. */
export function asciiTwin(character: string): string {
  const twin = TWINS.get(character);
  if (twin !== undefined) return twin;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x7f) return String.fromCodePoint(code);
  if (code >= 0x2400 && code <= 0x2421) return '?';
  const base = character.normalize('NFKD')[0] ?? '?';
  return base >= ' ' && base <= '~' ? base : '?';
}
