/* A big file, or standard input, as blocks of plain UTF-8 bytes: unpacked, without a byte order mark. */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { SourceFormat } from '../../cable/cable.ts';
import { asBuffer, readMark } from '../sources/decode-text.ts';
import { detectCompression, detectFormat, HEAD } from '../sources/detect-source.ts';
import { isRefused, type Refused } from '../sources/refused.ts';

export interface OpenedInput {
  /** Null where only the whole can tell. */
  readonly format: SourceFormat | null;
  readonly packed: boolean;
  /** From `offset` on. @throws where the packed data is damaged or ends early */
  readonly blocks: AsyncIterable<Buffer>;
  close(): void;
}

const BLOCK = 1024 * 1024;

/** Opens a file, or the stream given instead. @throws the system's error */
export async function openInput(path: string, stdin?: Readable): Promise<OpenedInput | Refused> {
  const raw = stdin ?? createReadStream(path, { highWaterMark: BLOCK });
  const close = () => {
    if (!stdin) raw.destroy();
  };
  const input = await peek(raw, HEAD);
  const compression = detectCompression(input.head);
  if (compression !== null && typeof compression === 'object') {
    close();
    return compression;
  }
  const unpacked = compression === null ? input : await peek(unpack(input.blocks, compression), HEAD);
  const plain = await skipMark(unpacked);
  const format = detectFormat(plain.head);
  if (format !== null && isRefused(Object(format))) {
    close();
    return format as Refused;
  }
  return { format: format as SourceFormat | null, packed: compression !== null, blocks: plain.blocks, close };
}

interface Peeked {
  readonly head: Buffer;
  /** The head included. */
  readonly blocks: AsyncIterable<Buffer>;
}

async function peek(stream: AsyncIterable<Uint8Array | string>, size: number): Promise<Peeked> {
  const iterator = stream[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let held = 0;
  while (held < size) {
    const { value, done } = await iterator.next();
    if (done) break;
    const block = typeof value === 'string' ? Buffer.from(value) : asBuffer(value);
    first.push(block);
    held += block.length;
  }
  async function* blocks(): AsyncGenerator<Buffer> {
    yield* first;
    first.length = 0;
    for (;;) {
      const { value, done } = await iterator.next();
      if (done) return;
      yield typeof value === 'string' ? Buffer.from(value) : asBuffer(value);
    }
  }
  return { head: Buffer.concat(first), blocks: blocks() };
}

async function* unpack(blocks: AsyncIterable<Buffer>, compression: 'gzip' | 'zstd'): AsyncGenerator<Buffer> {
  const unpacking = compression === 'gzip' ? createGunzip({ chunkSize: BLOCK }) : createZstdDecompress({ chunkSize: BLOCK });
  const feeding = (async () => {
    try {
      for await (const block of blocks) {
        if (unpacking.destroyed) return;
        if (!unpacking.write(block)) await new Promise<void>((resolve) => unpacking.once('drain', resolve).once('close', resolve));
      }
      unpacking.end();
    } catch (error) {
      unpacking.destroy(error as Error);
    }
  })();
  yield* unpacking as AsyncIterable<Buffer>;
  await feeding;
}

async function skipMark({ head, blocks }: Peeked): Promise<Peeked> {
  const mark = readMark(head);
  if (mark === null) return { head, blocks };
  if (mark.encoding === 'utf-8') return { head: head.subarray(mark.length), blocks: dropFirst(blocks, mark.length) };
  return peek(transcode(blocks, mark.encoding), HEAD);
}

async function* transcode(blocks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const block of blocks) yield Buffer.from(decoder.decode(block, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** The blocks without their first `bytes`. */
export async function* dropFirst(blocks: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const block of blocks) {
    if (left >= block.length) left -= block.length;
    else {
      yield left === 0 ? block : block.subarray(left);
      left = 0;
    }
  }
}
