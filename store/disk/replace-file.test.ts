import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFile } from './replace-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cables-replace-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each<[string, readonly number[]]>([
  ['nothing', []],
  ['nothing in parts', [0, 0]],
  ['more parts than go in a call', Array.from({ length: 2500 }, (_, n) => n % 7)],
  ['more bytes than go in a call', [3_000_000]],
  ['parts that end where a call does', [1024 * 1024, 1, 1024 * 1024 - 1, 5]],
  ['parts of all sizes', [10, 2_000_000, 0, 900_000, 200_000, 1]],
])('a file is replaced by %s', async (_, sizes) => {
  const path = join(folder, 'file');
  writeFileSync(path, 'before');
  const parts = sizes.map((size, n) => Buffer.alloc(size, `${n},`));
  await replaceFile(path, parts);
  expect(Buffer.concat(parts).equals(readFileSync(path))).toBe(true);
  expect(readdirSync(folder)).toEqual(['file']);
});
