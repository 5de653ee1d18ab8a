/* Bytes to text. Pages and csv are UTF-8; what was saved or converted since may be anything. */
import { isAscii, isUtf8 } from 'node:buffer';

export interface Decoded {
  readonly text: string;
  /** `not-utf-8` where bytes are no UTF-8 and were read as windows-1252, which never fails. */
  readonly problem: 'not-utf-8' | null;
}

/** Byte order marks, and what they say. */
const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** The encoding a byte order mark names, and the mark's length; null without one. */
export function readMark(bytes: Uint8Array): { readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; readonly length: number } | null {
  const found = MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  return found ? { encoding: found.encoding, length: found.mark.length } : null;
}

/** A whole file, with its byte order mark if it has one. */
export function decodeFile(bytes: Uint8Array): Decoded {
  const mark = readMark(bytes);
  if (mark && mark.encoding !== 'utf-8') return { text: new TextDecoder(mark.encoding).decode(bytes), problem: null };
  return decodeBytes(asBuffer(bytes), mark?.length ?? 0, bytes.length);
}

/** Bytes `start` to `end` of a UTF-8 source. */
export function decodeBytes(buffer: Buffer, start: number, end: number): Decoded {
  const part = buffer.subarray(start, end);
  if (isAscii(part)) return { text: part.toString('latin1'), problem: null };
  if (isUtf8(part)) return { text: part.toString('utf8'), problem: null };
  return { text: new TextDecoder('windows-1252').decode(part), problem: 'not-utf-8' };
}

/** The same memory as a Buffer. */
export const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
