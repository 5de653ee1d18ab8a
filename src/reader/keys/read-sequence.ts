/* A key or a sequence of keys as people write it in the config -> as it is bound. */
import { nearestName } from '../../../store/query/nearest-name.ts';

const NAMED = [
  ...[
    'space',
    'enter',
    'esc',
    'tab',
    'S-tab',
    'backspace',
    'delete',
    'insert',
    'up',
    'down',
    'left',
    'right',
    'pgup',
    'pgdn',
    'home',
    'end',
  ],
  ...Array.from({ length: 12 }, (_, i) => `f${i + 1}`),
];

/** Other programs' words for the same key. */
const ALIASES: Readonly<Record<string, string>> = {
  return: 'enter',
  cr: 'enter',
  escape: 'esc',
  del: 'delete',
  ins: 'insert',
  bs: 'backspace',
  pageup: 'pgup',
  pagedown: 'pgdn',
  'shift-tab': 'S-tab',
  '<space>': 'space',
  '<enter>': 'enter',
  '<tab>': 'tab',
  '<esc>': 'esc',
};

/** `g h`, `gh` -> `g h`; `ctrl-d`, `C-d` -> `^d`. */
export function readSequence(text: string): { readonly keys: string } | { readonly problem: string } {
  const words = text === ' ' ? ['space'] : text.trim().split(/\s+/);
  const parts = words.length === 1 && isPair(words[0]!) ? [...words[0]!] : words;
  if (parts[0] === '') return { problem: 'an empty text is no key; [] takes the keys away' };
  const keys: string[] = [];
  for (const part of parts) {
    const key = readKey(part);
    if (key === null) {
      const near = nearestName(part, NAMED);
      return {
        problem: `${JSON.stringify(part)} is no key${near ? `; nearest: ${near}` : '; write v, ^d, M-b, space, f5, or g h for a sequence'}`,
      };
    }
    keys.push(key);
  }
  if (/^[1-9]$/.test(keys[0]!)) return { problem: `${keys[0]} begins a count and cannot be a command` };
  return { keys: keys.join(' ') };
}

const isPair = (word: string): boolean => /^[!-~]{2}$/.test(word) && !word.startsWith('^') && readKey(word) === null;

function readKey(word: string): string | null {
  if ([...word].length === 1 || word === 'A-Z' || NAMED.includes(word)) return word;
  const alias = ALIASES[word.toLowerCase()] ?? NAMED.find((name) => name.toLowerCase() === word.toLowerCase());
  if (alias !== undefined) return alias;
  const control = /^(?:\^|c-|ctrl[-+])([a-z\\\]^_])$/i.exec(word)?.[1];
  if (control !== undefined) return control === 'm' || control === 'i' ? null : `^${control.toLowerCase()}`;
  const alt = /^(?:m-|a-|alt[-+])(.+)$/i.exec(word)?.[1];
  const under = alt === undefined ? null : readKey(alt);
  return under === null || under === 'A-Z' ? null : `M-${under}`;
}
