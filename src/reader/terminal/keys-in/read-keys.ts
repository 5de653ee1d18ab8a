import type { Input } from '../terminal.ts';
import { nameCharacter, nameConsoleFunction, nameKeypad, nameSequence, withAlt } from './name-key.ts';

/* One parser between standard input and the reader. Bytes come in chunks that respect nothing: many keys in one, a sequence or a character
 * split over several. What is incomplete waits; `flush` decides what it was when nothing more comes in time.
 *
 *     bytes            inputs
 *     j j j            j, j, j
 *     ESC | [ A        up            (| is the end of a chunk)
 *     ESC .            esc           (. is flush)
 *     ESC . | [ A      esc, up       the rest of a sequence that a slow link split for longer than the wait
 *     ESC [ 2 0 0 ~ …  paste
 *     ESC [ 0 n        nothing; `onArrived` is told: the terminal has drawn everything before it
 *     ESC ESC [ 0 n    esc, and `onArrived`
 *     ESC ] 1 1 ; … BEL, ESC P … ST, ESC [ ? 6 c, ESC [ I    nothing: the terminal speaks, not the person
 */

export interface Replies {
  /** The terminal answered its status. */
  readonly onArrived?: () => void;
}

/** Why more is awaited: an ESC that may be a key, a sequence that has begun, a string or paste that has not ended. */
export type Awaited = 'nothing' | 'escape' | 'sequence' | 'string' | 'paste';

const ESC = '\x1b';
const PASTE_END = '\x1b[201~';
const LONGEST_STRING = 100_000;
const LONGEST_PASTE = 4_000_000;
const LONGEST_SEQUENCE = 64;
/** What may follow a lone ESC that was taken for the key too early. */
const TAIL = /^(?:\[[\d;:]*[A-HP-SZ~u]|\[<[\d;]+[Mm]|\[\d+n|O[A-DFHP-S])/;
const ANSWER = /^\x1b\[(?:\d+n|\?[\d;]+(?:\$y|[a-z]))/;
const TAIL_START = /^(?:\[[\d;:<?>]*|O)$/;

/** One step: what was read, and how much of the text it took; 0 means that more is needed. */
interface Step {
  readonly length: number;
  readonly input?: Input | null;
}

export class KeyReader {
  readonly #decoder = new TextDecoder('utf-8');
  readonly #replies: Replies;
  #rest = '';
  #pasted: string | null = null;
  #tailExpected = false;

  constructor(replies: Replies = {}) {
    this.#replies = replies;
  }

  get awaited(): Awaited {
    if (this.#pasted !== null) return 'paste';
    if (this.#rest === '') return 'nothing';
    if (this.#rest === ESC || this.#rest === ESC + ESC) return 'escape';
    return /^(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])/.test(this.#rest) && this.#rest.length > 2 ? 'string' : 'sequence';
  }

  /** Everything that is complete with this chunk, in order. */
  read(chunk: Uint8Array): Input[] {
    return this.#readText(this.#decoder.decode(chunk, { stream: true }));
  }

  #readText(text: string): Input[] {
    if (text === '') return [];
    let all = this.#rest + text;
    this.#rest = '';
    if (this.#tailExpected && this.#pasted === null) {
      if (TAIL_START.test(all)) {
        this.#rest = all;
        return [];
      }
      this.#tailExpected = false;
      if (TAIL.test(all)) all = ESC + all;
    }
    const inputs: Input[] = [];
    let at = 0;
    while (at < all.length) {
      const step = this.#pasted === null ? this.#step(all, at) : this.#readPaste(all, at);
      if (step.length === 0) break;
      if (step.input) inputs.push(step.input);
      at += step.length;
    }
    this.#rest = all.slice(at);
    return inputs;
  }

  /** Nothing more came in time: what waits is taken for what it looks like. */
  flush(): Input[] {
    const rest = this.#rest;
    this.#rest = '';
    if (this.#pasted !== null) {
      const text = this.#pasted + rest;
      this.#pasted = null;
      return [paste(text)];
    }
    if (this.#tailExpected) {
      this.#tailExpected = false;
      return [...rest].flatMap((character) => keyOf(nameCharacter(character)));
    }
    if (rest === ESC) {
      this.#tailExpected = true;
      return [{ kind: 'key', key: 'esc' }];
    }
    if (rest === ESC + ESC) return [...keyOf('esc'), ...keyOf('esc')];
    // Alt and the key that also begins a sequence; anything longer was a reply or a key that never became whole.
    return /^\x1b[[OP\]X^_]$/.test(rest) ? keyOf(withAlt(rest[1] as string)) : [];
  }

  /** Called when the time in which the rest of a split sequence could still come has passed. */
  expectNoTail(): void {
    if (this.#rest === '') this.#tailExpected = false;
  }

  get expectsTail(): boolean {
    return this.#tailExpected;
  }

  #step(text: string, at: number): Step {
    const first = text[at] as string;
    if (first === ESC) return this.#readEscape(text, at);
    if (first === '\x9b') return this.#readCsi(text, at, at + 1, '');
    if (first === '\x8f') return readSs3(text, at, at + 1, '');
    if (first === '\x90' || first === '\x98' || first === '\x9d' || first === '\x9e' || first === '\x9f')
      return readString(text, at, at + 1);
    const character = String.fromCodePoint(text.codePointAt(at) as number);
    const [input = null] = keyOf(nameCharacter(character));
    return { length: character.length, input };
  }

  #readEscape(text: string, at: number): Step {
    let next = at + 1;
    if (next >= text.length) return { length: 0 };
    // Two: alt and a sequence (rxvt), or the key twice.
    let alt = '';
    if (text[next] === ESC) {
      if (next + 1 >= text.length) return { length: 0 };
      if (text[next + 1] !== '[' && text[next + 1] !== 'O') return { length: 1, input: { kind: 'key', key: 'esc' } };
      // The key, and then an answer of the terminal that happened to come right behind it.
      if (ANSWER.test(text.slice(next, next + LONGEST_SEQUENCE))) return { length: 1, input: { kind: 'key', key: 'esc' } };
      alt = 'M-';
      next += 1;
    }
    const introducer = text[next] as string;
    if (introducer === '[') return this.#readCsi(text, at, next + 1, alt);
    if (introducer === 'O') return readSs3(text, at, next + 1, alt);
    if (introducer === ']' || introducer === 'P' || introducer === 'X' || introducer === '^' || introducer === '_')
      return readString(text, at, next + 1);
    const character = String.fromCodePoint(text.codePointAt(next) as number);
    const [input = null] = keyOf(nameCharacter(character), true);
    return { length: 1 + character.length, input };
  }

  /** `from`: after the introducer. */
  #readCsi(text: string, at: number, from: number, alt: string): Step {
    if (text[from] === '[') {
      const final = text[from + 1];
      return final === undefined ? { length: 0 } : { length: from + 2 - at, input: keyOf(nameConsoleFunction(final))[0] ?? null };
    }
    let end = from;
    while (end < text.length && isParameter(text.charCodeAt(end))) end += 1;
    if (end >= text.length) return end - from > LONGEST_SEQUENCE ? { length: end - at } : { length: 0 };
    const final = text[end] as string;
    const length = end + 1 - at;
    const parameters = text.slice(from, end);
    // A control character or a letter from elsewhere ends what cannot be a sequence; it is read by itself.
    if (final === '$' && /^\d+$/.test(parameters)) return { length, input: keyOf(nameSequence(parameters, final), alt !== '')[0] ?? null };
    // An answer with an intermediate: CSI ? 2026 ; 2 $ y.
    if (final === '$') return end + 1 < text.length ? { length: length + 1 } : { length: 0 };
    if (final < '@' || final > '~') return { length: end - at };
    if (final === 'M' && parameters === '') return text.length < end + 4 ? { length: 0 } : { length: length + 3 };
    if (parameters === '200' && final === '~') {
      this.#pasted = '';
      return { length };
    }
    if (final === 'n') {
      if (parameters === '0' || parameters === '3') this.#replies.onArrived?.();
      return { length };
    }
    if (parameters.startsWith('<')) return { length, input: readMouse(parameters, final) };
    if (
      /[?>= -/]/.test(parameters) ||
      (final === 'c' && parameters !== '') ||
      final === 'I' ||
      final === 'O' ||
      final === 't' ||
      final === 'y'
    )
      return { length };
    return { length, input: keyOf(nameSequence(parameters, final), alt !== '')[0] ?? null };
  }

  #readPaste(text: string, at: number): Step {
    const end = text.indexOf(PASTE_END, at);
    if (end === -1) {
      // The last characters may be the beginning of the end.
      const safe = Math.max(at, text.length - PASTE_END.length + 1);
      const begun = text.indexOf(ESC, safe);
      const to = begun === -1 ? text.length : begun;
      this.#pasted += text.slice(at, to);
      if ((this.#pasted as string).length > LONGEST_PASTE) this.#pasted = (this.#pasted as string).slice(0, LONGEST_PASTE);
      return { length: to - at };
    }
    const input = paste(this.#pasted + text.slice(at, end));
    this.#pasted = null;
    return { length: end + PASTE_END.length - at, input };
  }
}

const isParameter = (unit: number): boolean => unit >= 0x20 && unit <= 0x3f && unit !== 0x24;

const paste = (text: string): Input => ({ kind: 'paste', text: text.replaceAll(/\r\n?/g, '\n') });

const keyOf = (key: string | null, alt = false): Input[] => (key === null ? [] : [{ kind: 'key', key: alt ? withAlt(key) : key }]);

function readSs3(text: string, at: number, from: number, alt: string): Step {
  let end = from;
  if (text[end] !== undefined && text[end]! >= '1' && text[end]! <= '8') end += 1;
  const final = text[end];
  if (final === undefined) return { length: 0 };
  const key = nameKeypad(text.slice(from, end), final);
  // Alt and a capital O, with something typed after it.
  if (key === null) return { length: from - at, input: { kind: 'key', key: 'M-O' } };
  return { length: end + 1 - at, input: keyOf(key, alt !== '')[0] ?? null };
}

/** A string of the terminal's (OSC, DCS, APC, PM, SOS), up to BEL or ST; CAN and SUB break it off. */
function readString(text: string, at: number, from: number): Step {
  for (let end = from; end < text.length; end += 1) {
    const character = text[end];
    if (character === '\x07' || character === '\x9c' || character === '\x18' || character === '\x1a') return { length: end + 1 - at };
    if (character === ESC) {
      if (end + 1 >= text.length) return { length: 0 };
      return text[end + 1] === '\\' ? { length: end + 2 - at } : { length: end - at };
    }
  }
  return text.length - from > LONGEST_STRING ? { length: text.length - at } : { length: 0 };
}

const WHEEL = 64;
const WHEEL_LINES = 3;
const MODIFIERS = 4 + 8 + 16;

/** `CSI < button ; column ; row M` (pressed) or `m` (released), from 1. */
function readMouse(parameters: string, final: string): Input | null {
  const [button = 0, column = 0, row = 0] = parameters.slice(1).split(';').map(Number);
  const plain = button & ~MODIFIERS;
  if (final !== 'M' || !(column > 0 && row > 0)) return null;
  if (plain === WHEEL) return { kind: 'wheel', lines: -WHEEL_LINES };
  if (plain === WHEEL + 1) return { kind: 'wheel', lines: WHEEL_LINES };
  return plain === 0 ? { kind: 'click', row: row - 1, column: column - 1 } : null;
}
