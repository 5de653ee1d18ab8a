import type { Input } from '../terminal.ts';
import { KeyReader, type Replies } from './read-keys.ts';

/** How long an ESC may be the beginning of more: long enough for a hasty network, too short to be felt. */
const ESCAPE_WAIT = 60;
const LONGEST_ESCAPE_WAIT = 300;
const SEQUENCE_WAIT = 500;
const STRING_WAIT = 5000;
/** How long after a lone ESC the rest of a sequence is still recognised. */
const TAIL_WAIT = 1000;

export interface ListenOptions extends Replies {
  readonly onInput: (inputs: readonly Input[]) => void;
  /** Milliseconds to the terminal and back, as far as known. */
  readonly roundTrip: () => number;
}

/** Turns chunks of standard input into inputs, and silence into the decision what an unfinished sequence was. */
export class KeyListener {
  readonly #reader: KeyReader;
  readonly #options: ListenOptions;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ListenOptions) {
    this.#options = options;
    this.#reader = new KeyReader(options);
  }

  readonly hear = (chunk: Uint8Array): void => {
    clearTimeout(this.#timer);
    const inputs = this.#reader.read(chunk);
    this.#wait();
    if (inputs.length > 0) this.#options.onInput(inputs);
  };

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    const wait = this.#waitFor();
    if (wait !== null) this.#timer = setTimeout(() => this.#flush(), wait);
  }

  #waitFor(): number | null {
    const forEscape = Math.min(LONGEST_ESCAPE_WAIT, Math.max(ESCAPE_WAIT, this.#options.roundTrip() / 2));
    switch (this.#reader.awaited) {
      case 'nothing':
        return null;
      case 'escape':
        return forEscape;
      case 'sequence':
        return this.#reader.expectsTail ? forEscape : SEQUENCE_WAIT;
      case 'string':
      case 'paste':
        return STRING_WAIT;
    }
  }

  #flush(): void {
    const inputs = this.#reader.flush();
    if (this.#reader.expectsTail) this.#timer = setTimeout(() => this.#reader.expectNoTail(), TAIL_WAIT).unref();
    if (inputs.length > 0) this.#options.onInput(inputs);
  }
}
