/* Where one drawn character ends and the next begins, and how many columns it takes.
 *
 * Most text needs no segmenter: a letter followed by another letter is a character. Only where a mark, a joiner, a surrogate or a Hangul
 * part is near does Intl.Segmenter look at it. The class of each of the 65,536 first code units is found once and kept.
 */
import { eastAsianWidth } from 'get-east-asian-width';

const UNKNOWN = 0;
const COMPLEX = 3;
/** An accent above or below the letter before it, which never joins anything else. */
const ACCENT = 4;
const ACCENTS = [0x300, 0x34e, 0x350, 0x36f, 0x483, 0x489, 0x591, 0x5bd, 0x64b, 0x65f, 0x20d0, 0x20dc, 0xfe20, 0xfe2f];
const STANDS_ALONE = /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}]$/u;
const JOINS = /^[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF\u0E33\u0EB3\u200B-\u200F\p{Emoji_Modifier}\p{Default_Ignorable_Code_Point}]$/u;
const PREPENDS = /^[\u0D4E\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2]$/u;

/** Width of a unit that stands alone (1 or 2), or COMPLEX. */
const classes = new Uint8Array(0x10000);
const widths = new Map<string, number>();
let ambiguousAsWide = false;
let segmenter: Intl.Segmenter | undefined;

/** Terminals set up for East Asian text draw some signs (`…`, `●`, `─`) in two columns. Applies to every width from now on. */
export function setAmbiguousWidth(columns: 1 | 2): void {
  ambiguousAsWide = columns === 2;
  classes.fill(UNKNOWN);
  widths.clear();
}

export const ambiguousWidth = (): 1 | 2 => (ambiguousAsWide ? 2 : 1);

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if (isAccent(unit)) return (classes[unit] = ACCENT);
  const alone = unit >= 0x20 && unit !== 0x7f && STANDS_ALONE.test(character) && !JOINS.test(character) && !PREPENDS.test(character);
  return (classes[unit] = alone ? eastAsianWidth(unit, { ambiguousAsWide }) : COMPLEX);
}

function isAccent(unit: number): boolean {
  for (let i = 0; i < ACCENTS.length; i += 2) if (unit >= ACCENTS[i]! && unit <= ACCENTS[i + 1]!) return true;
  return false;
}

const classOf = (unit: number): number => classes[unit] || classify(unit);

/** Index after the character (grapheme) that starts at `from`. */
export function endOfCluster(text: string, from: number): number {
  const next = from + 1;
  if (next >= text.length) return text.length;
  const unit = text.charCodeAt(from);
  if (unit === 0x0a || unit === 0x09) return next;
  if (classOf(unit) < COMPLEX) {
    let end = next;
    while (end < text.length && classOf(text.charCodeAt(end)) === ACCENT) end += 1;
    if (end === text.length || classOf(text.charCodeAt(end)) < COMPLEX) return end;
  }
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text.slice(from, from + 64))) return from + segment.length;
  return next;
}

/** Columns of the character in `text` from `from` to `to`, which `endOfCluster` gave. A tab counts 1 here. */
export function clusterWidth(text: string, from: number, to: number): number {
  if (to - from === 1) {
    const known = classOf(text.charCodeAt(from));
    if (known < COMPLEX) return known;
  }
  const cluster = text.slice(from, to);
  let width = widths.get(cluster);
  if (width === undefined) {
    if (widths.size > 10_000) widths.clear();
    width = measureCluster(cluster);
    widths.set(cluster, width);
  }
  return width;
}

/** Made at the first strange cluster: reading the table of emoji takes a tenth of a start. */
let manyEmoji: RegExp | undefined;
const KEYCAP = /^[\d#*]\uFE0F?\u20E3$/;
const PICTOGRAPH = /\p{Extended_Pictographic}/u;
const SHAPELESS = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}]$/u;
const SPACING = /^[\p{Mc}\u0E33\u0EB3\uFF9E\uFF9F]$/u;
const HANGUL_LATER = /^[\u1160-\u11FF\uD7B0-\uD7FF]$/u;

/* As string-width measures, so that Ink's layout and ours agree: emoji sequences are two wide, otherwise the first visible code point
 * counts, and what stands beside it in the same character (spacing marks, half-width voicing). */
function measureCluster(cluster: string): number {
  manyEmoji ??= /^\p{RGI_Emoji}$/v;
  if (manyEmoji.test(cluster) || KEYCAP.test(cluster) || (cluster.includes('\u200D') && PICTOGRAPH.test(cluster))) return 2;
  let width = 0;
  let seen = false;
  for (const character of cluster) {
    if (character === '\t') return 1;
    if (SHAPELESS.test(character)) continue;
    const code = character.codePointAt(0) ?? 0;
    if (!seen) width += eastAsianWidth(code, { ambiguousAsWide });
    else if (SPACING.test(character)) width += 1;
    else if (!HANGUL_LATER.test(character)) width += eastAsianWidth(code, { ambiguousAsWide });
    seen = true;
  }
  return width;
}

const CERTAIN =
  /^[\u0020-\u02FF\u0370-\u1FFF\u2010-\u2027\u2030-\u205E\u20A0-\u20CF\u2100-\u26FF\u2700-\u27BF\u2E80-\uD7A3\uF900-\uFAFF\uFF01-\uFF9D\uFFE0-\uFFE6]$/u;

/** False where terminals disagree on the width: joined or modified emoji, flags, letters built of parts. */
export function isWidthCertain(cluster: string): boolean {
  return cluster.length === 1 ? CERTAIN.test(cluster) && classOf(cluster.charCodeAt(0)) < COMPLEX : false;
}
