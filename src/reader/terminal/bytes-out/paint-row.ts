import { isWidthCertain } from '../../../text/cluster.ts';
import type { Pen } from './pen.ts';
import type { Row } from './row.ts';
import { isBlankPlain, PLAIN, type Style } from './style.ts';

/** Unchanged cells between two changes that are cheaper to write again than to jump over. */
const GAP = 4;
/** Blanks from which erasing and jumping is cheaper than writing. */
const LONG_BLANK = 11;

const differs = (before: Row, next: Row, x: number): boolean => before.cells[x] !== next.cells[x] || before.styles[x] !== next.styles[x];

function anyDiffers(before: Row, next: Row): boolean {
  const limit = Math.max(before.end, next.end);
  for (let x = 0; x < limit; x += 1) if (differs(before, next, x)) return true;
  return false;
}

/** Turns row `y` from what is on the screen into what should be, by the cells that differ. */
export function paintRow(pen: Pen, y: number, before: Row, next: Row): void {
  if (before.uncertain || next.uncertain) {
    if (anyDiffers(before, next)) paintWholeRow(pen, y, next);
    return;
  }
  const columns = next.cells.length;
  let x = 0;
  while (x < next.end) {
    if (!differs(before, next, x)) {
      x += 1;
      continue;
    }
    if (next.cells[x] === '' && x > 0) x -= 1;
    const end = endOfChange(before, next, x);
    pen.moveTo(y, x);
    x = paintCells(pen, y, next, x, end, columns);
  }
  if (before.end > next.end) eraseTail(pen, y, before, next);
}

function endOfChange(before: Row, next: Row, start: number): number {
  let end = start + 1;
  for (let x = start + 1; x < next.end && x - end <= GAP; x += 1) if (differs(before, next, x)) end = x + 1;
  while (end < next.end && next.cells[end] === '') end += 1;
  return end;
}

function paintCells(pen: Pen, y: number, row: Row, from: number, to: number, columns: number): number {
  let x = from;
  while (x < to) {
    const cell = row.cells[x] as string;
    const style = row.styles[x] as Style;
    if (cell === ' ' && style === PLAIN) {
      let blanks = 1;
      while (x + blanks < to && row.cells[x + blanks] === ' ' && row.styles[x + blanks] === PLAIN) blanks += 1;
      if (blanks >= LONG_BLANK) {
        pen.erase(blanks);
        x += blanks;
        pen.moveTo(y, x);
        continue;
      }
      if (!isBlankPlain(pen.style)) pen.setStyle(PLAIN);
    } else pen.setStyle(style);
    const wide = row.cells[x + 1] === '' ? 2 : 1;
    pen.put(cell, wide, columns);
    x += wide;
  }
  return x;
}

function eraseTail(pen: Pen, y: number, before: Row, next: Row): void {
  const changed = firstBlankToClear(before, next);
  if (changed === -1) return;
  pen.moveTo(y, changed);
  pen.eraseToEnd();
}

function firstBlankToClear(before: Row, next: Row): number {
  for (let x = next.end; x < before.end; x += 1) if (differs(before, next, x)) return x;
  return -1;
}

/** After each character whose width is in doubt the column is set anew and what it may have drawn beyond is erased, so that whatever follows stands where it should. */
function paintWholeRow(pen: Pen, y: number, row: Row): void {
  const columns = row.cells.length;
  pen.moveTo(y, 0);
  pen.eraseToEnd();
  for (let x = 0; x < row.end; ) {
    const cell = row.cells[x] as string;
    const style = row.styles[x] as Style;
    if (cell !== ' ' || style !== PLAIN) pen.setStyle(style);
    else if (!isBlankPlain(pen.style)) pen.setStyle(PLAIN);
    const wide = row.cells[x + 1] === '' ? 2 : 1;
    pen.put(cell, wide, columns);
    x += wide;
    if (cell > '~' && !isWidthCertain(cell) && x < columns) {
      pen.correctColumn(x);
      pen.eraseToEnd();
    }
  }
}
