import { findScroll, shiftRows } from './find-scroll.ts';
import { paintRow } from './paint-row.ts';
import { Pen } from './pen.ts';
import { type Row, readRow } from './row.ts';

export interface ScreenOptions {
  readonly columns: number;
  readonly rows: number;
  /** The locale cannot show anything but ASCII: every other character is written as its twin. */
  readonly ascii?: boolean;
  /** The terminal knows SU and SD. The Linux console does not. */
  readonly pan?: boolean;
  /** The terminal is known to hold a frame back until it is complete (mode 2026). */
  readonly synchronized?: boolean;
}

const REMEMBERED_ROWS = 1000;
/** Below this a frame arrives in one packet, and holding it back shows nothing. */
const WORTH_SYNCHRONIZING = 1000;

/* What is on the terminal, as cells, and the fewest bytes that make it show the next frame. Knows no stream and no time. */
export class Screen {
  readonly #options: ScreenOptions;
  readonly #read = new Map<string, Row>();
  readonly #pen: Pen;
  #columns: number;
  #rows: number;
  #blank: Row;
  #shown: Row[] | null = null;

  constructor(options: ScreenOptions) {
    this.#options = options;
    this.#columns = options.columns;
    this.#rows = options.rows;
    this.#pen = new Pen(options.rows);
    this.#blank = readRow('', options.columns);
  }

  /** Nothing is known of the terminal any more: the next frame is sent whole. */
  forget(): void {
    this.#shown = null;
  }

  resize(columns: number, rows: number): void {
    this.#columns = columns;
    this.#rows = rows;
    this.#read.clear();
    this.#blank = readRow('', columns);
    this.#shown = null;
  }

  /** Bytes that turn what is shown into the frame; `''` when it is shown already. Lines beyond the last row are dropped. */
  show(lines: readonly string[]): string {
    const pen = this.#pen;
    const next = Array.from({ length: this.#rows }, (_, y) => this.#readRow(lines[y] ?? ''));
    let shown = this.#shown;
    if (shown === null) {
      pen.startAfresh(this.#rows);
      shown = next.map(() => this.#blank);
    } else shown = this.#scroll(shown, next);
    for (const [y, row] of next.entries()) if (row !== shown[y]) paintRow(pen, y, shown[y] as Row, row);
    this.#shown = next;
    const bytes = pen.take();
    return this.#options.synchronized && bytes.length > WORTH_SYNCHRONIZING ? `\x1b[?2026h${bytes}\x1b[?2026l` : bytes;
  }

  /** A list and its preview may both move. */
  #scroll(shown: Row[], next: readonly Row[]): Row[] {
    for (let bands = 0; bands < 2; bands += 1) {
      const scroll = findScroll(shown, next, this.#pen.margins, this.#blank);
      if (scroll === null) break;
      this.#pen.setPlainBackground();
      this.#pen.setMargins(scroll.top, scroll.bottom);
      this.#pen.scroll(scroll.shift, this.#options.pan ?? true);
      shown = shiftRows(shown, scroll, this.#blank);
    }
    return shown;
  }

  #readRow(line: string): Row {
    if (line === '') return this.#blank;
    let row = this.#read.get(line);
    if (row === undefined) {
      if (this.#read.size >= REMEMBERED_ROWS) this.#read.clear();
      row = readRow(line, this.#columns, this.#options.ascii);
      this.#read.set(line, row);
    }
    return row;
  }
}
