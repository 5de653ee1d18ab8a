import { clusterWidth, endOfCluster, isWidthCertain } from '../../../text/cluster.ts';
import { asciiTwin } from '../../../text/glyphs.ts';
import { makeVisible } from '../../../text/visible.ts';
import { applySgr, isBlankPlain, PLAIN, type Style } from './style.ts';

/* One row of the screen as cells. A character two columns wide is followed by an empty cell:
 *
 *     "ab字 "   cells  a  b  字  ''  ' '      styles  0 0 0 0 0
 *
 * A plain-looking blank always has style 0, whatever style it was written in: nobody can see the difference.
 */
export interface Row {
  /** A plain string where each character is one unit and one column wide, as in nearly every row: it takes a tenth of the memory. */
  readonly cells: ArrayLike<string>;
  readonly styles: ArrayLike<Style>;
  /** After the last cell that is not a plain blank. */
  readonly end: number;
  /** Terminals may draw some character of it wider or narrower than we think: painted whole, never by difference. */
  readonly uncertain: boolean;
  /** What the row says beside its gutter, by which a row that moved is recognised; `''` for a row that says nothing. */
  readonly trace: string;
}

const GUTTER = 2;
const ASCII = /^[ -~]*$/;
const SGR = /\x1b\[([\d;:]*)m/g;

/** Reads one line of a frame: text with SGR. Any other control character in it is shown as a mark, so that nothing else reaches the terminal. */
export function readRow(line: string, columns: number, ascii = false): Row {
  const cells: string[] = new Array<string>(columns).fill(' ');
  const styles: Style[] = new Array<Style>(columns).fill(PLAIN);
  let style = PLAIN;
  let x = 0;
  let uncertain = false;

  const put = (text: string): void => {
    if (ASCII.test(text)) {
      for (let i = 0; i < text.length && x < columns; i += 1, x += 1) {
        cells[x] = text[i] as string;
        styles[x] = style;
      }
      return;
    }
    const visible = makeVisible(text).replaceAll(/[\n\t]/g, ' ');
    for (let from = 0; from < visible.length; ) {
      const to = endOfCluster(visible, from);
      const cluster = visible.slice(from, to);
      const wide = clusterWidth(visible, from, to);
      from = to;
      if (wide === 0 || x + wide > columns) {
        if (wide > 0) x = columns;
        continue;
      }
      if (ascii && cluster > '~') cells[x] = asciiTwin(cluster);
      else {
        cells[x] = cluster;
        if (cluster > '~' && !isWidthCertain(cluster)) uncertain = true;
        for (let k = 1; k < wide; k += 1) cells[x + k] = '';
      }
      for (let k = 0; k < wide; k += 1) styles[x + k] = style;
      x += wide;
    }
  };

  let from = 0;
  for (const { 0: sequence, 1: parameters = '', index } of line.matchAll(SGR)) {
    if (index > from) put(line.slice(from, index));
    style = applySgr(style, parameters);
    from = index + sequence.length;
  }
  if (from < line.length) put(line.slice(from));

  let end = 0;
  for (let i = 0; i < columns; i += 1) {
    if (cells[i] === ' ' && isBlankPlain(styles[i] as Style)) styles[i] = PLAIN;
    else end = i + 1;
  }
  const text = cells.join('');
  const single = text.length === columns && !cells.includes('');
  const trace = (single ? text.slice(GUTTER, end) : cells.slice(GUTTER, end).join('')).trimEnd();
  return {
    cells: single ? text : cells,
    styles: styles.some((one) => one !== PLAIN) ? Uint16Array.from(styles) : plainStyles(columns),
    end,
    uncertain,
    trace: trace.length > 1 ? trace : '',
  };
}

let plain = new Uint16Array(0);

/** Most rows are plain throughout and share their styles. */
function plainStyles(columns: number): Uint16Array {
  if (plain.length !== columns) plain = new Uint16Array(columns);
  return plain;
}

/** Rough bytes that turn one row into another, for weighing a scroll. */
export function costOfRow(from: Row, to: Row): number {
  if (from === to) return 0;
  if (from.uncertain || to.uncertain) return to.end + 8;
  let bytes = 0;
  let last = -10;
  const limit = Math.max(from.end, to.end);
  for (let x = 0; x < limit; x += 1) {
    if (from.cells[x] === to.cells[x] && from.styles[x] === to.styles[x]) continue;
    if (x >= to.end) return bytes + 8;
    bytes += x - last > 4 ? 7 : x - last;
    last = x;
  }
  return bytes;
}
