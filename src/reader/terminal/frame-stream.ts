import { EventEmitter } from 'node:events';
import type { Size } from './terminal.ts';

/** Modes that Ink switches itself (cursor, paste, synchronized output): the terminal's state is ours alone. */
const MODES = /^(?:\x1b\[\?\d+[hl])+$/;

/**
 * What Ink takes for the terminal. Rendered with `debug: true`, each write is one whole frame: text with SGR, rows joined by line feeds.
 */
export class FrameStream extends EventEmitter {
  readonly isTTY = true;
  readonly writable = true;
  columns: number;
  rows: number;
  readonly #onFrame: (lines: readonly string[]) => void;

  constructor(size: Size, onFrame: (lines: readonly string[]) => void) {
    super();
    this.columns = size.columns;
    this.rows = size.rows;
    this.#onFrame = onFrame;
    this.setMaxListeners(0);
  }

  /** Ink lays out anew for the size. */
  resize({ columns, rows }: Size): void {
    this.columns = columns;
    this.rows = rows;
    this.emit('resize');
  }

  write(text: string, ...rest: unknown[]): boolean {
    if (text !== '' && !MODES.test(text)) this.#onFrame(text.split('\n'));
    const done = rest.at(-1);
    if (typeof done === 'function') queueMicrotask(() => done());
    return true;
  }

  getWindowSize(): [number, number] {
    return [this.columns, this.rows];
  }

  end(): this {
    return this;
  }
}
