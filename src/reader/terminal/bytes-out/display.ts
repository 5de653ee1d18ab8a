import { Pacer } from './pacer.ts';
import { Screen, type ScreenOptions } from './screen.ts';

/* Frames on their way to the terminal: the newest waits until the link has room, those before it are forgotten. Several frames given in one
 * turn of the event loop are one. Nothing is sent while nothing changes.
 */
export class Display {
  readonly pacer: Pacer;
  readonly #write: (bytes: string) => void;
  readonly #screen: Screen;
  #waiting: readonly string[] | null = null;
  #newest: readonly string[] | null = null;
  #scheduled = false;
  #held = false;
  #untold = false;
  #onSettled: (() => void) | null = null;

  constructor(write: (bytes: string) => void, options: ScreenOptions) {
    this.#write = write;
    this.#screen = new Screen(options);
    this.pacer = new Pacer(() => this.flush());
  }

  /** The newest frame has been sent, and has arrived where the terminal tells. */
  get settled(): boolean {
    return this.#waiting === null && this.pacer.arrived;
  }

  onSettled(listener: () => void): void {
    this.#onSettled = listener;
  }

  /** Gives a frame; it is sent at the end of this turn, or when there is room. */
  show(lines: readonly string[]): void {
    this.#waiting = this.#newest = lines;
    this.#untold = true;
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.flush();
    });
  }

  /** Sends the waiting frame now, if it may be sent. */
  flush(): void {
    if (this.#waiting !== null && !this.#held && this.pacer.hasRoom) {
      const bytes = this.#screen.show(this.#waiting);
      this.#waiting = null;
      if (bytes !== '') this.#write(bytes + this.pacer.ask(Buffer.byteLength(bytes)));
    }
    if (!this.#untold || !this.settled) return;
    this.#untold = false;
    this.#onSettled?.();
  }

  /** The newest frame is sent again, whole. */
  redraw(): void {
    this.#screen.forget();
    if (this.#newest !== null) this.show(this.#newest);
  }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
  }

  /** Sends nothing until `release`: the terminal is somebody else's, or its size is changing. */
  hold(): void {
    this.#held = true;
  }

  /** What the terminal shows is unknown now; the next frame is sent whole. */
  release(): void {
    this.#held = false;
    this.redraw();
  }
}
