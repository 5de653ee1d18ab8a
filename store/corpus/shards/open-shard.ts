import { createHash } from 'node:crypto';
import type { LinePlace } from './read-shards.ts';

/** A shard that lines are added to, in memory that is not its own. */
export class OpenShard {
  readonly index: number;
  /** Lines that were there before this import. */
  readonly before: number;
  readonly parts: Uint8Array[] = [];
  bytes = 0;
  count = 0;
  readonly #digest = createHash('sha256');
  /** Parts that are in the digest. */
  #digested = 0;

  /** @param there what an earlier import put into it */
  constructor(index: number, there?: { readonly bytes: Uint8Array; readonly count: number }) {
    this.index = index;
    this.before = there?.count ?? 0;
    if (!there) return;
    this.#addPart(there.bytes);
    this.count = there.count;
  }

  /** Whether it has lines that it did not have before this import. */
  get grew(): boolean {
    return this.count > this.before;
  }

  append(bytes: Uint8Array): LinePlace {
    const place = { shard: this.index, offset: this.bytes, length: bytes.length - 1 };
    const last = this.parts.at(-1);
    /* Lines that follow each other in memory become one part. */
    if (last && last.buffer === bytes.buffer && last.byteOffset + last.length === bytes.byteOffset) {
      this.parts[this.parts.length - 1] = new Uint8Array(last.buffer, last.byteOffset, last.length + bytes.length);
      this.bytes += bytes.length;
    } else this.#addPart(bytes);
    this.count += 1;
    return place;
  }

  #addPart(bytes: Uint8Array): void {
    this.#digestAll();
    this.parts.push(bytes);
    this.bytes += bytes.length;
  }

  #digestAll(): void {
    while (this.#digested < this.parts.length) this.#digest.update(this.parts[this.#digested++]!);
  }

  /** The sha256 of its bytes. To be asked for once; nothing can be added then. */
  digest(): string {
    this.#digestAll();
    return this.#digest.digest('hex');
  }

  holds(memory: ArrayBufferLike): boolean {
    return this.parts.some(({ buffer }) => buffer === memory);
  }

  /** The bytes of one of its lines. @throws RangeError */
  line({ offset, length }: LinePlace): Uint8Array {
    let at = 0;
    for (const part of this.parts) {
      /* A line is always inside one part. */
      if (offset < at + part.length) return part.subarray(offset - at, offset - at + length);
      at += part.length;
    }
    throw new RangeError('no such line in the shard');
  }
}
