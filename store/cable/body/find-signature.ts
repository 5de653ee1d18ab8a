/* The surname of the chief of mission on the last line, or glued to the last sentence. */
import { isRule, isTrailer, type Row } from './rows.ts';

export interface Signature {
  readonly name: string;
  readonly line: Row;
  /** The line holds nothing else. */
  readonly whole: boolean;
}

/** Null where the last of the rows names nobody. */
export function findSignature(rows: readonly Row[]): Signature | null {
  for (let i = rows.length - 1; i >= Math.max(0, rows.length - 8); i--) {
    const line = rows[i]!;
    if (isTrailer(line) || isRule(line)) continue;
    const text = line.text.trim();
    const whole =
      /^(?:\(?signed\)?\s*)?([A-Z][A-Za-z'’-]*(?: (?:[A-Z][A-Za-z'’-]*|van|von|de|der|la))*|(?:van|von|de) [A-Z][A-Za-z'’-]+)\.?$/.exec(
        text,
      );
    if (whole && text.length <= 32 && text.split(' ').length <= 3 && !/^(?:END|COMMENT|SUMMARY|Comment|Summary|UNCLAS)/.test(text))
      return { name: whole[1]!, line, whole: true };
    const glued = /[.!?")]\s+([A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]{2,})?)$/.exec(text);
    if (glued && !/^(?:END|COMMENT|SUMMARY)/.test(glued[1]!)) return { name: glued[1]!, line, whole: false };
    return null;
  }
  return null;
}
