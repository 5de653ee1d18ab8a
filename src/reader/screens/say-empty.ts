import type { Line } from '../../text/line.ts';
import { wrapText } from '../../text/wrap.ts';

/** Why there is nothing, and the one key that helps. */
export function sayEmpty(what: string, key: string, does: string, columns: number): Line[] {
  const width = Math.min(columns, 84) - 4;
  const [first, ...rest] = wrapText(does, width, { firstIndent: key.length + 1 });
  return [
    [],
    ...wrapText(what, width).map(({ text }): Line => [{ text: `  ${text}` }]),
    [],
    [{ text: `  ${key}`, role: 'strong' }, { text: ` ${first?.text.trimStart() ?? ''}` }],
    ...rest.map(({ text }): Line => [{ text: `  ${text}` }]),
  ];
}
