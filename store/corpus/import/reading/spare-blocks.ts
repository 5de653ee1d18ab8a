/* Memory of one size that is used again and again, for what is read and for the lines made of it. */

/** Bytes a stretch of a source has at most, where a record begins in it. */
export const STRETCH = 1024 * 1024;
/** Bytes: a stretch, or the lines that are made of one. These are a little longer. */
const BLOCK = STRETCH * 1.25;
const SPARES_AT_MOST = 16;

export interface SpareBlocks {
  take(): Buffer;
  /** Anything but a block is left to the garbage collector. */
  give(memory: ArrayBufferLike): void;
}

export const makeBlock = (): Buffer => Buffer.allocUnsafeSlow(BLOCK);

export const isBlock = (memory: ArrayBufferLike): boolean => memory.byteLength === BLOCK;

export function keepSpares(): SpareBlocks {
  const spares: ArrayBuffer[] = [];
  return {
    take() {
      const spare = spares.pop();
      return spare ? Buffer.from(spare) : makeBlock();
    },
    give(memory) {
      if (isBlock(memory) && spares.length < SPARES_AT_MOST) spares.push(memory as ArrayBuffer);
    },
  };
}
