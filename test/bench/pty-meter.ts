/* A program in a real pseudo-terminal, and what it sends for each key: bytes, and milliseconds to the last of them. */
import { spawn } from '@lydell/node-pty';

export interface KeyCost {
  readonly bytes: number;
  /** Milliseconds from the key to the last byte it caused. */
  readonly ms: number;
}

export interface Measured {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly columns: number;
  readonly rows: number;
}

/** Silence after which a program is taken to have finished answering. */
const QUIET_MS = 60;
/** How long an answer may take on a busy machine. */
const ANSWER_MS = 1000;
const QUESTION = '\u001b[5n';

export class PtyMeter {
  readonly #pty;
  #bytes = 0;
  #lastByte = 0;
  #firstByte = 0;
  #screenText = '';
  /** The beginning of a question at the end of what has come. */
  #unfinished = '';
  #onFrame: (() => void)[] = [];
  readonly exited: Promise<number>;

  constructor({ file, args, env = {}, columns, rows }: Measured) {
    this.#pty = spawn(file, [...args], {
      cols: columns,
      rows,
      name: 'xterm-256color',
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env } as Record<
        string,
        string
      >,
      encoding: null,
    });
    this.#pty.onData((data) => {
      const chunk = Buffer.from(data as unknown as Uint8Array);
      this.#bytes += chunk.length;
      this.#lastByte = performance.now();
      if (this.#firstByte === 0) this.#firstByte = this.#lastByte;
      this.#screenText = (this.#screenText + chunk.toString('latin1')).slice(-20_000);
      // Answer the one question a terminal is asked while painting: "are you there?". A link may split it.
      const heard = this.#unfinished + chunk.toString('latin1');
      for (let at = heard.indexOf(QUESTION); at !== -1; at = heard.indexOf(QUESTION, at + 1)) {
        this.#pty.write('\u001b[0n');
        for (const tell of this.#onFrame.splice(0)) tell();
      }
      this.#unfinished = /\u001b(?:\[5?)?$/.exec(heard)?.[0] ?? '';
    });
    this.exited = new Promise((resolve) => this.#pty.onExit(({ exitCode }) => resolve(exitCode)));
  }

  /** `performance.now()` of the first byte, 0 before it. */
  get firstByteAt(): number {
    return this.#firstByte;
  }

  get lastByteAt(): number {
    return this.#lastByte;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** Sends keys and waits for nothing. */
  write(keys: string): void {
    this.#pty.write(keys);
  }

  /** Waits until something was sent and then nothing for `quiet` milliseconds; `patience` milliseconds at most. */
  async settle(patience = 3000, quiet = QUIET_MS): Promise<void> {
    const started = performance.now();
    while (performance.now() - started < patience) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (this.#lastByte > 0 && performance.now() - this.#lastByte > quiet) return;
    }
  }

  /** As `settle`, for what has yet to begin: what was sent before does not count. */
  async settleAnew(patience: number, quiet: number): Promise<void> {
    this.#lastByte = 0;
    await this.settle(patience, quiet);
  }

  /** Waits for the end of the next frame, which ours marks with a question; `patience` milliseconds at most, where the keys changed nothing. */
  async framed(patience: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const frame = new Promise<void>((resolve) => this.#onFrame.push(resolve));
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([frame, late]);
    clearTimeout(timer);
  }

  /** Waits until the program has answered and paused for an instant; 300 ms at most, where the keys changed nothing. */
  async answered(): Promise<void> {
    const before = this.#bytes;
    const started = performance.now();
    while (performance.now() - started < 300) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (this.#bytes > before && performance.now() - this.#lastByte > 12) return;
    }
  }

  /** Sends keys and waits for the answer to end. A key that changes nothing costs nothing and is waited for a second. */
  async press(keys: string): Promise<KeyCost> {
    const before = this.#bytes;
    const started = performance.now();
    this.#pty.write(keys);
    await this.settleAnew(ANSWER_MS, QUIET_MS);
    return { bytes: this.#bytes - before, ms: this.#lastByte > 0 ? this.#lastByte - started : 0 };
  }

  /** Presses a key several times and gives the median cost. */
  async median(key: string, times: number): Promise<KeyCost> {
    const costs: KeyCost[] = [];
    for (let i = 0; i < times; i++) costs.push(await this.press(key));
    return { bytes: middle(costs.map(({ bytes }) => bytes)), ms: middle(costs.map(({ ms }) => ms)) };
  }

  /** The last bytes that were sent, for a look at what went wrong. */
  get tail(): string {
    return this.#screenText;
  }

  /** Forgets what was sent so far: `tail` begins here. */
  forget(): void {
    this.#screenText = '';
  }

  async end(): Promise<void> {
    this.#pty.kill('SIGKILL');
    await this.exited;
  }
}

export const middle = (figures: readonly number[]): number => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
