import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importPaths } from '../../store/corpus/import/import-paths.ts';
import { checkShards } from '../../store/corpus/shards/check-shards.ts';
import { readManifest } from '../../store/corpus/shards/manifest.ts';
import { fingerprint, makeFolder, SHARDS } from './corpus-folder.ts';
import { makeCsv, makeCsvRow } from './make-sources.ts';

const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url));

describe('a disk that is full', () => {
  it('ends the import with one sentence; what is there is whole, and the next import goes on', async () => {
    const csv = join(makeFolder(), 'a.csv');
    writeFileSync(csv, makeCsv(1000, 2000));
    /* One cable that makes a shard larger than the limit on files. */
    appendFileSync(csv, makeCsvRow({ number: 1001, id: '09ARCADIA1', body: 'UNCLAS '.repeat(400_000) }));
    appendFileSync(csv, makeCsvRow({ number: 1002, id: '09ARCADIA2' }));
    const [limited, whole] = [join(makeFolder(), 'corpus'), join(makeFolder(), 'corpus')];
    const blocks = 2000; /* of 512 or 1024 bytes */
    const child = spawnSync('sh', ['-c', `ulimit -f ${blocks} && exec "$0" "$@"`, process.execPath, CHILD, limited, '-', '500000', csv], {
      encoding: 'utf8',
    });
    expect(child.stdout).toMatch(/^failed The disk of .* is full.* What was imported is safe\. .*type the same again/m);
    expect(readManifest(limited).shards.length).toBeGreaterThan(2);
    expect((await checkShards(limited)).findings).toEqual([]);
    expect(readdirSync(limited).filter((name) => !/^(?:docs-\d+\.ndjson|manifest\.json|import\.lock)$/.test(name))).toEqual([]);

    await importPaths({ paths: [csv], corpusDir: limited, shardSize: 500_000 });
    await importPaths({ paths: [csv], corpusDir: whole, shardSize: 500_000 });
    expect(fingerprint(limited, SHARDS)).toEqual(fingerprint(whole, SHARDS));
  });
});
