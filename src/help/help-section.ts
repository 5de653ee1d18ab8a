/* A piece of help, laid out for any width: sentences are wrapped, forms stand beside what they mean, or above it where there is no room. */
import { width } from '../text/width.ts';
import { wrapText } from '../text/wrap.ts';

export interface HelpSection {
  readonly title: string;
  readonly text: readonly HelpLine[];
}

/** A sentence, or a form with what it means. */
export type HelpLine = string | readonly [form: string, meaning: string];

const MOST = 84;
const FORM = 32;
const NARROW = 60;

/** Plain lines, none wider than `columns` and none wider than 84. */
export function wrapHelp(sections: readonly HelpSection[], columns: number): string[] {
  const wide = Math.max(20, Math.min(columns, MOST) - 1);
  return sections.flatMap(({ title, text }) => [...indent(title, 0, wide), ...text.flatMap((line) => layOut(line, wide)), '']);
}

function layOut(line: HelpLine, wide: number): string[] {
  if (typeof line === 'string') return indent(line, 2, wide);
  const [form, meaning] = line;
  if (wide < NARROW) return [...indent(form, 2, wide), ...indent(meaning, 6, wide)];
  const lead = `  ${form}`;
  const beside = indent(meaning, FORM + 2, wide);
  if (width(lead) > FORM + 1) return [lead, ...beside];
  return [`${lead.padEnd(FORM + 2)}${beside[0]!.trimStart()}`, ...beside.slice(1)];
}

const indent = (text: string, by: number, wide: number): string[] =>
  wrapText(text, wide - by).map((line) => `${' '.repeat(by)}${line.text.trimEnd()}`);
