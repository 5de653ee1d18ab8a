import { clusterWidth, endOfCluster } from './cluster.ts';
import { TAB_STOP } from './width.ts';

/* A line of wrapped text knows where it came from, so that a hit, a redaction or the cursor can be placed on it:
 *
 *     source   "Three dry winters\nhave moved the argument"
 *     line     { text: "winters have", start: 10, end: 22 }      with joinLines the line end counts as the blank between two words
 */
export interface WrappedLine {
  /** Without its indent and without the blanks it was broken at. */
  readonly text: string;
  /** Offsets into the source: first character, and after the last. */
  readonly start: number;
  readonly end: number;
  /** Blanks to put before it. */
  readonly indent: number;
  /** Where `text` is no plain slice of the source: the offset of each of its units. */
  readonly offsets: Uint32Array | null;
}

export interface WrapOptions {
  /** Blanks before every line after the first: a hanging indent. */
  readonly indent?: number;
  /** Blanks before the first line. */
  readonly firstIndent?: number;
  /** Line ends inside the text, with the blanks around them, count as one blank. Without it they break the line. */
  readonly joinLines?: boolean;
}

/**
 * Breaks text at blanks into lines of at most `columns` (with their indent); a word that is longer is cut.
 * Lines end at `\n`; an empty text is one empty line. Time is linear: a line of a million characters takes about 10 ms.
 */
export function wrapText(
  text: string,
  columns: number,
  { indent = 0, firstIndent = 0, joinLines = false }: WrapOptions = {},
): WrappedLine[] {
  const lines: WrappedLine[] = [];
  const joined = joinLines ? joinSourceLines(text) : null;
  const flat = joined?.text ?? text;
  const ascii = /^[\n -~]*$/.test(flat);
  let from = 0;
  while (from <= flat.length) {
    const newline = flat.indexOf('\n', from);
    const to = newline === -1 ? flat.length : newline;
    let start = from;
    do {
      const before = lines.length === 0 ? firstIndent : indent;
      const room = Math.max(1, columns - before);
      const { end, next } = ascii ? breakAscii(flat, start, to, room) : breakWide(flat, start, to, room);
      lines.push(describeLine(flat, start, end, before, joined?.offsets ?? null));
      start = next;
    } while (start < to);
    if (newline === -1) break;
    from = newline + 1;
  }
  return lines;
}

function describeLine(flat: string, start: number, end: number, indent: number, offsets: Uint32Array | null): WrappedLine {
  const text = flat.slice(start, end);
  if (offsets === null) return { text, start, end, indent, offsets: null };
  const own = offsets.subarray(start, end);
  const first = own[0] ?? offsets[start] ?? 0;
  return { text, start: first, end: end > start ? own[own.length - 1]! + 1 : first, indent, offsets: own };
}

interface Break {
  /** After the last character of this line. */
  readonly end: number;
  /** First character of the next. */
  readonly next: number;
}

function breakAscii(text: string, start: number, to: number, room: number): Break {
  if (to - start <= room) return { end: to, next: to };
  return breakBefore(text, start, start + room, to);
}

/** `limit`: the first character that does not fit. */
function breakBefore(text: string, start: number, limit: number, to: number): Break {
  let blank = limit;
  while (blank > start && !isBlank(text, blank)) blank -= 1;
  let end = blank;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  // Only blanks before it, or none at all: the word itself is cut.
  if (end === start) return { end: limit, next: limit };
  let next = blank;
  while (next < to && isBlank(text, next)) next += 1;
  return { end, next };
}

const isBlank = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0x09;
};

function breakWide(text: string, start: number, to: number, room: number): Break {
  let at = 0;
  let from = start;
  while (from < to) {
    const unit = text.charCodeAt(from);
    const end = Math.min(to, endOfCluster(text, from));
    at += unit === 9 ? TAB_STOP - (at % TAB_STOP) : clusterWidth(text, from, end);
    if (at > room) break;
    from = end;
  }
  if (from >= to) return { end: to, next: to };
  const found = breakBefore(text, start, from, to);
  // A character wider than the room still has to go somewhere.
  if (found.next === start) {
    const end = Math.min(to, endOfCluster(text, start));
    return { end, next: end };
  }
  return isWideScript(text, found, from) ? { end: from, next: from } : found;
}

/** Chinese and Japanese are broken between any two characters, rather than at the last blank far before. */
function isWideScript(text: string, found: Break, limit: number): boolean {
  return found.next < limit && WIDE.test(text[limit - 1] ?? '') && WIDE.test(text[limit] ?? '');
}

const WIDE = /[\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]/;

interface Joined {
  readonly text: string;
  /** Source offset of each unit of `text`, and of its end. */
  readonly offsets: Uint32Array;
}

function joinSourceLines(text: string): Joined {
  const offsets = new Uint32Array(text.length + 1);
  let joined = '';
  let length = 0;
  const keep = (from: number, to: number) => {
    for (let i = from; i < to; i += 1) offsets[length++] = i;
    joined += text.slice(from, to);
  };
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(/[ \t]*\n[ \t\n]*/g)) {
    keep(from, index);
    from = index + gap.length;
    if (index > 0 && from < text.length) {
      offsets[length++] = index;
      joined += ' ';
    }
  }
  keep(from, text.length);
  offsets[length] = text.length;
  return { text: joined, offsets };
}

/** Where the source from `start` to `end` lies on a wrapped line: indices into its text, or null if it is elsewhere. */
export function placeOnLine(line: WrappedLine, start: number, end: number): { readonly from: number; readonly to: number } | null {
  if (end <= line.start || start >= line.end) return null;
  if (line.offsets === null) return { from: Math.max(0, start - line.start), to: Math.min(line.text.length, end - line.start) };
  const from = line.offsets.findIndex((offset) => offset >= start);
  const after = line.offsets.findIndex((offset) => offset >= end);
  const to = after === -1 ? line.text.length : after;
  return from === -1 || to <= from ? null : { from, to };
}

/** Source offset of the unit at `index` of a wrapped line. */
export function sourceOffset(line: WrappedLine, index: number): number {
  return index >= line.text.length ? line.end : (line.offsets?.[index] ?? line.start + index);
}
