/* Words as the full-text index has them: FTS5's unicode61 tokenizer with remove_diacritics 2.
 *
 *     a word     letters, digits and private-use characters; accents that stand apart (U+0301 ...) belong to the letter before
 *     folded     lower case; a Latin letter loses its accents (é, ǖ, ẵ), other scripts keep theirs (й, ά)
 *
 * Scripts and case pairs that came to Unicode after SQLite's tables (2012) differ; no cable has them.
 */

/** Combining marks that unicode61 drops inside a word; other marks end it. */
const DROPPED = String.raw`\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331`;
const WORD = new RegExp(String.raw`[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}${DROPPED}]*`, 'gu');
const MARKS = new RegExp(`[${DROPPED}]+`, 'g');
const LETTER = /[^\0-\x7f]/gu;
/** Letters that fold to another one without being its upper case. */
const VARIANTS: Readonly<Record<string, string>> = { µ: 'μ', ſ: 's', ς: 'σ', ϐ: 'β', ϑ: 'θ', ϕ: 'φ', ϖ: 'π', ϰ: 'κ', ϱ: 'ρ', ϵ: 'ε' };

/** The words of a text, in order. */
export function foldWords(text: string): string[] {
  if (isAscii(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return (text.match(WORD) ?? []).map(foldWord);
}

/** A text in which letters differ only where words do; blanks and signs stay. */
export const foldCase = (text: string): string => (isAscii(text) ? text.toLowerCase() : foldWord(text));

const foldWord = (word: string): string => word.toLowerCase().replaceAll(MARKS, '').replaceAll(LETTER, foldLetter);

function foldLetter(letter: string): string {
  const variant = VARIANTS[letter];
  if (variant !== undefined) return variant;
  const [base] = letter.normalize('NFD');
  return base! >= 'a' && base! <= 'z' ? base! : letter;
}

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
