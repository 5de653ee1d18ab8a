import type { Piece } from '../../text/line.ts';

/** The pieces of a line with another role from one column to another. */
export function splitAt(pieces: readonly Piece[], from: number, to: number, role: Piece['role']): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const [start, end] = [Math.max(0, from - at), Math.min(piece.text.length, to - at)];
    if (start >= end) result.push(piece);
    else {
      if (start > 0) result.push({ ...piece, text: piece.text.slice(0, start) });
      result.push({ text: piece.text.slice(start, end), ...(role && { role }) });
      if (end < piece.text.length) result.push({ ...piece, text: piece.text.slice(end) });
    }
    at += piece.text.length;
  }
  return result;
}
