import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

type IsNewest = (file: string, sources: readonly string[]) => boolean;
const { isNewest } = (await import(new URL('./build.mjs', import.meta.url).href)) as { isNewest: IsNewest };

let folder: string;
const at = (path: string) => join(folder, path);
const age = (path: string, second: number) => utimesSync(at(path), second, second);
const check = () => isNewest(at('built'), [at('src'), at('package.json')]);

/** Sources of second 1, built in second 2. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cables-build-'));
  mkdirSync(at('src/deep'), { recursive: true });
  for (const path of ['src/deep/a.ts', 'src/b.ts', 'package.json', 'built']) writeFileSync(at(path), '');
  for (const path of ['src/deep/a.ts', 'src/b.ts', 'src/deep', 'src', 'package.json']) age(path, 1);
  age('built', 2);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a build is needed', () => {
  it('not where nothing was changed after it', () => {
    expect(check()).toBe(true);
  });

  it.each([
    ['a file deep in a folder was changed', () => age('src/deep/a.ts', 3)],
    ['another version of a library is wanted', () => age('package.json', 3)],
    [
      'a file was added with an old date',
      () => {
        writeFileSync(at('src/deep/old.ts'), '');
        age('src/deep/old.ts', 1);
      },
    ],
    ['a file was renamed', () => renameSync(at('src/b.ts'), at('src/c.ts'))],
    ['a file was removed', () => rmSync(at('src/deep/a.ts'))],
    ['nothing was built yet', () => rmSync(at('built'))],
  ])('where %s', (_, change) => {
    change();
    expect(check()).toBe(false);
  });
});
