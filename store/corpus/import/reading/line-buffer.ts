/* Lines in the making. Their memory goes on with them, and what was read before is written over with the next:
 *
 *     spares ──▶ stretch of a source ──▶ lines (of the next stretch) ──▶ shard, until it is on the disk ──▶ spares
 *
 * Memory that the system has to give, and to clear, costs more than all that is done to the bytes in it.
 */
import { isBlock, makeBlock } from './spare-blocks.ts';

/** The same memory by bytes and by words. */
export interface Words {
  readonly bytes: Buffer;
  readonly view: DataView;
}

export const asWords = (bytes: Buffer): Words => ({ bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) });

/** Copies bytes `start` to `end`, at most six for one, to `at` on. @returns where they end */
export type Copy = (from: Words, start: number, end: number, to: Words, at: number) => number;

export class LineBuffer {
  #to: Words | null = null;
  #used = 0;

  get length(): number {
    return this.#used;
  }

  write(text: string): void {
    const { bytes } = this.#reserve(text.length * 3);
    this.#used += bytes.write(text, this.#used, 'utf8');
  }

  writeWith(copy: Copy, from: Words, start: number, end: number): void {
    this.#used = copy(from, start, end, this.#reserve((end - start) * 6), this.#used);
  }

  /** What was written, alone in its memory; the buffer is empty then. */
  take(): Uint8Array {
    const size = this.#used;
    this.#used = 0;
    if (this.#to === null) return new Uint8Array(0);
    const { bytes } = this.#to;
    /* Little is copied out of its block, so that it does not hold one for the time it waits. */
    if (isBlock(bytes.buffer) && size * 4 < bytes.length) return new Uint8Array(bytes.subarray(0, size));
    this.#to = null;
    return bytes.subarray(0, size);
  }

  /** Takes memory that nobody needs any more, to write in it next. */
  reuse(memory: ArrayBufferLike): void {
    if (this.#to === null && isBlock(memory)) this.#to = asWords(Buffer.from(memory as ArrayBuffer));
  }

  #reserve(more: number): Words {
    this.#to ??= asWords(makeBlock());
    const { bytes } = this.#to;
    if (this.#used + more <= bytes.length) return this.#to;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#used + more, bytes.length * 2));
    bytes.copy(larger, 0, 0, this.#used);
    return (this.#to = asWords(larger));
  }
}
