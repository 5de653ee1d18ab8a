/* A big file, or standard input, as blocks of plain UTF-8 bytes: unpacked, without a byte order mark. */
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { SourceFormat } from '../../../cable/cable.ts';
import { asBuffer, readMark } from '../../sources/decode-text.ts';
import { detectCompression, detectFormat, HEAD } from '../../sources/detect-source.ts';
import { isRefused, type Refused } from '../../sources/refused.ts';
import type { Fill } from './cut-stretches.ts';

export interface OpenedInput {
  /** Null where only the whole can tell. */
  readonly format: SourceFormat | null;
  /** It is a file whose bytes can be read as they are. */
  readonly plain: boolean;
  /** From `offset` on. @throws where the packed data is damaged or ends early */
  readonly blocks: AsyncIterable<Buffer>;
  close(): void;
}

const BLOCK = 1024 * 1024;

/** Opens a file, or the stream given instead. @throws the system's error */
export async function openInput(path: string, stdin?: Readable): Promise<OpenedInput | Refused> {
  const raw = stdin ?? createReadStream(path, { highWaterMark: BLOCK });
  /* Standard input too: an open one would keep the process alive. */
  const close = () => void raw.destroy();
  const input = await peek(raw, HEAD);
  const compression = detectCompression(input.head, path);
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
  return { format: format as SourceFormat | null, plain: !stdin && compression === null && plain === input, blocks: plain.blocks, close };
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

async function skipMark(peeked: Peeked): Promise<Peeked> {
  const { head, blocks } = peeked;
  const mark = readMark(head);
  if (mark === null) return peeked;
  if (mark.encoding === 'utf-8') return { head: head.subarray(mark.length), blocks: dropFirst(blocks, mark.length) };
  return peek(transcode(blocks, mark.encoding), HEAD);
}

async function* transcode(blocks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const block of blocks) yield Buffer.from(decoder.decode(block, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** Hands out the blocks from byte `from` on, in pieces of any size. */
export function fillFromBlocks(blocks: AsyncIterable<Buffer>, from: number): Fill {
  const source = dropFirst(blocks, from)[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return async (to, at, length) => {
    while (rest.length === 0) {
      const { value, done } = await source.next();
      if (done) return 0;
      rest = value;
    }
    const copied = rest.copy(to, at, 0, length);
    rest = rest.subarray(copied);
    return copied;
  };
}

/** Reads a plain file from byte `from` on. */
export function fillFromFile(file: FileHandle, from: number): Fill {
  let position = from;
  return async (to, at, length) => {
    const { bytesRead } = await file.read(to, at, length, position);
    position += bytesRead;
    return bytesRead;
  };
}

/** The blocks without their first `bytes`. */
async function* dropFirst(blocks: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const block of blocks) {
    if (left >= block.length) left -= block.length;
    else {
      yield left === 0 ? block : block.subarray(left);
      left = 0;
    }
  }
}
