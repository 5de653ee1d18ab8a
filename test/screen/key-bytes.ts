/** Names of keys as the keymap writes them, and what a terminal sends for each. */
const NAMED: Readonly<Record<string, string>> = {
  enter: '\r',
  esc: '\x1b',
  tab: '\t',
  'S-tab': '\x1b[Z',
  space: ' ',
  backspace: '\x7f',
  delete: '\x1b[3~',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  pgup: '\x1b[5~',
  pgdn: '\x1b[6~',
  home: '\x1b[H',
  end: '\x1b[F',
  insert: '\x1b[2~',
  f1: '\x1bOP',
};

/** Bytes of a named key or a control letter (`^d`); anything else is sent letter by letter. */
export const bytesOfKey = (key: string): string =>
  NAMED[key] ?? (/^\^[a-z]$/.test(key) ? String.fromCharCode(key.charCodeAt(1) - 96) : key);
