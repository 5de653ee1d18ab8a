/* What a file is, told by its content; names are not believed, but where the content cannot be looked into. */
import type { SourceFormat } from '../../cable/cable.ts';
import { asBuffer, decodeFile, readMark } from './decode-text.ts';
import type { Refused } from './refused.ts';
import { hasSavedHeads } from './saved-text.ts';

export type Compression = 'gzip' | 'zstd';

const PACKED: readonly { readonly magic: string; readonly name: string; readonly type: string }[] = [
  { magic: 'fd377a585a00', name: 'xz', type: 'xz -dc FILE | cables import -' },
  { magic: '425a68', name: 'bzip2', type: 'bzip2 -dc FILE | cables import -' },
  { magic: '504b0304', name: 'zip', type: 'unzip it first, then: cables import FOLDER' },
  { magic: '377abcaf271c', name: '7z', type: 'unpack it first (7z x FILE), then: cables import FOLDER' },
];

const UNTAR = 'unpack it first (tar xf FILE), then: cables import FOLDER';
const TAR = /\.(?:tar\.\w+|txz|tbz2?)$/i;

/**
 * How the bytes are packed; null where they are not.
 * @param name tells whether what is packed in a way that is not unpacked here is an archive
 */
export function detectCompression(head: Uint8Array, name = ''): Compression | Refused | null {
  const hex = asBuffer(head.subarray(0, 8)).toString('hex');
  if (hex.startsWith('1f8b')) return 'gzip';
  if (hex.startsWith('28b52ffd')) return 'zstd';
  const packed = PACKED.find(({ magic }) => hex.startsWith(magic));
  if (packed && TAR.test(name)) return { refused: 'compressed', message: `a tar archive packed with ${packed.name}; ${UNTAR}` };
  if (packed) return { refused: 'compressed', message: `packed with ${packed.name}; type: ${packed.type}` };
  return null;
}

/** How many bytes of a beginning are looked at. */
export const HEAD = 64 * 1024;

/**
 * Tells by the first bytes, at least HEAD of them where the source has so many.
 * @returns null where only the whole file can tell: saved text has its navigation first
 */
export function detectFormat(head: Uint8Array): SourceFormat | Refused | null {
  if (asBuffer(head.subarray(257, 262)).toString('latin1') === 'ustar')
    return { refused: 'compressed', message: `a tar archive; ${UNTAR}` };
  const { text } = decodeFile(head.subarray(0, HEAD));
  const start = text.trimStart();
  if (/^\{\s*"/.test(start)) return 'ndjson';
  if (/^"(?:[^"\\]|\\.){0,40}","(?:[^"\\]|\\.){0,40}","/.test(start)) return 'csv';
  if (/^\[\s*\{/.test(start))
    return { refused: 'json-array', message: "an array; one object a line is read; type: jq -c '.[]' FILE | cables import -" };
  if (/^<(?:\?xml|!doctype|html|head|!--)|<(?:html|table class=['"]cable['"])/i.test(start)) return 'page';
  return hasSavedHeads(text) ? 'text' : null;
}

/** Tells by the whole file. */
export function detectWhole(bytes: Uint8Array): SourceFormat | Refused {
  const byHead = detectFormat(bytes);
  if (byHead !== null) return byHead;
  if (bytes.length === 0) return { refused: 'empty', message: 'the file is empty' };
  if (hasSavedHeads(decodeFile(bytes).text)) return 'text';
  return bytes.includes(0) && readMark(bytes) === null
    ? { refused: 'binary', message: 'not a text, and no cable in it' }
    : { refused: 'no-cable', message: 'no cable in it: neither a page, the text of one, cables.csv nor JSON lines' };
}
