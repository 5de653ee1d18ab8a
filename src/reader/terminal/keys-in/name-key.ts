/* The names of keys, the same in keymap, help and config: what is printed on the key, with `^` for control, `M-` for alt, `S-` for shift
 * where the character does not say it. `M-^S-left` has all three.
 */

const FINALS: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  E: 'begin',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
  Z: 'S-tab',
  a: 'S-up',
  b: 'S-down',
  c: 'S-right',
  d: 'S-left',
};

const NUMBERS: Readonly<Record<number, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pgup',
  6: 'pgdn',
  7: 'home',
  8: 'end',
  11: 'f1',
  12: 'f2',
  13: 'f3',
  14: 'f4',
  15: 'f5',
  17: 'f6',
  18: 'f7',
  19: 'f8',
  20: 'f9',
  21: 'f10',
  23: 'f11',
  24: 'f12',
};

/** After ESC O: the application keypad and rxvt's control arrows beside the usual ones. */
const KEYPAD: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  E: 'begin',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
  M: 'enter',
  X: '=',
  I: 'tab',
  a: '^up',
  b: '^down',
  c: '^right',
  d: '^left',
  j: '*',
  k: '+',
  l: ',',
  m: '-',
  n: '.',
  o: '/',
  p: '0',
  q: '1',
  r: '2',
  s: '3',
  t: '4',
  u: '5',
  v: '6',
  w: '7',
  x: '8',
  y: '9',
};

/** Code points of `CSI u` that are no characters. */
const CODES: Readonly<Record<number, string>> = {
  8: 'backspace',
  9: 'tab',
  10: 'enter',
  13: 'enter',
  27: 'esc',
  32: 'space',
  127: 'backspace',
  57409: '.',
  57410: '/',
  57411: '*',
  57412: '-',
  57413: '+',
  57414: 'enter',
  57415: '=',
  57416: ',',
  57417: 'left',
  57418: 'right',
  57419: 'up',
  57420: 'down',
  57421: 'pgup',
  57422: 'pgdn',
  57423: 'home',
  57424: 'end',
  57425: 'insert',
  57426: 'delete',
};

const CONTROLS: Readonly<Record<number, string>> = {
  0: '^space',
  8: 'backspace',
  9: 'tab',
  10: 'enter',
  13: 'enter',
  27: 'esc',
  28: '^\\',
  29: '^]',
  30: '^^',
  31: '^_',
  32: 'space',
  127: 'backspace',
};

/** A character as typed; null for what is no key (a byte that was no UTF-8). */
export function nameCharacter(character: string): string | null {
  const code = character.codePointAt(0) ?? 0;
  const control = CONTROLS[code];
  if (control !== undefined) return control;
  if (code < 32) return `^${String.fromCharCode(code + 96)}`;
  if ((code >= 0x80 && code < 0xa0) || code === 0xfffd) return null;
  return character;
}

const SHIFT = 1;
const ALT = 2;
const CTRL = 4;

/** `modifiers` as terminals send them: 1 and a bit for each of shift, alt, control; what lies above (super, locks) is left out. */
function addModifiers(name: string, modifiers: number): string {
  const bits = Math.max(0, modifiers - 1);
  let key = name;
  if (bits & SHIFT && !key.startsWith('S-')) key = `S-${key}`;
  if (bits & CTRL && !key.startsWith('^')) key = `^${key}`;
  return bits & ALT ? `M-${key}` : key;
}

export const withAlt = (key: string): string => (key.startsWith('M-') ? key : `M-${key}`);

/** `CSI code ; modifiers u`, and `CSI 27 ; modifiers ; code ~`. */
export function nameCode(code: number, modifiers: number): string | null {
  const bits = Math.max(0, modifiers - 1);
  const special = CODES[code] ?? (code >= 57399 && code <= 57408 ? String(code - 57399) : undefined);
  if (special !== undefined) {
    const plain = special === 'space' && (bits & ~SHIFT) === 0;
    return plain ? 'space' : addModifiers(special, modifiers);
  }
  if (code < 32 || (code >= 57344 && code <= 63743) || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null;
  let character = String.fromCodePoint(code);
  if (bits & CTRL) character = `^${character.toLowerCase()}`;
  else if (bits & SHIFT) character = character.toUpperCase();
  return bits & ALT ? `M-${character}` : character;
}

/** A whole `CSI parameters final`; null where it is no key. */
export function nameSequence(parameters: string, final: string): string | null {
  const [first = '', second = '', third = ''] = parameters.split(';');
  const [modifiers = 1, event = 1] = (second || '1').split(':').map(Number);
  if (event === 3) return null;
  if (final === 'u') return nameCode(Number.parseInt(first, 10), modifiers);
  if (final === '~') {
    if (first === '27' && third !== '') return nameCode(Number.parseInt(third, 10), modifiers);
    const name = NUMBERS[Number.parseInt(first, 10)];
    return name === undefined ? null : addModifiers(name, modifiers);
  }
  // rxvt: $ with shift, ^ with control, @ with both.
  if (final === '$' || final === '^' || final === '@') {
    const name = NUMBERS[Number.parseInt(first, 10)];
    return name === undefined ? null : addModifiers(name, final === '$' ? 2 : final === '^' ? 5 : 6);
  }
  const name = FINALS[final];
  if (name === undefined || !/^(?:1?|1;\d+(?::\d+)?)$/.test(parameters)) return null;
  return addModifiers(name, modifiers);
}

/** What follows ESC O. */
export function nameKeypad(modifiers: string, final: string): string | null {
  const name = KEYPAD[final];
  return name === undefined ? null : addModifiers(name, Number(modifiers || '1'));
}

/** `ESC [ [ A` .. `E` of the Linux console. */
export const nameConsoleFunction = (final: string): string | null => (final >= 'A' && final <= 'E' ? `f${final.charCodeAt(0) - 64}` : null);
