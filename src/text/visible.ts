/* Text of a cable, a note or a file name can hold anything: escape sequences, carriage returns that overwrite, direction overrides, tag
 * characters that hide a message, towers of combining marks. Before it is shown, every such character becomes a mark that can be seen.
 *
 *     ␀ .. ␟ ␡   the control character itself, as its picture
 *     ⇄          a direction control
 *     ␦          anything else without a shape: zero width, joiners, C1 controls, half a surrogate pair, too many combining marks
 *     ␦x         a tag character that hides the letter x
 *
 * Each UTF-16 unit becomes exactly one unit, so an offset into the source is an offset into what is shown.
 */

const INVISIBLE = String.raw`\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}`;

// Without the u flag these two scan text several times faster than the property classes below.
const PLAIN = /^[\n\t -~]*$/;
const ORDINARY =
  /^[\n\t -~\xA0-\xAC\xAE-\u02FF\u0370-\u0482\u048A-\u058F\u1E00-\u1FFF\u2010-\u2027\u2030-\u205E\u20A0-\u20CF\u2100-\u2BFF\u3001-\u3029\u3041-\u3096\u30A0-\u312F\u3400-\uA014\uAC00-\uD7A3]*$/;
const ESCAPED_IN_JSON = new RegExp(String.raw`[[${INVISIBLE}]--[\n\t]]`, 'gv');

const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const LINE_END = /[\u0085\u2028\u2029]/;

/**
 * The same text with every character that a terminal would act on, or not show, replaced by a visible mark of the same length.
 * `\n` and `\t` stay; NEL and the Unicode line and paragraph separators become `\n`; the CR of a CR LF becomes a blank.
 * 0.1 ms per 100 KB of ordinary text, below 1 ms for other scripts; 3 ms where every third character is one to mark.
 */
export function makeVisible(text: string): string {
  return PLAIN.test(text) || ORDINARY.test(text) ? text : markEach(text);
}

/** True when `makeVisible` would change nothing. */
export const isHarmless = (text: string): boolean => PLAIN.test(text) || makeVisible(text) === text;

/** JSON text with control, bidi, tag and other invisible characters as `\u` escapes: the value it parses to is the same. */
export function escapeForJson(json: string): string {
  if (PLAIN.test(json)) return json;
  return json.replace(ESCAPED_IN_JSON, (found) => {
    let escaped = '';
    for (let i = 0; i < found.length; i += 1) escaped += `\\u${found.charCodeAt(i).toString(16).padStart(4, '0')}`;
    return escaped;
  });
}

/** What a character is to us; of a code unit, or of a pair. */
const SHOWN = 1;
const LAYOUT = 2;
const INVISIBLE_ONE = 3;
const MARK = 4;
const SURROGATE = 5;

const kinds = new Uint8Array(0x10000);
const IS_INVISIBLE = new RegExp(`^[${INVISIBLE}]$`, 'v');
const IS_MARK = /^\p{M}$/u;

function kindOf(unit: number): number {
  return kinds[unit] || (kinds[unit] = unit >= 0xd800 && unit <= 0xdfff ? SURROGATE : classify(String.fromCharCode(unit)));
}

function classify(character: string): number {
  if (character === '\n' || character === '\t') return LAYOUT;
  if (IS_INVISIBLE.test(character)) return INVISIBLE_ONE;
  return IS_MARK.test(character) ? MARK : SHOWN;
}

/** More on one letter is a tower that reaches into the rows above and below. */
const MARKS_ON_A_LETTER = 4;

function markEach(text: string): string {
  let visible = '';
  let kept = 0;
  /** A letter stands before, for marks to stand on. */
  let letter = false;
  let marks = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    let kind = kindOf(unit);
    let length = 1;
    if (kind === SURROGATE) {
      const code = text.codePointAt(i) as number;
      length = code > 0xffff ? 2 : 1;
      kind = length === 1 ? INVISIBLE_ONE : classify(String.fromCodePoint(code));
    }
    if (kind === SHOWN) {
      letter = true;
      marks = 0;
    } else if (kind === LAYOUT) letter = false;
    else if (kind === MARK && letter && marks < MARKS_ON_A_LETTER) marks += 1;
    else if (!isPartOfEmoji(text, i)) {
      visible += text.slice(kept, i) + (kind === MARK ? NOTHING_SHOWN.repeat(length) : markCharacter(text, i, length));
      kept = i + length;
      if (kind !== MARK) letter = false;
    }
    i += length - 1;
  }
  return kept === 0 ? text : visible + text.slice(kept);
}

const NOTHING_SHOWN = '␦';

function markCharacter(text: string, at: number, length: number): string {
  const code = text.codePointAt(at) as number;
  if (code === 0x0d && text[at + 1] === '\n') return ' ';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  const character = text.slice(at, at + length);
  if (LINE_END.test(character)) return '\n';
  if (BIDI.test(character)) return '⇄';
  if (code > 0xe0020 && code < 0xe007f) return NOTHING_SHOWN + String.fromCharCode(code - 0xe0000);
  return NOTHING_SHOWN.repeat(length);
}

const VARIANT = '\ufe0f';
const JOINER = '\u200d';
const AFTER_PICTOGRAPH = /\p{Extended_Pictographic}$/u;
const AFTER_PERSON = /\p{Extended_Pictographic}(?:\ufe0f|[\u{1F3FB}-\u{1F3FF}])?$/u;
const BEFORE_PICTOGRAPH = /^\p{Extended_Pictographic}/u;

/** A variation selector or joiner where emoji have one: `❤️`, `1️⃣`, `👩‍🚀`. */
function isPartOfEmoji(text: string, at: number): boolean {
  const character = text[at];
  if (character === VARIANT) {
    const keycap = text[at + 1] === '\u20e3' && /[\d#*]/.test(text[at - 1] ?? '');
    return keycap || AFTER_PICTOGRAPH.test(text.slice(Math.max(0, at - 2), at));
  }
  if (character !== JOINER) return false;
  return AFTER_PERSON.test(text.slice(Math.max(0, at - 4), at)) && BEFORE_PICTOGRAPH.test(text.slice(at + 1, at + 3));
}
