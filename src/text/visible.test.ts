import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeForJson, isHarmless, makeVisible } from './visible.ts';

const RUNS = process.env['CABLES_FULL'] === '1' ? 2000 : 200;
const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const withHalves = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units));
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

describe('makeVisible', () => {
  it.each([
    ['plain text', 'PLAIN text, 1234', 'PLAIN text, 1234'],
    ['accents and quotes', 'Señor “Ibáñez” – ¶ €', 'Señor “Ibáñez” – ¶ €'],
    ['other scripts', 'Москва 北京 กรุงเทพ العربية हिन्दी', 'Москва 北京 กรุงเทพ العربية हिन्दी'],
    ['line feeds and tabs', 'a\n\tb', 'a\n\tb'],
    ['escape sequences', '\x1b[31mred\x1b[m', '␛[31mred␛[m'],
    ['a carriage return that would hide what came before', 'safe\rEVIL', 'safe␍EVIL'],
    ['CR LF', 'a\r\nb', 'a \nb'],
    ['NUL, BEL, backspace, DEL', '\0\x07\b\x7f', '␀␇␈␡'],
    ['C1 controls', '\x9b31m\x90\x9d', '␦31m␦␦'],
    ['NEL and the separators of lines and paragraphs', 'a\x85b\u2028c\u2029d', 'a\nb\nc\nd'],
    ['direction overrides', 'a\u202eb\u2066c\u200f', 'a⇄b⇄c⇄'],
    ['zero width', 'a\u200bb\u200dc\ufeffd\u2060e\u00adf', 'a␦b␦c␦d␦e␦f'],
    ['tag characters', 'x\u{e0068}\u{e0069}\u{e007f}', 'x␦h␦i␦␦'],
    ['half a surrogate pair', 'a\ud800b\udc00', 'a␦b␦'],
    ['Hangul fillers and other shapeless letters', '\u3164\uffa0\u115f\u034f', '␦␦␦␦'],
    ['variation selectors alone', 'a\ufe0f\u{e0100}', 'a␦␦␦'],
    ['a letter with four marks', 'a\u0301\u0302\u0303\u0304', 'a\u0301\u0302\u0303\u0304'],
    ['a tower of marks', `a${'\u0301'.repeat(7)}`, `a${'\u0301'.repeat(4)}␦␦␦`],
    ['a mark at the start of a line', '\u0301a\n\u0302b', '␦a\n␦b'],
    ['emoji with their joiners', '👨‍👩‍👧 ❤️ 1️⃣ 👍🏽', '👨‍👩‍👧 ❤️ 1️⃣ 👍🏽'],
    ['a joiner after an emoji', '👍\u200dx', '👍␦x'],
    ['characters that never are', 'a\uffff\u{1fffe}', 'a␦␦␦'],
    ['nothing', '', ''],
  ])('shows %s', (_name, text, shown) => {
    expect(makeVisible(text)).toBe(shown);
  });

  it('keeps every offset, shows everything, and is done after once', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, withHalves), (text) => {
        const shown = makeVisible(text);
        expect(shown).toHaveLength(text.length);
        expect(shown).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
        expect(
          shown
            .replaceAll(/\p{Extended_Pictographic}[\uFE0F\u200D]|\u{1F3FB}\u200D|[\d#*]\uFE0F/gu, '')
            .replaceAll(/[\u{1F3FB}-\u{1F3FF}]\u200D/gu, ''),
        ).not.toMatch(INVISIBLE);
        expect(makeVisible(shown)).toBe(shown);
        expect(isHarmless(shown)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('takes time in proportion to the text', () => {
    for (const text of [
      `a${'\u0301'.repeat(200_000)}`,
      '\x1b['.repeat(100_000),
      '👍\u200d'.repeat(60_000),
      '1\ufe0f'.repeat(100_000),
      '\r'.repeat(200_000),
    ]) {
      const start = performance.now();
      makeVisible(text);
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});

describe('escapeForJson', () => {
  it('gives ASCII controls, bidi, tags and halves as escapes of the same value', () => {
    const value = { text: 'a\u202eb\u{e0041}\x9b\x7f\u200b\ud800 é 字' };
    const json = escapeForJson(JSON.stringify(value));
    expect(json).toBe('{"text":"a\\u202eb\\udb40\\udc41\\u009b\\u007f\\u200b\\ud800 é 字"}');
    expect(JSON.parse(json)).toEqual(value);
  });

  it('never changes the value', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, withHalves), (text) => {
        const json = escapeForJson(JSON.stringify({ text }));
        expect(JSON.parse(json)).toEqual({ text });
        expect(json).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}\u2028\u2029\ufeff]/u);
      }),
      { numRuns: RUNS },
    );
  });
});
