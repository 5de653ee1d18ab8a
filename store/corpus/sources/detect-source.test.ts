import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeCsvRow, makePage, makeSavedText } from '../../../test/import/make-sources.ts';
import { detectCompression, detectWhole } from './detect-source.ts';

describe('what a file is', () => {
  it.each([
    ['a page', makePage(), 'page'],
    ['a page with a mark', `\ufeff${makePage()}`, 'page'],
    ['the text of one', makeSavedText(), 'text'],
    ['the text of one behind much navigation', `${'A B C\n'.repeat(30_000)}${makeSavedText()}`, 'text'],
    ['cables.csv', makeCsvRow(), 'csv'],
    ['JSON lines', '{"id":"09ARCADIA812","body":"x"}\n', 'ndjson'],
    ['an array', '[{"id":"09ARCADIA812"}]', { refused: 'json-array' }],
    ['a letter', 'Dear harbour master', { refused: 'no-cable' }],
    ['nothing', '', { refused: 'empty' }],
    ['a tar archive, also unpacked from .gz', `${'pages/'.padEnd(257, '\0')}ustar`, { refused: 'compressed' }],
    ['a program', '\u007fELF\u0000\u0001\u0000', { refused: 'binary' }],
    ['a cable with control bytes', `\u0000\u0001${makeSavedText()}`, 'text'],
  ])('%s', (_, text, expected) => {
    const found = detectWhole(Buffer.from(text));
    if (typeof expected === 'string') expect(found).toBe(expected);
    else expect(found).toMatchObject(expected);
  });

  it.each(['utf16le', 'latin1'] as const)('a page in %s', (encoding) => {
    const mark = encoding === 'utf16le' ? '\ufeff' : '';
    expect(detectWhole(Buffer.from(mark + makePage(), encoding))).toBe('page');
  });
});

describe('how a file is packed', () => {
  it.each([
    ['gzip', gzipSync('x'), 'gzip'],
    ['zstd', zstdCompressSync('x'), 'zstd'],
    ['not at all', Buffer.from('x'), null],
  ])('%s', (_, bytes, expected) => {
    expect(detectCompression(bytes)).toBe(expected);
  });

  it.each([
    ['xz', 'fd377a585a000004', 'xz -dc FILE | cables import -'],
    ['bzip2', '425a683931415926', 'bzip2 -dc FILE | cables import -'],
    ['zip', '504b030414000000', 'unzip'],
    ['7z', '377abcaf271c0004', '7z x FILE'],
  ])('%s: says what to type', (_, hex, type) => {
    expect(detectCompression(Buffer.from(hex, 'hex'))).toMatchObject({ refused: 'compressed', message: expect.stringContaining(type) });
  });

  it.each([
    ['pages.tar.xz', 'fd377a585a000004'],
    ['PAGES.TXZ', 'fd377a585a000004'],
    ['pages.tar.bz2', '425a683931415926'],
    ['pages.tbz', '425a683931415926'],
  ])('%s: says at once how an archive is unpacked', (name, hex) => {
    const message = expect.stringMatching(/^a tar archive .*tar xf FILE.*cables import FOLDER$/);
    expect(detectCompression(Buffer.from(hex, 'hex'), name)).toMatchObject({ refused: 'compressed', message });
  });
});
