import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyReader } from './read-keys.ts';

const RUNS = process.env['CABLES_FULL'] === '1' ? 2000 : 100;
const bytes = (text: string) => Buffer.from(text, 'utf8');

function readAll(chunks: readonly Uint8Array[]) {
  let arrived = 0;
  const reader = new KeyReader({ onArrived: () => (arrived += 1) });
  const inputs = chunks.flatMap((chunk) => reader.read(chunk));
  return { inputs, arrived, reader };
}

/** Keys as words, other inputs as JSON. */
const said = (text: string) => readAll([bytes(text)]).inputs.map((input) => (input.kind === 'key' ? input.key : JSON.stringify(input)));

const KEYS: readonly (readonly [string, string, string])[] = [
  ['letters', 'jGé字+', 'j G é 字 +'],
  ['a count', '10j', '1 0 j'],
  ['two letters of a prefix', 'gg', 'g g'],
  ['an emoji', '😀', '😀'],
  ['space', ' ', 'space'],
  ['enter', '\r', 'enter'],
  ['line feed', '\n', 'enter'],
  ['tab', '\t', 'tab'],
  ['backspace, both kinds', '\x7f\x08', 'backspace backspace'],
  ['control letters', '\x01\x03\x0c\x1a', '^a ^c ^l ^z'],
  ['other controls', '\x00\x1c\x1d\x1e\x1f', '^space ^\\ ^] ^^ ^_'],
  ['arrows', '\x1b[A\x1b[B\x1b[C\x1b[D', 'up down right left'],
  ['arrows in application mode', '\x1bOA\x1bOB\x1bOC\x1bOD', 'up down right left'],
  ['arrows with shift, alt, control', '\x1b[1;2A\x1b[1;3B\x1b[1;5C\x1b[1;6D\x1b[1;7A', 'S-up M-down ^right ^S-left M-^up'],
  ['arrows of rxvt', '\x1b[a\x1bOa\x1b\x1b[A', 'S-up ^up M-up'],
  ['home and end', '\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~\x1bOH\x1bOF', 'home end home end home end home end'],
  ['pages, insert, delete', '\x1b[5~\x1b[6~\x1b[2~\x1b[3~', 'pgup pgdn insert delete'],
  ['pages with modifiers', '\x1b[5;5~\x1b[6;2~\x1b[3;3~', '^pgup S-pgdn M-delete'],
  ['pages of rxvt with modifiers', '\x1b[5^\x1b[6$\x1b[3@', '^pgup S-pgdn ^S-delete'],
  ['esc, and an answer right behind it', '\x1b\x1b[0nj', 'esc j'],
  ['shift and tab', '\x1b[Z', 'S-tab'],
  ['F1 to F4', '\x1bOP\x1bOQ\x1bOR\x1bOS\x1b[11~\x1b[14~\x1b[[A\x1b[[E', 'f1 f2 f3 f4 f1 f4 f1 f5'],
  ['F5 to F12', '\x1b[15~\x1b[17~\x1b[18~\x1b[19~\x1b[20~\x1b[21~\x1b[23~\x1b[24~', 'f5 f6 f7 f8 f9 f10 f11 f12'],
  ['F keys with modifiers', '\x1b[1;2P\x1b[15;5~', 'S-f1 ^f5'],
  ['the keypad in application mode', '\x1bOp\x1bOy\x1bOk\x1bOM', '0 9 + enter'],
  ['alt', '\x1bb\x1bB\x1b\x7f\x1b\r\x1b ', 'M-b M-B M-backspace M-enter M-space'],
  ['alt and control', '\x1b\x02', 'M-^b'],
  ['escape twice and a letter', '\x1b\x1bj', 'esc M-j'],
  ['letters as codes', '\x1b[106u\x1b[106;2u\x1b[106;5u\x1b[106;3u', 'j J ^j M-j'],
  ['special keys as codes', '\x1b[27u\x1b[13u\x1b[9;2u\x1b[127u\x1b[32u\x1b[57417u', 'esc enter S-tab backspace space left'],
  ['pressed, repeated and released', '\x1b[106;1:1u\x1b[106;1:2u\x1b[106;1:3u\x1b[1;1:3A', 'j j'],
  ['codes with alternates', '\x1b[106:74;2u', 'J'],
  ['modifyOtherKeys', '\x1b[27;5;106~\x1b[27;2;13~', '^j S-enter'],
  ['8-bit introducers', '\u009bA\u008fP', 'up f1'],
  ['the mouse wheel', '\x1b[<64;10;5M\x1b[<65;10;5M', '{"kind":"wheel","lines":-3} {"kind":"wheel","lines":3}'],
  ['a click and its release', '\x1b[<0;10;5M\x1b[<0;10;5m', '{"kind":"click","row":4,"column":9}'],
  ['other buttons and motion', '\x1b[<2;1;1M\x1b[<35;1;1M\x1b[<1;1;1M', ''],
  ['the old mouse', '\x1b[M !!j', 'j'],
  ['a paste', '\x1b[200~q\r\nx\x1b[A\x1b[201~j', '{"kind":"paste","text":"q\\nx\\u001b[A"} j'],
  ['an empty paste', '\x1b[200~\x1b[201~', '{"kind":"paste","text":""}'],
  ['a status report', 'j\x1b[0nk', 'j k'],
  ['a cursor report', '\x1b[12;40Rj', 'j'],
  ['device attributes', '\x1b[?1;2c\x1b[>41;354;0cj', 'j'],
  ['mode reports', '\x1b[?2026;2$yj\x1b[4;1$yk', 'j k'],
  ['focus', '\x1b[Ij\x1b[Ok', 'j k'],
  ['window size', '\x1b[8;24;80tj', 'j'],
  ['keyboard flags', '\x1b[?1uj', 'j'],
  ['colours, ended by BEL and by ST', '\x1b]11;rgb:0000/0000/0000\x07j\x1b]10;rgb:f/f/f\x1b\\k', 'j k'],
  ['the clipboard', '\x1b]52;c;aGVsbG8=\x07j', 'j'],
  ['a version report', '\x1bP>|XTerm(388)\x1b\\j', 'j'],
  ['an application string', '\x1b_Gi=1;OK\x1b\\j', 'j'],
  ['a string broken off by a key', '\x1b]11;rgb\x1b[Aj', 'up j'],
  ['a sequence nobody knows', '\x1b[999zj\x1b[1;99Xk', 'j k'],
];

describe('keys', () => {
  it.each(KEYS)('%s', (_name, sent, expected) => {
    expect(said(sent).join(' ')).toBe(expected);
  });

  it('counts the answers to our status questions', () => {
    expect(readAll([bytes('\x1b[0n\x1b[0'), bytes('nj')]).arrived).toBe(2);
  });

  it('drops what is no UTF-8', () => {
    expect(readAll([Buffer.from([0xff, 0x6a, 0xc3, 0x28])]).inputs.map((input) => input.kind === 'key' && input.key)).toEqual(['j', '(']);
  });

  it('is the same however the bytes are split', () => {
    const stream = fc.array(fc.constantFrom(...KEYS.map(([, sent]) => sent)), { maxLength: 12 }).map((parts) => bytes(parts.join('')));
    const splits = fc.array(fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(stream, splits, (all, sizes) => {
        const whole = readAll([all]);
        const chunks: Buffer[] = [];
        let at = 0;
        for (let i = 0; at < all.length; i += 1) {
          const size = sizes[i % Math.max(1, sizes.length)] ?? 1;
          chunks.push(all.subarray(at, at + size));
          at += size;
        }
        const split = readAll(chunks);
        expect(split.inputs).toEqual(whole.inputs);
        expect(split.arrived).toBe(whole.arrived);
        expect(split.reader.awaited).toBe(whole.reader.awaited);
      }),
      { numRuns: RUNS },
    );
  });

  it('never fails and never says a control character, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 }), (chunks) => {
        const reader = new KeyReader();
        const inputs = [...chunks.flatMap((chunk) => reader.read(chunk)), ...reader.flush()];
        for (const input of inputs) if (input.kind === 'key') expect(input.key).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('what does not come whole in time', () => {
  const flushed = (first: string, then = '') => {
    const reader = new KeyReader();
    const inputs = [...reader.read(bytes(first)), ...reader.flush(), ...reader.read(bytes(then))];
    return inputs.map((input) => (input.kind === 'key' ? input.key : JSON.stringify(input))).join(' ');
  };

  it.each([
    ['a lone ESC is the key', '\x1b', '', 'esc'],
    ['two are two', '\x1b\x1b', '', 'esc esc'],
    ['the rest of a sequence after it makes the sequence', '\x1b', '[A', 'esc up'],
    ['also in application mode', '\x1b', 'OB', 'esc down'],
    ['also with keys after it', '\x1b', '[5~jj', 'esc pgup j j'],
    ['also an answer', '\x1b', '[0nj', 'esc j'],
    ['other keys after it are themselves', '\x1b', 'jk', 'esc j k'],
    ['alt and an introducer', '\x1b[', '', 'M-['],
    ['alt and O', '\x1bO', '', 'M-O'],
    ['half a sequence is nothing', '\x1b[1;', 'j', 'j'],
    ['half an answer is nothing', '\x1b]11;rgb:00', 'j', 'j'],
    ['half a paste is what came', '\x1b[200~abc', 'j', '{"kind":"paste","text":"abc"} j'],
  ])('%s', (_name, first, then, expected) => {
    expect(flushed(first, then)).toBe(expected);
  });

  it('a bracket typed after ESC is a bracket once no more comes', () => {
    const reader = new KeyReader();
    reader.read(bytes('\x1b'));
    reader.flush();
    expect(reader.read(bytes('['))).toEqual([]);
    expect(reader.flush()).toEqual([{ kind: 'key', key: '[' }]);
  });

  it('long after ESC a bracket is a bracket at once', () => {
    const reader = new KeyReader();
    reader.read(bytes('\x1b'));
    reader.flush();
    reader.expectNoTail();
    expect(reader.read(bytes('['))).toEqual([{ kind: 'key', key: '[' }]);
  });
});
