import { changeStyle, isBlankPlain, PLAIN, type Style } from './style.ts';

/* Knows where the terminal's cursor is, in which style it writes and between which margins it scrolls, and finds the fewest bytes to change
 * each. No bare line feed is ever used as a motion: a terminal driver may turn it into CR LF, and at the margin it scrolls.
 */
const UNKNOWN = -1;
const parameter = (n: number): string => (n === 1 ? '' : String(n));

export class Pen {
  bytes = '';
  rows: number;
  #x = UNKNOWN;
  #y = UNKNOWN;
  #style: Style = PLAIN;
  #top = 0;
  #bottom: number;

  constructor(rows: number) {
    this.rows = rows;
    this.#bottom = rows - 1;
  }

  /** The bytes so far; the next ones start empty. */
  take(): string {
    const { bytes } = this;
    this.bytes = '';
    return bytes;
  }

  /** From whatever state the terminal is in to an empty screen, cursor at the top. */
  startAfresh(rows: number): void {
    this.rows = rows;
    this.bytes += '\x1b[m\x1b[r\x1b[?7l\x1b[H\x1b[2J';
    this.#x = this.#y = 0;
    this.#style = PLAIN;
    this.#top = 0;
    this.#bottom = rows - 1;
  }

  hasMargins(top: number, bottom: number): boolean {
    return this.#top === top && this.#bottom === bottom;
  }

  get margins(): readonly [number, number] {
    return [this.#top, this.#bottom];
  }

  /** Setting margins moves the cursor home. */
  setMargins(top: number, bottom: number): void {
    if (this.hasMargins(top, bottom)) return;
    this.bytes += top === 0 && bottom === this.rows - 1 ? '\x1b[r' : `\x1b[${top + 1};${bottom + 1}r`;
    this.#top = top;
    this.#bottom = bottom;
    this.#x = this.#y = 0;
  }

  moveTo(y: number, x: number): void {
    if (this.#y === y && this.#x === x) return;
    let best = y === 0 && x === 0 ? '\x1b[H' : x === 0 ? `\x1b[${y + 1}H` : `\x1b[${y + 1};${x + 1}H`;
    if (this.#y !== UNKNOWN && (y === this.#y || !this.#marginBetween(this.#y, y))) {
      const dy = y - this.#y;
      const vertical = dy === 0 ? '' : dy > 0 ? `\x1b[${parameter(dy)}B` : `\x1b[${parameter(-dy)}A`;
      const motions = [x === 0 ? `\r${vertical}` : `\r${vertical}\x1b[${parameter(x)}C`, `${vertical}\x1b[${parameter(x + 1)}G`];
      if (this.#x !== UNKNOWN) {
        const dx = x - this.#x;
        if (dx === 0) motions.push(vertical);
        else if (dx > 0) motions.push(`${vertical}\x1b[${parameter(dx)}C`);
        else motions.push(dx > -4 ? `${vertical}${'\b'.repeat(-dx)}` : `${vertical}\x1b[${parameter(-dx)}D`);
      }
      if (x === 0 && dy > 0) motions.push(`\x1b[${parameter(dy)}E`);
      for (const motion of motions) if (motion.length < best.length) best = motion;
    }
    this.bytes += best;
    this.#x = x;
    this.#y = y;
  }

  /** Relative motion stops at a margin that lies between. */
  #marginBetween(from: number, to: number): boolean {
    return (from <= this.#bottom && to > this.#bottom) || (from >= this.#top && to < this.#top);
  }

  setStyle(style: Style): void {
    this.bytes += changeStyle(this.#style, style);
    this.#style = style;
  }

  get style(): Style {
    return this.#style;
  }

  /** Erasing and scrolling fill with the present background: never with one that shows. */
  setPlainBackground(): void {
    if (!isBlankPlain(this.#style)) this.setStyle(PLAIN);
  }

  /** One character. In the last column the terminal may or may not count itself past it, so only absolute columns are trusted afterwards. */
  put(cell: string, columns: number, screenColumns: number): void {
    this.bytes += cell;
    this.#x += columns;
    if (this.#x >= screenColumns) this.#x = UNKNOWN;
  }

  /** Says where the cursor stands, whatever the terminal made of the last character. */
  correctColumn(x: number): void {
    this.bytes += `\x1b[${x + 1}G`;
    this.#x = x;
  }

  eraseToEnd(): void {
    this.setPlainBackground();
    this.bytes += '\x1b[K';
  }

  /** Blanks from the cursor on; it does not move. */
  erase(columns: number): void {
    this.setPlainBackground();
    this.bytes += `\x1b[${parameter(columns)}X`;
  }

  /**
   * Moves what is between the margins by `shift` rows: up when positive. `pan` says whether the terminal knows SU and SD; the Linux console does not.
   */
  scroll(shift: number, pan: boolean): void {
    this.setPlainBackground();
    const distance = Math.abs(shift);
    if (distance <= 2) {
      this.moveTo(shift > 0 ? this.#bottom : this.#top, 0);
      this.bytes += (shift > 0 ? '\x1bD' : '\x1bM').repeat(distance);
    } else if (pan) this.bytes += `\x1b[${distance}${shift > 0 ? 'S' : 'T'}`;
    else {
      this.moveTo(this.#top, 0);
      this.bytes += `\x1b[${distance}${shift > 0 ? 'M' : 'L'}`;
      this.#x = 0;
    }
  }
}
