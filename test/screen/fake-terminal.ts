import { FrameStream } from '../../src/reader/terminal/frame-stream.ts';
import { KeyReader } from '../../src/reader/terminal/keys-in/read-keys.ts';
import type { Gone, Input, Size, Terminal } from '../../src/reader/terminal/terminal.ts';
import { lineText } from '../../src/text/fit-line.ts';
import type { Line } from '../../src/text/line.ts';
import { bytesOfKey } from './key-bytes.ts';

const SGR = /\x1b\[[\d;]*m/g;

/** A terminal in memory: what is painted can be read, keys are pressed by name. Nothing is a process here, so tests of screens take milliseconds. */
export class FakeTerminal implements Terminal {
  readonly theme = { colours: 'none', name: 'dark', own: {} } as const;
  readonly frames: NodeJS.WriteStream;
  size: Size;
  /** Set to false to be a slow link: nothing painted has arrived yet. */
  settled = true;
  copied: string[] = [];
  closed = false;
  readonly #stream: FrameStream;
  readonly #reader = new KeyReader();
  #rows: readonly string[] = [];
  #onInput: (inputs: readonly Input[]) => void = () => {};
  #onResize: (size: Size) => void = () => {};
  #onSettled: () => void = () => {};
  #onGone: (why: Gone) => void = () => {};

  constructor(columns = 80, rows = 24) {
    this.size = { columns, rows };
    this.#stream = new FrameStream(this.size, (lines) => {
      this.#rows = lines.map((line) => line.replaceAll(SGR, ''));
    });
    this.frames = this.#stream as unknown as NodeJS.WriteStream;
  }

  /** Each argument arrives as one chunk: a key by name, or letters and counts. */
  press(...keys: readonly string[]): this {
    for (const key of keys) {
      const inputs = [...this.#reader.read(Buffer.from(bytesOfKey(key))), ...this.#reader.flush()];
      this.#reader.expectNoTail();
      this.#onInput(inputs);
    }
    return this;
  }

  paste(text: string): this {
    this.#onInput([{ kind: 'paste', text }]);
    return this;
  }

  give(...inputs: readonly Input[]): this {
    this.#onInput(inputs);
    return this;
  }

  resize(columns: number, rows: number): this {
    this.size = { columns, rows };
    this.#onResize(this.size);
    this.#stream.resize(this.size);
    return this;
  }

  /** What was painted has arrived. */
  settle(): this {
    this.settled = true;
    this.#onSettled();
    return this;
  }

  hangUp(why: Gone = 'hang-up'): this {
    this.#onGone(why);
    return this;
  }

  /** The rows, without blanks at their ends. */
  rows(): string[] {
    return this.#rows.map((row) => row.trimEnd());
  }

  screen(): string {
    return this.rows().join('\n');
  }

  onInput(listener: (inputs: readonly Input[]) => void): void {
    this.#onInput = listener;
  }

  onResize(listener: (size: Size) => void): void {
    this.#onResize = listener;
  }

  onSettled(listener: () => void): void {
    this.#onSettled = listener;
  }

  onGone(listener: (why: Gone) => void): void {
    this.#onGone = listener;
  }

  paint(lines: readonly Line[]): void {
    this.#rows = lines.map(lineText);
  }

  redraw(): void {}

  copy(text: string): void {
    this.copied.push(text);
  }

  async leaveFor<T>(run: () => T | Promise<T>): Promise<T> {
    return run();
  }

  async suspend(): Promise<void> {}

  close(): void {
    this.closed = true;
  }
}
