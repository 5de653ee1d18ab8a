/** Bytes of lines in the making; grows, and is used again for the next job. */
export class LineBuffer {
  #bytes = Buffer.allocUnsafeSlow(8 * 1024 * 1024);
  #used = 0;

  get length(): number {
    return this.#used;
  }

  write(text: string): void {
    this.#reserve(text.length * 3);
    this.#used += this.#bytes.write(text, this.#used, 'utf8');
  }

  /** @param copy writes at most six bytes for one, and returns where it ends */
  writeWith(
    copy: (from: Uint8Array, start: number, end: number, to: Uint8Array, at: number) => number,
    from: Uint8Array,
    start: number,
    end: number,
  ): void {
    this.#reserve((end - start) * 6);
    this.#used = copy(from, start, end, this.#bytes, this.#used);
  }

  /** What was written, alone in its memory; the buffer is empty then. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.#used);
    taken.set(this.#bytes.subarray(0, this.#used));
    this.#used = 0;
    return taken;
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#used + more, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#used);
    this.#bytes = larger;
  }
}
