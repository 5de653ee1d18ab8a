/* A colour of one's own: `bold cyan`, `bright-red`, `#5fd7d7`, `81`, `underline`. Read once, then drawn with the colours the terminal has. */
import { nearestName } from '../../store/query/nearest-name.ts';

const NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
const ATTRIBUTES: Readonly<Record<string, string>> = { bold: '1', dim: '2', italic: '3', underline: '4', inverse: '7' };
/** Words of a colour, for the schema and for errors. */
export const PAINT_WORDS = [...NAMES, ...NAMES.map((name) => `bright-${name}`), ...Object.keys(ATTRIBUTES)];

type Rgb = readonly [red: number, green: number, blue: number];

/** xterm's sixteen; a terminal may have others, which are seldom far from these. */
const SIXTEEN: readonly Rgb[] = [
  [0, 0, 0],
  [205, 0, 0],
  [0, 205, 0],
  [205, 205, 0],
  [0, 0, 238],
  [205, 0, 205],
  [0, 205, 205],
  [229, 229, 229],
  [127, 127, 127],
  [255, 85, 85],
  [0, 255, 0],
  [255, 255, 0],
  [92, 92, 255],
  [255, 0, 255],
  [0, 255, 255],
  [255, 255, 255],
];
const STEPS = [0, 95, 135, 175, 215, 255];
/** The least contrast that large text may have by WCAG 2: terminals' letters are as bold. */
const LEAST_CONTRAST = 3;

/** Backgrounds that a theme is seen on: the darkest and the lightest of its kind. */
export const backgroundsOf = (theme: 'dark' | 'light' | 'contrast'): readonly Rgb[] =>
  theme === 'light'
    ? [
        [255, 255, 255],
        [238, 232, 213],
      ]
    : [
        [0, 0, 0],
        [24, 24, 24],
      ];

export interface Paint {
  /** SGR parameters of `bold` and its like. */
  readonly attributes: readonly string[];
  /** Number of the colour in the palette of 256; null where it is the terminal's own. */
  readonly colour: number | null;
  /** Whether it can be told from all of these. */
  readable(backgrounds: readonly Rgb[]): boolean;
}

export function readPaint(text: string): Paint | { readonly problem: string } {
  const attributes: string[] = [];
  let colour: number | null = null;
  for (const word of text.trim().toLowerCase().split(/\s+/)) {
    const attribute = ATTRIBUTES[word];
    const found = numberOf(word);
    if (attribute !== undefined) attributes.push(attribute);
    else if (found === null) {
      const near = nearestName(word, PAINT_WORDS);
      return {
        problem: `${JSON.stringify(word)} is no colour${near ? `; nearest: ${near}` : '; write cyan, bright-red, 0 to 255 or #5fd7d7'}`,
      };
    } else if (colour !== null) return { problem: `${JSON.stringify(text)} names two colours` };
    else colour = found;
  }
  const shown = colour;
  return {
    attributes,
    colour,
    readable: (backgrounds) => shown === null || backgrounds.every((ground) => contrast(rgbOf(shown), ground) >= LEAST_CONTRAST),
  };
}

/** SGR parameters. With sixteen colours the nearest of those that can be read there. */
export function paintToSgr({ attributes, colour }: Paint, colours: 'none' | '16' | '256', backgrounds: readonly Rgb[]): string {
  const parts = [...attributes];
  if (colour !== null && colours !== 'none') {
    const shown = colours === '256' || colour < 16 ? colour : nearestOf16(colour, backgrounds);
    parts.push(shown < 8 ? String(30 + shown) : shown < 16 ? String(82 + shown) : `38;5;${shown}`);
  }
  return parts.join(';');
}

function numberOf(word: string): number | null {
  const bright = word.startsWith('bright-');
  const name = NAMES.indexOf(bright ? word.slice(7) : word);
  if (name !== -1) return bright ? name + 8 : name;
  if (word === 'grey' || word === 'gray') return 8;
  if (/^\d{1,3}$/.test(word)) return Number(word) < 256 ? Number(word) : null;
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(word);
  return hex === null ? null : nearestOf256(hex.slice(1).map((part) => Number.parseInt(part, 16)) as unknown as Rgb);
}

/** Red, green and blue of a colour of the palette: sixteen, a cube of 6x6x6, a ramp of greys. */
function rgbOf(colour: number): Rgb {
  if (colour < 16) return SIXTEEN[colour]!;
  if (colour >= 232) return [8 + 10 * (colour - 232), 8 + 10 * (colour - 232), 8 + 10 * (colour - 232)];
  const cube = colour - 16;
  return [STEPS[Math.floor(cube / 36)]!, STEPS[Math.floor(cube / 6) % 6]!, STEPS[cube % 6]!];
}

const distance = (a: Rgb, b: Rgb): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

function nearest(wanted: Rgb, colours: readonly number[]): number {
  return colours.reduce((best, colour) => (distance(rgbOf(colour), wanted) < distance(rgbOf(best), wanted) ? colour : best));
}

/** The first sixteen are whatever a terminal makes of them: a colour given by its parts is one of the others. */
const nearestOf256 = (wanted: Rgb): number =>
  nearest(
    wanted,
    Array.from({ length: 240 }, (_, i) => i + 16),
  );

function nearestOf16(colour: number, backgrounds: readonly Rgb[]): number {
  const readable = SIXTEEN.keys().filter((name) => backgrounds.every((ground) => contrast(SIXTEEN[name]!, ground) >= LEAST_CONTRAST));
  return nearest(rgbOf(colour), [...readable]);
}

/** WCAG 2 contrast ratio, 1 to 21. */
function contrast(a: Rgb, b: Rgb): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
