import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importPaths } from '../../store/corpus/import/import-paths.ts';
import { buildIndex } from '../../store/corpus/index/build-index.ts';
import { openCorpus } from '../../store/corpus/open-corpus.ts';
import { checkShards } from '../../store/corpus/shards/check-shards.ts';
import { fingerprint, linesOf, makeFolder, makeTree, SHARDS, SMALL_SEGMENTS } from './corpus-folder.ts';
import { makeCsv, makePage } from './make-sources.ts';

const KILLS = process.env['CABLES_FULL'] === '1' ? 20 : 4;
/** Milliseconds: each one killed is a process of its own. */
const PATIENCE = 60_000 + KILLS * 20_000;
const SHARD_SIZE = 500_000;
const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url));

interface KilledImport {
  readonly corpusDir: string;
  /** None is made without it. */
  readonly indexDir?: string;
  readonly tree: string;
  /** Said by the import: shards, and steps of the index. */
  readonly afterLines: number;
  readonly afterMs: number;
}

/** Imports in another process and kills it after so many lines and milliseconds. @returns whether it came to its end before */
function importAndKill({ corpusDir, indexDir = '-', tree, afterLines, afterMs }: KilledImport): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, corpusDir, indexDir, String(SHARD_SIZE), tree], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = 0;
    let ended = false;
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = chunk.toString().split('\n').slice(0, -1);
      ended ||= lines.some((line) => line.startsWith('done'));
      const before = said;
      said += lines.length;
      if (before < afterLines && said >= afterLines) setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      signal === 'SIGKILL' || code === 0 ? resolve(ended) : reject(new Error(`the import ended with ${code}`)),
    );
  });
}

function* randomNumbers(): Generator<number, never> {
  for (let random = 12_345; ; ) {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield random;
  }
}

describe('an import killed again and again', () => {
  it(
    `${KILLS} times, then resumed, gives the shards of one that was not`,
    async () => {
      const tree = makeTree({
        'a.csv': makeCsv(5000, 3000),
        ...Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`p/${n}.html`, makePage({ id: `09ARCADIA${n}` })])),
        'q.csv': makeCsv(6000, 3000).slice(0, -40),
      });
      const [whole, killed] = [join(makeFolder(), 'corpus'), join(makeFolder(), 'corpus')];
      const complete = await importPaths({ paths: [tree], corpusDir: whole, shardSize: SHARD_SIZE, threads: 0 });
      const random = randomNumbers();
      let kills = 0;
      const reached: number[] = [];
      while (kills < KILLS) {
        const { value } = random.next();
        if (await importAndKill({ corpusDir: killed, tree, afterLines: 1 + (value % 3), afterMs: (value >> 8) % 25 })) break;
        kills += 1;
        if (!existsSync(join(killed, 'manifest.json'))) continue;
        /* What is there is whole at every moment. */
        expect((await checkShards(killed)).findings).toEqual([]);
        reached.push(linesOf(killed).length);
      }
      expect(kills).toBeGreaterThan(2);
      expect(reached).toEqual([...reached].sort((a, b) => a - b));
      const summary = await importPaths({ paths: [tree], corpusDir: killed, shardSize: SHARD_SIZE, threads: 0 });
      expect(fingerprint(killed, SHARDS)).toEqual(fingerprint(whole, SHARDS));
      expect(summary.new + summary.unchanged).toBe(complete.new + complete.unchanged);
      expect(summary.refused).toEqual(complete.refused);
      expect(readdirSync(killed).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    },
    PATIENCE,
  );

  it(
    `${KILLS} times while it reads or indexes gives the same library`,
    async () => {
      const tree = makeTree({
        'a.csv': makeCsv(900, 2000),
        'b.csv': makeCsv(200, 2000).replaceAll('was calm', 'was rough'),
        ...Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`p/${n}.html`, makePage({ id: `09ARCADIA${n}` })])),
      });
      const [whole, killed] = [makeFolder(), makeFolder()].map((folder) => ({
        corpusDir: join(folder, 'corpus'),
        indexDir: join(folder, 'index'),
      })) as [LibraryFolders, LibraryFolders];
      const importWhole = async ({ corpusDir, indexDir }: LibraryFolders): Promise<void> => {
        await importPaths({ paths: [tree], corpusDir, shardSize: SHARD_SIZE, threads: 0 });
        await buildIndex({ corpusDir, indexDir, sizes: SMALL_SEGMENTS });
      };
      await importWhole(whole);
      const complete = await contentOf(whole);
      expect(complete.rows.length).toBe(960);
      const ids = new Set(complete.rows.map(({ id }) => id));

      const random = randomNumbers();
      const shown: number[] = [];
      let indexed = 0;
      for (let kills = 0; kills < KILLS; kills++) {
        const { value } = random.next();
        await importAndKill({ ...killed, tree, afterLines: 1 + ((value >> 4) % 40), afterMs: (value >> 12) % 50 });
        if (existsSync(join(killed.corpusDir, 'manifest.json'))) expect((await checkShards(killed.corpusDir)).findings).toEqual([]);
        /* What is shown is of the library, and never less than before. */
        const { rows } = await contentOf(killed);
        expect(rows.filter(({ id }) => !ids.has(id))).toEqual([]);
        shown.push(rows.length);
        if (existsSync(killed.indexDir)) indexed += 1;
      }
      expect(indexed).toBeGreaterThan(0);
      expect(shown).toEqual(shown.toSorted((a, b) => a - b));

      await importWhole(killed);
      expect(fingerprint(killed.corpusDir, SHARDS)).toEqual(fingerprint(whole.corpusDir, SHARDS));
      expect(await contentOf(killed)).toEqual(complete);
      expect(readdirSync(killed.indexDir).filter((name) => /^building-|\.tmp$/.test(name))).toEqual([]);
    },
    PATIENCE,
  );
});

interface LibraryFolders {
  readonly corpusDir: string;
  readonly indexDir: string;
}

/** What a reader of a library sees. */
async function contentOf(folders: LibraryFolders) {
  const corpus = openCorpus({ ...folders, personalIds: () => new Set() });
  try {
    const all = { kind: 'all' } as const;
    const rows = await corpus.page(all, { from: 0, limit: Number.POSITIVE_INFINITY, sort: 'newest' });
    const facets = await Promise.all((['origin', 'tag', 'class', 'month'] as const).map((by) => corpus.facets(all, by)));
    const cables = await Promise.all(rows.map(({ id }) => corpus.get(id)));
    return { rows, facets, cables, cites: await corpus.citedBy('08STATE1') };
  } finally {
    corpus.close();
  }
}

describe('a second import', () => {
  it('says which process imports, and changes nothing', async () => {
    const tree = makeTree({ 'a.csv': makeCsv(12_000, 3000), 'b/a.html': makePage() });
    const corpusDir = join(makeFolder(), 'corpus');
    const child = spawn(process.execPath, [CHILD, corpusDir, '-', String(SHARD_SIZE), tree], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await expect(importPaths({ paths: [join(tree, 'b')], corpusDir })).rejects.toThrow(`process ${child.pid}`);
    child.kill('SIGKILL');
    await ended;
    expect(await importPaths({ paths: [join(tree, 'b')], corpusDir, shardSize: SHARD_SIZE })).toMatchObject({ new: 1 });
  });
});
