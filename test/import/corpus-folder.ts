/* Folders that go after the test, and a look at what an import wrote. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readLines } from '../../store/corpus/shards/read-shards.ts';
import type { ShardLine } from '../../store/corpus/shards/shard-line.ts';

export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cables-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder and returns it. */
export function makeTree(files: Readonly<Record<string, string | Uint8Array>>, folder = makeFolder()): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** sha256 of every file, by name; the lock aside. */
export function fingerprint(corpusDir: string, only = /^(?:docs-.*|manifest\.json)$/): Record<string, string> {
  const names = readdirSync(corpusDir).filter((name) => only.test(name));
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(corpusDir, name)))
        .digest('hex'),
    ]),
  );
}

export const SHARDS = /^docs-/;

export const linesOf = (corpusDir: string): readonly ShardLine[] => [...readLines(corpusDir)].map(({ line }) => line);

/** Several segments of a small library, written by several threads. */
export const SMALL_SEGMENTS = { first: 100, pays: 50 };
