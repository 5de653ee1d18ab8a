import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { importPaths } from '../../store/corpus/import/import-paths.ts';
import { importAndIndex } from '../../store/corpus/import-and-index.ts';
import { buildIndex } from '../../store/corpus/index/build-index.ts';
import { readCurrent } from '../../store/corpus/index/current.ts';
import { indexIsCurrent } from '../../store/corpus/open-corpus.ts';
import { makeFolder, makeTree } from './corpus-folder.ts';
import { makeCsv, makePage } from './make-sources.ts';

const shardSize = 100_000;

function freshFolders() {
  const folder = makeFolder();
  return { corpusDir: join(folder, 'corpus'), indexDir: join(folder, 'index') };
}

it('lets the first cables be read while the rest is imported', async () => {
  const folders = freshFolders();
  let shards = 0;
  let early = 0;
  const summary = await importAndIndex({
    paths: [makeTree({ 'a.csv': makeCsv(600) })],
    ...folders,
    shardSize,
    threads: 0,
    async onUnit() {
      shards += 1;
      if (shards !== 4) return;
      while (readCurrent(folders.indexDir) === null) await wait(5);
      early = readCurrent(folders.indexDir)!.cables;
    },
  });
  expect(shards).toBeGreaterThan(4);
  expect(early).toBeGreaterThan(50);
  expect(early).toBeLessThan(400);
  expect(summary.new).toBe(600);
  expect(indexIsCurrent(folders.corpusDir, folders.indexDir)).toBe(true);
  expect(readCurrent(folders.indexDir)).toMatchObject({ cables: 600, segments: [{ rows: early }, { rows: 600 - early }] });
});

/** Pages of the first of its cables, with a text of their own. */
const pagesOf = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `c/${n}.html`,
      makePage({ id: `${String(5 + ((n + 1) % 5)).padStart(2, '0')}CARDENA${n + 1}`, header: null }),
    ]),
  );

it.each<[string, number]>([
  ['', 0],
  [', where some cables come again later', 5],
  [', where most of them do', 80],
])('counts what is not understood as indexing all at once does%s', async (_, again) => {
  const tree = makeTree({ 'a.csv': makeCsv(300), 'b/a.html': makePage({ header: null }), ...pagesOf(again) });
  const [once, early] = [freshFolders(), freshFolders()];
  await importPaths({ paths: [tree], corpusDir: once.corpusDir, shardSize, threads: 0 });
  const understood = await buildIndex(once);
  expect(understood.get('tags-missing')).toBe(301);
  const { problems } = await importAndIndex({
    paths: [tree],
    ...early,
    shardSize,
    threads: 0,
    onUnit: async () => {
      while (readCurrent(early.indexDir) === null) await wait(5);
    },
  });
  expect(problems).toEqual(understood);
});

it('indexes once where there is something to read already', async () => {
  const folders = freshFolders();
  await importAndIndex({ paths: [makeTree({ 'a.html': makePage() })], ...folders, threads: 0 });
  await importAndIndex({ paths: [makeTree({ 'a.csv': makeCsv(300) })], ...folders, shardSize, threads: 0 });
  expect(readCurrent(folders.indexDir)!.segments.map(({ rows }) => rows)).toEqual([1, 300]);
});

it('ends what it indexes beside when the import fails', async () => {
  const folders = freshFolders();
  let shards = 0;
  const failing = importAndIndex({
    paths: [makeTree({ 'a.csv': makeCsv(600) })],
    ...folders,
    shardSize,
    threads: 0,
    onUnit() {
      if (++shards === 4) throw new Error('no more');
    },
  });
  await expect(failing).rejects.toThrow('no more');
  await importAndIndex({ paths: [makeTree({ 'b.html': makePage() })], ...folders, threads: 0 });
  expect(indexIsCurrent(folders.corpusDir, folders.indexDir)).toBe(true);
});
