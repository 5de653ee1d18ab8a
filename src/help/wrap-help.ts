import { wrapText } from '../text/wrap.ts';
import type { HelpSection } from './understanding-cables.ts';

/** Help sections as plain lines, at most `columns` wide where the text can be wrapped. */
export function wrapHelp(sections: readonly HelpSection[], columns: number): string[] {
  const width = Math.max(20, Math.min(columns, 84) - 2);
  return sections.flatMap(({ title, text }) => [
    title,
    ...text.flatMap((line) => (line.startsWith('  ') ? [line] : wrapLine(line, width))),
    '',
  ]);
}

const wrapLine = (line: string, width: number) => wrapText(line, width).map(({ text }) => `  ${text.trimEnd()}`);
