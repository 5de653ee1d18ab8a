/* Nothing but a text, from the left edge: no gutter, no rule, no hints, so that a mouse selects what was meant. */
import { fitLine } from '../../text/fit-line.ts';
import type { Line } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { wrapText } from '../../text/wrap.ts';
import type { PlainText, ReaderState } from '../state.ts';

export function drawPlain({ size: { columns, rows } }: ReaderState, { text, top }: PlainText): readonly Line[] {
  const lines = plainLines(text, columns).slice(top, top + rows);
  return Array.from({ length: rows }, (_, i) => fitLine([{ text: lines[i] ?? '' }], columns));
}

export function plainLines(text: string, columns: number): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [''] : wrapText(makeVisible(line.trimEnd()), columns).map((part) => part.text)));
}
