import { isUtf8Locale } from '../../text/glyphs.ts';
import type { Line } from '../../text/line.ts';
import { chooseTheme, lineToAnsi, type Theme } from '../../text/theme.ts';
import { Display } from './bytes-out/display.ts';
import { whyNoScreens } from './can-show-screens.ts';
import { clipboardBytes } from './clipboard.ts';
import { FrameStream } from './frame-stream.ts';
import { KeyListener } from './keys-in/listen.ts';
import { canPan, canSynchronize, chooseModes } from './modes.ts';
import { readAnswers } from './read-answers.ts';
import { stopProcessGroup } from './stop-process-group.ts';
import type { Gone, Input, Size, Terminal } from './terminal.ts';

export interface TerminalOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly mouse?: boolean;
  readonly theme?: Theme;
}

const RESIZE_WAIT = 50;
const ENDING = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const;

/**
 * Takes the terminal: second screen, raw keys, no cursor. Everything is undone by `close`, and when the process ends in any way but SIGKILL.
 * @throws when standard input or output is not a terminal that can place text; ask `canShowScreens` first
 */
export function openTerminal(options: TerminalOptions): Terminal {
  const why = whyNoScreens(options.env, options.stdin, options.stdout);
  if (why !== null)
    throw new Error(`The reader cannot be shown: ${why}. Nothing was changed. The plain commands work: cables list, cables show.`);
  return new OpenTerminal(options);
}

class OpenTerminal implements Terminal {
  readonly theme: Theme;
  readonly frames: NodeJS.WriteStream;
  readonly #options: TerminalOptions;
  readonly #modes: ReturnType<typeof chooseModes>;
  readonly #stream: FrameStream;
  readonly #display: Display;
  readonly #keys: KeyListener;
  #size: Size;
  /** Typed before anybody listens: between the first frame and the reader's start. */
  readonly #typedAhead: Input[] = [];
  #onInput: (inputs: readonly Input[]) => void = (inputs) => this.#typedAhead.push(...inputs);
  #onResize: (size: Size) => void = () => {};
  #onGone: (why: Gone) => void = () => {};
  #resizing: NodeJS.Timeout | undefined;
  /** Takes the screen over; goes out with the first frame, since on a slow link each packet is felt. */
  #entering = '';
  /** `away`: the terminal is lent to another program. */
  #state: 'here' | 'away' | 'closed' = 'here';
  /** Of `performance.now()`. */
  #cameBack = -Infinity;

  constructor(options: TerminalOptions) {
    const { env, stdin, stdout } = options;
    this.#options = options;
    this.theme = options.theme ?? chooseTheme(env);
    this.#modes = chooseModes(env, options.mouse ?? false);
    this.#size = sizeOf(stdout);
    this.#display = new Display((bytes) => this.#write(bytes), {
      ...this.#size,
      ascii: !isUtf8Locale(env),
      pan: canPan(env),
      synchronized: canSynchronize(env),
    });
    this.#stream = new FrameStream(this.#size, (lines) => this.#show(lines));
    this.frames = this.#stream as unknown as NodeJS.WriteStream;
    this.#keys = new KeyListener({
      onInput: (inputs) => this.#onInput(inputs),
      onArrived: () => this.#display.pacer.answered(),
      roundTrip: () => this.#display.pacer.roundTrip,
    });
    for (const signal of ENDING) process.on(signal, this.#onSignal);
    process.on('SIGTSTP', this.#onStop);
    process.on('exit', this.#undo);
    process.on('uncaughtExceptionMonitor', this.#undo);
    stdout.on('error', this.#hangUp);
    stdin.on('error', this.#hangUp);
    stdin.on('end', this.#hangUp);
    stdout.on('resize', this.#startResize);
    stdin.on('data', this.#keys.hear);
    this.#enter();
  }

  get size(): Size {
    return this.#size;
  }

  get settled(): boolean {
    return this.#display.settled;
  }

  onInput(listener: (inputs: readonly Input[]) => void): void {
    this.#onInput = listener;
    const ahead = this.#typedAhead.splice(0);
    if (ahead.length > 0) listener(ahead);
  }

  onResize(listener: (size: Size) => void): void {
    this.#onResize = listener;
  }

  onSettled(listener: () => void): void {
    this.#display.onSettled(listener);
  }

  onGone(listener: (why: Gone) => void): void {
    this.#onGone = listener;
  }

  /** Sent at once: what follows may keep the process busy for a while. */
  paint(lines: readonly Line[]): void {
    this.#show(lines.map((line) => lineToAnsi(line, this.theme)));
    this.#display.flush();
  }

  redraw(): void {
    this.#display.redraw();
  }

  copy(text: string): void {
    if (this.#state === 'here') this.#write(clipboardBytes(text, this.#options.env));
  }

  async leaveFor<T>(run: () => T | Promise<T>): Promise<T> {
    if (this.#state !== 'here') return run();
    this.#leave();
    this.#state = 'away';
    try {
      return await run();
    } finally {
      this.#comeBack();
    }
  }

  suspend(): Promise<void> {
    return this.leaveFor(() => {
      process.off('SIGTSTP', this.#onStop);
      return stopProcessGroup().finally(() => process.on('SIGTSTP', this.#onStop));
    });
  }

  close(): void {
    if (this.#state === 'closed') return;
    this.#undo();
    const { stdin, stdout } = this.#options;
    for (const signal of ENDING) process.off(signal, this.#onSignal);
    process.off('SIGTSTP', this.#onStop);
    process.off('exit', this.#undo);
    process.off('uncaughtExceptionMonitor', this.#undo);
    // The error listener of standard output stays: a write of the leaving itself may still fail.
    stdin.off('end', this.#hangUp);
    stdin.off('data', this.#keys.hear);
    stdout.off('resize', this.#startResize);
    clearTimeout(this.#resizing);
    this.#keys.stop();
  }

  #show(lines: readonly string[]): void {
    if (this.#state !== 'closed') this.#display.show(lines);
  }

  #write(bytes: string): void {
    const { stdout } = this.#options;
    if (!stdout.destroyed && stdout.writable) stdout.write(this.#entering + bytes);
    this.#entering = '';
  }

  #enter(): void {
    const { stdin } = this.#options;
    stdin.setRawMode(true);
    stdin.resume();
    this.#entering = this.#modes.enter;
  }

  #leave(): void {
    const { stdin } = this.#options;
    const { pacer } = this.#display;
    this.#display.hold();
    if (this.#entering === '') this.#write(this.#modes.leave);
    // No frame came: the screen was never taken.
    this.#entering = '';
    stdin.pause();
    const { answers, wait } = pacer.due;
    readAnswers(answers, wait);
    pacer.reset();
    if (!stdin.destroyed) {
      try {
        stdin.setRawMode(false);
      } catch {
        // The terminal has hung up: there is nothing left to restore.
      }
    }
  }

  #comeBack(): void {
    if (this.#state !== 'away') return;
    this.#state = 'here';
    this.#cameBack = performance.now();
    this.#enter();
    this.#applySize();
  }

  readonly #undo = (): void => {
    if (this.#state === 'here') this.#leave();
    this.#state = 'closed';
  };

  /** A size in motion is not worth painting for. */
  readonly #startResize = (): void => {
    if (this.#state !== 'here') return;
    this.#display.hold();
    clearTimeout(this.#resizing);
    this.#resizing = setTimeout(() => {
      if (this.#state === 'here') this.#applySize();
    }, RESIZE_WAIT);
  };

  #applySize(): void {
    const size = sizeOf(this.#options.stdout);
    if (size.columns !== this.#size.columns || size.rows !== this.#size.rows) {
      this.#size = size;
      this.#display.resize(size.columns, size.rows);
      this.#onResize(size);
      this.#stream.resize(size);
    }
    this.#display.release();
  }

  readonly #onSignal = (signal: NodeJS.Signals): void => {
    if ((signal === 'SIGINT' || signal === 'SIGQUIT') && this.#wasForAnother()) return;
    this.#tellGone(signal as Gone);
    this.close();
    process.kill(process.pid, signal);
    // Somebody else listens for the signal too, so that it did not end the process.
    setTimeout(() => process.exit(HANG_UP_EXIT), LAST_WORDS);
  };

  /**
   * A pager or editor was interrupted, not the reader, which is in the same process group. The news of its end may overtake the signal that ended it;
   * while the terminal is raw, ^C is no signal, so that little is lost by not hearing one.
   */
  #wasForAnother(): boolean {
    return this.#state === 'away' || performance.now() - this.#cameBack < LATE_SIGNAL;
  }

  readonly #hangUp = (): void => {
    if (this.#state === 'closed') return;
    this.#tellGone('hang-up');
    this.close();
    process.exit(HANG_UP_EXIT);
  };

  #tellGone(why: Gone): void {
    const tell = this.#onGone;
    this.#onGone = () => {};
    try {
      tell(why);
    } catch {
      // Whatever could not be kept: the terminal has to be restored all the same.
    }
  }

  readonly #onStop = (): void => {
    void this.suspend();
  };
}

/** As a shell reports a process ended by SIGHUP. */
const HANG_UP_EXIT = 129;

/** Milliseconds in which a signal to a program that the terminal was lent to may still reach the reader. */
const LATE_SIGNAL = 1000;

/** Milliseconds for whoever else listens for a signal. */
const LAST_WORDS = 1000;

/** A terminal that does not know its size counts as 80x24. */
const sizeOf = ({ columns, rows }: { columns?: number; rows?: number }): Size => ({ columns: columns || 80, rows: rows || 24 });
