/* CSV as RFC 4180 has it: CR LF, quotes doubled. A cell that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage
 * return) has an apostrophe before it, as OWASP advises: nothing that stands in a cable may act on the machine of who opens the file.
 */
import { makeVisible } from '../text/visible.ts';
import type { Exported, Value } from './exported.ts';

export function writeCsv({ columns, rows }: Exported): string {
  return [columns, ...rows.map(({ fields }) => columns.map((name) => fields[name] ?? null))]
    .map((cells) => `${cells.map(writeCell).join(',')}\r\n`)
    .join('');
}

function writeCell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = makeVisible(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
