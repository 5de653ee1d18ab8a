import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importPaths } from '../../store/corpus/import/import-paths.ts';
import { uniteVersions } from '../../store/corpus/shards/unite-versions.ts';
import { fingerprint, linesOf, makeFolder } from './corpus-folder.ts';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const present = existsSync(join(SHARED, 'real'));
if (!present) console.log('real cables: skipped, there is no ../shared/real');

describe.skipIf(!present)('the real cables', () => {
  it('import: 622 pages, 150 csv rows, the saved text; the 4 list pages are skipped', async () => {
    const folder = makeFolder();
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    for (const name of ['pages-2011-04.tar.xz', 'pages-other-editions.tar.xz'])
      execFileSync('tar', ['-xJf', join(SHARED, 'real', name), '-C', pages]);
    const csv = join(folder, 'cables.csv');
    execFileSync('sh', ['-c', `xz -dc '${join(SHARED, 'real/cables-sample.csv.xz')}' > '${csv}'`]);
    const corpusDir = join(folder, 'corpus');
    const paths = [pages, csv, join(SHARED, 'seeds/09MEXICO586.txt')];
    const summary = await importPaths({ paths, corpusDir });
    const lines = linesOf(corpusDir);
    const { new: fresh, unchanged, sameText, versions, listPages, ms } = summary;
    console.log(
      `real cables: ${JSON.stringify({ new: fresh, unchanged, sameText, versions, listPages, problems: [...summary.problems], refused: summary.refusedCount, ms })}`,
    );

    expect(summary.refused).toEqual([]);
    expect(listPages).toBe(4);
    expect(fresh + unchanged + sameText + versions).toBe(622 + 150 + 1);
    const editions = Object.groupBy(lines, ({ source }) => source.edition);
    expect(Object.fromEntries(Object.entries(editions).map(([edition, of]) => [edition, of.length]))).toMatchObject({
      '2010-11-29': 10,
      csv: 150,
      saved: 1,
    });
    for (const { cells, source, id } of lines) {
      expect([id, cells.created, cells.classification, cells.origin].every(Boolean)).toBe(true);
      if (source.format === 'page') expect(source.path).toContain(id);
    }
    const byId = Map.groupBy(lines, ({ id }) => id);
    for (const of of byId.values()) expect(uniteVersions(of).length).toBeGreaterThan(0);
    expect([...byId.values()].reduce((sum, of) => sum + uniteVersions(of).length, 0)).toBe(fresh + versions);

    const before = fingerprint(corpusDir);
    expect(await importPaths({ paths, corpusDir })).toMatchObject({ new: 0, versions: 0, sameText: 0, unchanged: 773 });
    expect(fingerprint(corpusDir)).toEqual(before);
  });
});
