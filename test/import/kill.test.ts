import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importPaths } from '../../store/corpus/import/import-paths.ts';
import { checkShards } from '../../store/corpus/shards/check-shards.ts';
import { fingerprint, linesOf, makeFolder, makeTree, SHARDS } from './corpus-folder.ts';
import { makeCsv, makePage } from './make-sources.ts';

const KILLS = process.env['CABLES_FULL'] === '1' ? 20 : 4;
const SHARD_SIZE = 500_000;
const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url));

/** Imports in another process and kills it after so many shards and milliseconds. @returns whether it came to its end before */
function importAndKill(corpus: string, tree: string, afterShards: number, afterMs: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, corpus, String(SHARD_SIZE), tree], { stdio: ['ignore', 'pipe', 'inherit'] });
    let shards = 0;
    let ended = false;
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = chunk.toString().split('\n');
      ended ||= lines.some((line) => line.startsWith('done'));
      const before = shards;
      shards += lines.filter((line) => line.startsWith('docs-')).length;
      if (before < afterShards && shards >= afterShards) setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      signal === 'SIGKILL' || code === 0 ? resolve(ended) : reject(new Error(`the import ended with ${code}`)),
    );
  });
}

describe('an import killed again and again', () => {
  it(`${KILLS} times, then resumed, gives the shards of one that was not`, async () => {
    const tree = makeTree({
      'a.csv': makeCsv(5000, 3000),
      ...Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`p/${n}.html`, makePage({ id: `09ARCADIA${n}` })])),
      'q.csv': makeCsv(6000, 3000).slice(0, -40),
    });
    const [whole, killed] = [join(makeFolder(), 'corpus'), join(makeFolder(), 'corpus')];
    const complete = await importPaths({ paths: [tree], corpusDir: whole, shardSize: SHARD_SIZE, threads: 0 });
    let random = 12_345;
    let kills = 0;
    const reached: number[] = [];
    while (kills < KILLS) {
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
      if (await importAndKill(killed, tree, 1 + (random % 3), (random >> 8) % 25)) break;
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
  });
});

describe('a second import', () => {
  it('says which process imports, and changes nothing', async () => {
    const tree = makeTree({ 'a.csv': makeCsv(12_000, 3000), 'b/a.html': makePage() });
    const corpusDir = join(makeFolder(), 'corpus');
    const child = spawn(process.execPath, [CHILD, corpusDir, String(SHARD_SIZE), tree], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await expect(importPaths({ paths: [join(tree, 'b')], corpusDir })).rejects.toThrow(`process ${child.pid}`);
    child.kill('SIGKILL');
    await ended;
    expect(await importPaths({ paths: [join(tree, 'b')], corpusDir, shardSize: SHARD_SIZE })).toMatchObject({ new: 1 });
  });
});
