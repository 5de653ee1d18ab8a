import fc from 'fast-check';
import stringWidth from 'string-width';
import { afterEach, describe, expect, it } from 'vitest';
import { setAmbiguousWidth } from './cluster.ts';
import { makeVisible } from './visible.ts';
import { cutMiddle, cutToWidth, expandTabs, indexAtWidth, padToWidth, width } from './width.ts';

afterEach(() => setAmbiguousWidth(1));

describe('width', () => {
  it.each([
    ['ASCII', 'cable 12', 8],
    ['accents', 'Señor', 5],
    ['accents as marks', 'Sen\u0303or', 5],
    ['Chinese', '北京', 4],
    ['Korean', '한국', 4],
    ['Korean in parts', '\u1112\u1161\u11ab', 2],
    ['full-width signs', '！Ａ', 4],
    ['half-width katakana with voicing', 'ｶﾞ', 2],
    ['Thai', 'กำ', 2],
    ['Devanagari', 'हिन्दी', 5],
    ['an emoji', '😀', 2],
    ['a family', '👨‍👩‍👧', 2],
    ['a flag', '🇫🇷', 2],
    ['skin', '👍🏽', 2],
    ['a heart made an emoji', '❤️', 2],
    ['a keycap', '1️⃣', 2],
    ['a tab reaches the next stop', 'a\tb', 9],
    ['the signs of our screens', '●✓◷×◆✎▣▌─…', 10],
    ['nothing', '', 0],
  ])('%s', (_name, text, columns) => {
    expect(width(text)).toBe(columns);
  });

  it('counts ambiguous signs twice where the terminal does', () => {
    expect(width('─●é字')).toBe(5);
    setAmbiguousWidth(2);
    expect(width('─●字a')).toBe(7);
  });

  it("agrees with the measure that Ink lays out by, save for vowels that Ink's forgets", () => {
    const scripts = fc.constantFrom(
      ...'abc é ß Ж 字 漢 한 あ ア ！ … ● ─ 😀 👍🏽 👨‍👩‍👧 🇫🇷 € ½ ™ ا ל न'.split(' '),
      'e\u0301',
      ' ',
      'ｶﾞ',
      '\u1112\u1161\u11ab',
    );
    fc.assert(
      fc.property(fc.array(scripts, { maxLength: 20 }), (parts) => {
        const text = makeVisible(parts.join(''));
        expect(width(text)).toBe(stringWidth(text));
      }),
    );
  });
});

const texts = fc
  .array(fc.constantFrom('a', 'bc', ' ', 'é', '字', '😀', 'e\u0301', '\t', '…'), { maxLength: 25 })
  .map((parts) => parts.join(''));

describe('cutting and padding', () => {
  it.each([
    ['fits', 'MINISTER', 8, 'MINISTER'],
    ['too long', 'MINISTER ASKS', 8, 'MINISTE…'],
    ['wide characters are not halved', '字漢字', 4, '字…'],
    ['no room at all', 'MINISTER', 0, ''],
    ['room for the ellipsis', 'MINISTER', 1, '…'],
  ])('the end: %s', (_name, text, columns, cut) => {
    expect(cutToWidth(text, columns)).toBe(cut);
  });

  it.each([
    ['fits', '09ARCADIA812', 12, '09ARCADIA812'],
    ['too long', '09ARCADIA1234567', 12, '09ARCA…34567'],
    ['wide', '字漢字漢字', 7, '字…漢字'],
    ['hardly any room', '09ARCADIA812', 2, '0…'],
  ])('the middle: %s', (_name, text, columns, cut) => {
    expect(cutMiddle(text, columns)).toBe(cut);
  });

  it('is never wider than asked, and pads to exactly it', () => {
    fc.assert(
      fc.property(texts, fc.nat(30), (text, columns) => {
        const cut = cutToWidth(text, columns);
        expect(width(cut)).toBeLessThanOrEqual(columns);
        if (width(text) <= columns) expect(cut).toBe(text);
        expect(width(cutMiddle(text.replaceAll('\t', ''), columns))).toBeLessThanOrEqual(columns);
        expect(width(text.slice(0, indexAtWidth(text, columns)))).toBeLessThanOrEqual(columns);
        const plain = cut.replaceAll('\t', '');
        expect(width(padToWidth(plain, columns))).toBe(columns);
        expect(width(padToWidth(plain, columns, 'right'))).toBe(columns);
      }),
    );
  });

  it('expands tabs to where they would reach', () => {
    expect(expandTabs('a\tbc\td')).toBe('a       bc      d');
    expect(expandTabs('a\tb', 6)).toBe('a b');
    fc.assert(
      fc.property(texts, fc.nat(9), (text, column) => {
        expect(width(expandTabs(text, column), column)).toBe(width(text, column));
      }),
    );
  });
});
