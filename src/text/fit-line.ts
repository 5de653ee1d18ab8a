import type { Line, Piece } from './line.ts';
import { expandTabs, indexAtWidth, width } from './width.ts';

/** Columns of a whole line. */
export function lineWidth(line: Line): number {
  let columns = 0;
  for (const { text } of line) columns += width(text, columns);
  return columns;
}

/**
 * The line at exactly `columns`: tabs as blanks, padded with blanks, or cut with the ellipsis where it is longer.
 * The ellipsis and the padding take the role of what they stand after, except that padding after underlined or inverse text is plain.
 */
export function fitLine(line: Line, columns: number, ellipsis = '…'): Line {
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of line) {
    const text = expandTabs(piece.text, at);
    const wide = width(text);
    if (at + wide > columns) return [...cutPieces([...pieces, { ...piece, text }], columns, ellipsis)];
    if (text !== '') pieces.push(text === piece.text ? piece : { ...piece, text });
    at += wide;
  }
  if (at < columns) pieces.push({ text: ' '.repeat(columns - at) });
  return pieces;
}

function cutPieces(pieces: Piece[], columns: number, ellipsis: string): Piece[] {
  const room = columns - width(ellipsis);
  const mark = room < 0 ? '' : ellipsis;
  const cut: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const text = piece.text.slice(0, indexAtWidth(piece.text, Math.max(0, room) - at));
    at += width(text);
    if (text.length < piece.text.length) {
      const marked = text + mark;
      if (marked !== '') cut.push({ ...piece, text: marked });
      at += width(mark);
      break;
    }
    cut.push(piece);
  }
  if (at < columns) cut.push({ text: ' '.repeat(columns - at) });
  return cut;
}

/** The text of a line without its roles. */
export const lineText = (line: Line): string => line.map(({ text }) => text).join('');

/** The line with the units from `from` to `to` of its text in another role: a hit, a redaction. */
export function paintSpan(line: Line, from: number, to: number, role: Piece['role']): Line {
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of line) {
    const start = Math.min(Math.max(from - at, 0), piece.text.length);
    const end = Math.min(Math.max(to - at, start), piece.text.length);
    const parts: Piece[] = [
      { ...piece, text: piece.text.slice(0, start) },
      role === undefined ? { text: piece.text.slice(start, end) } : { text: piece.text.slice(start, end), role },
      { ...piece, text: piece.text.slice(end) },
    ];
    pieces.push(...parts.filter(({ text }) => text !== ''));
    at += piece.text.length;
  }
  return pieces;
}
