import type { Span } from '../../../store/cable/cable.ts';

export interface ShownText {
  readonly text: string;
  /** Offset in `text` -> offset in the body. */
  at(offset: number): number;
  /** Offset in the body -> offset in `text`; null outside of it. */
  back(offset: number): number | null;
}

/** A span of the body without page markers, repeated heads and ¶; offsets can be told in both directions. */
export function withoutHidden(body: string, span: Span, hidden: readonly Span[]): ShownText {
  const kept: { from: number; to: number; shown: number }[] = [];
  let text = '';
  let at = span.start;
  const keep = (to: number) => {
    if (to <= at) return;
    kept.push({ from: at, to, shown: text.length });
    text += body.slice(at, to);
  };
  for (const { start, end } of hidden) {
    if (end <= at || start >= span.end) continue;
    keep(start);
    // A marker inside a sentence leaves one blank behind.
    at = Math.max(at, end);
    if (text !== '' && !/\s$/.test(text) && !/^\s/.test(body.slice(at, at + 1))) {
      kept.push({ from: at, to: at, shown: text.length });
      text += ' ';
    }
  }
  keep(span.end);
  return {
    text,
    at(offset) {
      const part = kept.findLast(({ shown }) => shown <= offset) ?? kept[0];
      return part ? Math.min(part.from + offset - part.shown, Math.max(part.to, part.from)) : span.start;
    },
    back(offset) {
      const part = kept.find(({ from, to }) => offset >= from && offset <= to);
      return part ? part.shown + offset - part.from : null;
    },
  };
}
