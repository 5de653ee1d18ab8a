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
const SUSPECT = new RegExp(String.raw`[[${INVISIBLE}\p{M}]--[\n\t]]`, 'v');
const EMOJI = String.raw`(?:[\d#*]\uFE0F?\u20E3|\p{Extended_Pictographic}(?:\uFE0F|[\u{1F3FB}-\u{1F3FF}])?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|[\u{1F3FB}-\u{1F3FF}])?)*)`;
// An emoji keeps its joiners; marks at the start of a line have nothing to stand on; the fifth mark on one letter is a tower.
const RISKY = new RegExp(String.raw`${EMOJI}|\r\n|[[${INVISIBLE}]--[\n\t]]+\p{M}*|(?:^|(?<=[\n\t]))\p{M}+|(?<=\p{M}{4})\p{M}+`, 'gv');
const ESCAPED_IN_JSON = new RegExp(String.raw`[[${INVISIBLE}]--[\n\t]]`, 'gv');

const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const LINE_END = /[\u0085\u2028\u2029]/;

/**
 * The same text with every character that a terminal would act on, or not show, replaced by a visible mark of the same length.
 * `\n` and `\t` stay; NEL and the Unicode line and paragraph separators become `\n`; the CR of a CR LF becomes a blank.
 * About 0.1 ms per 100 KB of ordinary text.
 */
export function makeVisible(text: string): string {
  if (PLAIN.test(text) || ORDINARY.test(text) || !SUSPECT.test(text)) return text;
  return text.replace(RISKY, markRisky);
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

const STARTS_EMOJI = /^[\p{Extended_Pictographic}\d#*]/u;

function markRisky(found: string): string {
  if (found === '\r\n') return ' \n';
  if (STARTS_EMOJI.test(found)) return found;
  let marked = '';
  for (const character of found) marked += markCharacter(character);
  return marked;
}

function markCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  if (LINE_END.test(character)) return '\n';
  if (BIDI.test(character)) return '⇄';
  if (code > 0xe0020 && code < 0xe007f) return `␦${String.fromCharCode(code - 0xe0000)}`;
  return '␦'.repeat(character.length);
}
