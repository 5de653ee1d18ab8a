/* A frame of the reader as an SVG picture: the README's picture is made from a real one. */
import type { Line, Role } from '../text/line.ts';

const CELL = { width: 8.4, height: 18 };
const MARGIN = 14;

const COLOURS: Readonly<Record<Role, string>> = {
  plain: '#d0d4da',
  accent: '#e8a33d',
  strong: '#ffffff',
  dim: '#7d8590',
  good: '#7fbf7f',
  warn: '#e0b060',
  bad: '#e07a6a',
  hit: '#f2d16b',
  tag: '#8fbcd4',
  link: '#8fbcd4',
  redacted: '#a0a7b0',
};

/** @param columns width of the frame in cells; every piece is placed by its column, so that the font's own widths do not matter. */
export function drawFrame(lines: readonly Line[], columns: number, widthOf: (text: string) => number): string {
  const width = Math.ceil(columns * CELL.width + 2 * MARGIN);
  const height = lines.length * CELL.height + 2 * MARGIN;
  const rows = lines.map((line, row) => drawRow(line, MARGIN + (row + 0.75) * CELL.height, widthOf)).filter(Boolean);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
<rect width="100%" height="100%" rx="8" fill="#16191d"/>
${rows.join('\n')}
</svg>
`;
}

function drawRow(line: Line, y: number, widthOf: (text: string) => number): string {
  let column = 0;
  const pieces: string[] = [];
  for (const { text, role = 'plain' } of line) {
    const cells = widthOf(text);
    const shown = text.trimEnd();
    if (shown.trim() !== '') {
      const x = (MARGIN + column * CELL.width).toFixed(1);
      const length = (widthOf(shown) * CELL.width).toFixed(1);
      const weight = role === 'strong' ? ' font-weight="bold"' : '';
      pieces.push(
        `<text x="${x}" y="${y.toFixed(1)}" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="${COLOURS[role]}"${weight}>${escapeXml(shown)}</text>`,
      );
    }
    column += cells;
  }
  return pieces.join('');
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
