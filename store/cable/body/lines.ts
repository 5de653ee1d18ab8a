import type { Span } from '../cable.ts';

export interface TextLine extends Span {
  /** Without ¶ at its beginning and blanks at its end; offsets are those of the body. */
  readonly text: string;
  /** Where `text` begins. */
  readonly from: number;
}

export function splitLines(body: string, start = 0, end = body.length): TextLine[] {
  const lines: TextLine[] = [];
  let at = start;
  while (at <= end) {
    const newline = body.indexOf('\n', at);
    const stop = newline === -1 || newline > end ? end : newline;
    const lead = /^[ \t]*¶/.exec(body.slice(at, Math.min(stop, at + 40)))?.[0].length ?? 0;
    lines.push({ start: at, end: stop, from: at + lead, text: body.slice(at + lead, stop).trimEnd() });
    at = stop + 1;
  }
  return lines;
}

export const isBlank = ({ text }: TextLine): boolean => text.trim() === '';
