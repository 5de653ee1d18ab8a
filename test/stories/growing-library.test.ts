/* A library that grows under an open reader: what is on the screen holds still, what is new is told of, what was decided stays. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeImportLock } from '../../store/corpus/import/import-lock.ts';
import { importAndIndex } from '../../store/corpus/import-and-index.ts';
import { makePrivateFolder } from '../../store/disk/private-folder.ts';
import { makeCsvRow } from '../import/make-sources.ts';
import { openShell, type Shell } from './shell.ts';

let shell: Shell;
beforeEach(() => {
  shell = openShell();
});
afterEach(() => shell.end());

/** A csv of that many cables, one a day of the month. */
function writeCsv(station: string, month: number, count: number): string {
  const path = join(shell.home, `${station}.csv`);
  const rows = Array.from({ length: count }, (_, n) =>
    makeCsvRow({ number: n + 1, id: `09${station}${n + 1}`, created: `${month}/${n + 1}/2009 14:07` }),
  );
  writeFileSync(path, rows.join(''));
  return path;
}

const ROWS_SHOWN = /^(?:▌| ).(?: )(09\w+)/;

it('tells of new cables under the list and shows them when asked', async () => {
  await shell.run(['import', writeCsv('CARDENA', 3, 20)]);
  const reader = shell.open(['open', 'is:unread']);
  await reader.expectText(/1\/20/);
  reader.press('v');
  await reader.expectText(/✓ 09CARDENA20/);
  reader.press('j');
  await reader.expectRow(4, /^▌● 09CARDENA18/);
  const before = reader.rows().flatMap((row) => ROWS_SHOWN.exec(row)?.[1] ?? []);

  await shell.run(['import', writeCsv('ARCADIA', 5, 25)]);
  await reader.expectText(/25 newer · R show/);
  expect(reader.rows().flatMap((row) => ROWS_SHOWN.exec(row)?.[1] ?? [])).toEqual(before);
  reader.press('x');
  await reader.expectText(/× 09CARDENA18/);

  reader.press('R');
  await reader.expectText(/\/45/);
  await reader.expectNoText(/newer · R/);
  await reader.expectText(/▌● 09CARDENA17/);
  reader.press('gg');
  await reader.expectRow(2, /09ARCADIA25/);
  reader.press('G');
  await reader.expectText(/09CARDENA1 /);
  expect((await shell.run(['list', 'is:kept'])).out).toMatch(/09CARDENA20/);
  expect((await shell.run(['list', 'is:skipped'])).out).toMatch(/09CARDENA18/);
}, 60_000);

it('shows the first cables of an import by itself where there were none', async () => {
  const [corpusDir, indexDir] = ['corpus', 'index'].map((name) => join(shell.home, 'cables', name)) as [string, string];
  makePrivateFolder(corpusDir);
  const lock = takeImportLock(corpusDir, new Date().toISOString());
  const reader = shell.open([]);
  await reader.expectText(/An import is running: its cables appear here\./);
  reader.press('gu');
  await reader.expectRow(3, /An import is running/);
  lock.release();
  await importAndIndex({ paths: [writeCsv('ARCADIA', 5, 25)], corpusDir, indexDir });
  await reader.expectText(/1\/25/);
  await reader.expectRow(2, /^▌● 09ARCADIA25/);
  reader.press('gh');
  await reader.expectText(/Unread +25/);
}, 60_000);

it('says on the sample that cables of one’s own have come', async () => {
  const reader = shell.open([]);
  await reader.expectText(/These cables are invented/);
  await shell.run(['import', writeCsv('ARCADIA', 5, 25)]);
  await reader.expectText(/25 cables of your own are here: {2}q, then {2}cables/);
  reader.press('q');
  await reader.exit();
  await shell.open([]).expectText(/ 25 \/ 251,287/);
}, 60_000);
