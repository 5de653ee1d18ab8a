import { monotonicMs } from '../../monotonic.ts';

/* Keeps no more on the way to the terminal than a slow link takes: two frames, or as many small ones as make up a kilobyte (at 10 KB/s that
 * is a tenth of a second). After each frame the terminal is asked for its status (CSI 5n); its answer (CSI 0n) says that the frame has
 * arrived. Frames that come in the meantime replace each other, so a key held down leaves no queue behind.
 *
 * Two frames alone would be too few: with 200 ms to the terminal and back, a line that scrolls in 80 bytes would move ten times a second on a
 * link that is nine tenths idle, and the last one would come late.
 *
 * A terminal that has never answered is given up after a second, and frames go out as they come. One that has answered before is waited for
 * longer: then the link is slow, and more frames would make it slower.
 */
const ASK = '\x1b[5n';
const FRAMES = 2;
const BYTES = 1000;
const PATIENCE_WITH_STRANGERS = 1000;
const PATIENCE = 5000;
const MISSES_ALLOWED = 3;

export class Pacer {
  readonly #onRoom: () => void;
  readonly #now: () => number;
  #outstanding: { readonly at: number; readonly bytes: number }[] = [];
  #answers: 'unknown' | 'yes' | 'no' = 'unknown';
  #misses = 0;
  #timer: NodeJS.Timeout | undefined;
  #roundTrip = 0;

  /** @param onRoom called when a frame may be sent again after `hasRoom` was false, and when the last answer came. */
  constructor(onRoom: () => void, now: () => number = monotonicMs) {
    this.#onRoom = onRoom;
    this.#now = now;
  }

  get hasRoom(): boolean {
    return this.#outstanding.length < FRAMES || this.#bytesOnTheWay < BYTES;
  }

  /** True when everything sent is known to have arrived, or the terminal does not tell. */
  get arrived(): boolean {
    return this.#outstanding.length === 0;
  }

  /** Milliseconds from a frame to its answer, smoothed; 0 while none came. */
  get roundTrip(): number {
    return this.#roundTrip;
  }

  get #bytesOnTheWay(): number {
    return this.#outstanding.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** What to send after a frame of so many bytes. */
  ask(bytes: number): string {
    if (this.#answers === 'no') return '';
    this.#outstanding.push({ at: this.#now(), bytes });
    this.#wait();
    return ASK;
  }

  answered(): void {
    this.#answers = 'yes';
    this.#misses = 0;
    const asked = this.#outstanding.shift();
    if (asked === undefined) return;
    const took = this.#now() - asked.at;
    this.#roundTrip = this.#roundTrip === 0 ? took : this.#roundTrip * 0.7 + took * 0.3;
    this.#wait();
    this.#onRoom();
  }

  /** Answers still to come, and how many milliseconds to wait for them at most. */
  get due(): { readonly answers: number; readonly wait: number } {
    const wait = this.#answers === 'yes' ? Math.min(1000, 100 + 3 * this.#roundTrip) : 200;
    return { answers: this.#outstanding.length, wait };
  }

  /** Forgets what is on the way: the terminal was somebody else's for a while. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#outstanding = [];
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#outstanding.length === 0) return;
    this.#timer = setTimeout(() => this.#giveUp(), this.#answers === 'yes' ? PATIENCE : PATIENCE_WITH_STRANGERS);
    this.#timer.unref();
  }

  #giveUp(): void {
    this.#misses += 1;
    if (this.#answers === 'unknown' || this.#misses >= MISSES_ALLOWED) this.#answers = 'no';
    this.#outstanding = [];
    this.#onRoom();
  }
}
