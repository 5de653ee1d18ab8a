/* An export as Markdown: bookmarks and notes under their cable with quote and citation, everything else as a table. */
import { citeChicago } from '../../store/cable/citation/cite-chicago.ts';
import { makeVisible } from '../text/visible.ts';
import type { Exported, ExportedRow, Value } from './exported.ts';

export function writeMarkdown(exported: Exported): string {
  const { title, rows, columns } = exported;
  const body = columns.includes('quote') ? writePassages(rows) : writeTable(exported);
  return makeVisible(`# ${title}\n\n${body}`);
}

function writePassages(rows: readonly ExportedRow[]): string {
  const byCable = Map.groupBy(rows, ({ cable }) => cable.id);
  return [...byCable.values()].map((of) => `## ${escapeText(titleOf(of[0]!))}\n\n${of.map(writePassage).join('\n')}`).join('\n');
}

const titleOf = ({ cable, fields }: ExportedRow): string => [cable.id, fields['subject']].filter(Boolean).join(': ');

function writePassage({ cable, paragraph, link, fields }: ExportedRow): string {
  const { note, label, quote } = fields;
  const parts = [
    typeof label === 'string' && label !== '' ? `**${escapeText(label)}**` : '',
    typeof quote === 'string' && quote !== '' ? `> ${escapeText(quote)}` : '',
    typeof note === 'string' ? note.split('\n').map(escapeText).join('\n') : '',
    escapeText(citeChicago(cable, { link, ...(paragraph !== null && { paragraph }) })).replace(escapeText(link), `<${link}>`),
  ];
  return parts
    .filter(Boolean)
    .map((part) => `${part}\n`)
    .join('\n');
}

function writeTable({ columns, rows }: Exported): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return (
    line(columns) +
    line(columns.map(() => '---')) +
    rows.map(({ fields }) => line(columns.map((name) => writeCell(fields[name] ?? null)))).join('')
  );
}

const writeCell = (value: Value): string => escapeText(String(value ?? '')).replaceAll('\n', ' ');

/** Signs that would begin markup, anywhere or at the beginning of a line: what a cable says stays what it says. */
const escapeText = (text: string): string =>
  text
    .replaceAll(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([-+])(?=\s)/, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s)/, '$1\\.');
