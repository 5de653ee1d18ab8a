import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { takeImportLock } from '../../store/corpus/import/import-lock.ts';
import { type ImportOptions, importPaths, readCables } from '../../store/corpus/import/import-paths.ts';
import { STRETCH } from '../../store/corpus/import/reading/spare-blocks.ts';
import { checkShards } from '../../store/corpus/shards/check-shards.ts';
import { readManifest } from '../../store/corpus/shards/manifest.ts';
import { openLines, readLines } from '../../store/corpus/shards/read-shards.ts';
import { uniteVersions } from '../../store/corpus/shards/unite-versions.ts';
import { checkPermissions } from '../../store/disk/check-permissions.ts';
import { fingerprint, linesOf, makeFolder, makeTree, SHARDS } from './corpus-folder.ts';
import { BODY, LIST_PAGE, makeCsv, makeCsvRow, makePage, makeSavedText } from './make-sources.ts';

const NOW = new Date('2026-11-24T12:00:00Z');

async function importInto(corpusDir: string, paths: readonly string[], more: Partial<ImportOptions> = {}) {
  return importPaths({ paths, corpusDir, now: NOW, threads: 0, ...more });
}

const freshCorpus = () => join(makeFolder(), 'library', 'corpus');

describe('an import', () => {
  it('reads a tree of pages, text, csv and lines in the order of their names', async () => {
    const tree = makeTree({
      'cable/2009/12/09ARCADIA2.html': makePage({ id: '09ARCADIA2' }),
      'cable/2009/12/09ARCADIA10.html': makePage({ id: '09ARCADIA10' }),
      'a.csv': makeCsvRow({ id: '09CARDENA1' }),
      'tag/PHUM_0.html': LIST_PAGE,
      'static/css/x.css': 'body {}',
      'z.txt': makeSavedText('09ARCADIA99'),
    });
    const corpus = freshCorpus();
    const summary = await importInto(corpus, [tree]);
    expect(summary).toMatchObject({ new: 4, unchanged: 0, versions: 0, listPages: 1, refused: [], shards: 1, stopped: false });
    expect(linesOf(corpus).map(({ id, source }) => [id, source.path])).toEqual([
      ['09CARDENA1', 'a.csv'],
      ['09ARCADIA10', 'cable/2009/12/09ARCADIA10.html'],
      ['09ARCADIA2', 'cable/2009/12/09ARCADIA2.html'],
      ['09ARCADIA99', 'z.txt'],
    ]);
  });

  it('changes nothing when it runs again', async () => {
    const tree = makeTree({ 'a.html': makePage(), 'b.csv': makeCsv(50) });
    const corpus = freshCorpus();
    await importInto(corpus, [tree], { shardSize: 20_000 });
    const before = fingerprint(corpus);
    const again = await importInto(corpus, [tree], { shardSize: 20_000, now: new Date('2027-01-01T00:00:00Z') });
    expect(again).toMatchObject({ new: 0, unchanged: 51, versions: 0, sameText: 0 });
    expect(fingerprint(corpus)).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(3);
  });

  it('writes shards of their size, never splitting a line, and finds each line again by its place', async () => {
    const corpus = freshCorpus();
    await importInto(corpus, [makeTree({ 'b.csv': makeCsv(60) })], { shardSize: 30_000 });
    const manifest = readManifest(corpus);
    expect(manifest.shards.every(({ bytes }) => bytes <= 30_000)).toBe(true);
    expect(manifest.shards.reduce((sum, { count }) => sum + count, 0)).toBe(60);
    expect(await checkShards(corpus)).toMatchObject({ cables: 60, findings: [] });
    const reader = openLines(corpus);
    for (const { line, ...place } of readLines(corpus)) expect(reader.read(place)).toEqual(line);
    reader.close();
  });

  it('writes the same shards whether other threads read or not', async () => {
    /* Enough for the memory of lines on the disk to be used again. */
    const csv = makeCsv(2500, 3000);
    const tree = makeTree({
      'b.csv': csv,
      'c.csv': csv.replaceAll('was calm', 'was rough') + csv,
      ...Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`p/${n}.html`, makePage({ id: `09ARCADIA${n}` })])),
    });
    const [one, two] = [freshCorpus(), freshCorpus()];
    expect(await importInto(one, [tree], { shardSize: 200_000 })).toMatchObject({ new: 2700, versions: 2500, unchanged: 2500 });
    await importInto(two, [tree], { shardSize: 200_000, threads: 2 });
    expect(fingerprint(two)).toEqual(fingerprint(one));
  });

  it('hands a last stretch of a few bytes to another thread', async () => {
    const last = makeCsvRow({ number: 2, id: '09ARCADIA2' });
    const padding = 'x'.repeat(STRETCH - makeCsvRow({ body: '' }).length - last.length / 2);
    const corpus = freshCorpus();
    expect(await importInto(corpus, [makeTree({ 'a.csv': makeCsvRow({ body: padding }) + last })], { threads: 2 })).toMatchObject({
      new: 2,
    });
  });

  it('tells the run in the manifest, and what it added', async () => {
    const corpus = freshCorpus();
    await importInto(corpus, [makeTree({ 'a.html': makePage() })]);
    await importInto(corpus, [makeTree({ 'b.html': makePage({ id: '09ARCADIA1' }) })]);
    expect(readManifest(corpus).runs).toMatchObject([
      { run: 1, at: NOW.toISOString(), ranges: [{ shard: 'docs-0000.ndjson', from: 0, to: 1 }] },
      { run: 2, ranges: [{ shard: 'docs-0000.ndjson', from: 1, to: 2 }] },
    ]);
  });

  it('appends to the last shard and leaves full ones alone', async () => {
    const corpus = freshCorpus();
    const whole = freshCorpus();
    const [first, second] = [makeTree({ 'a.csv': makeCsv(30) }), makeTree({ 'a.html': makePage() })];
    await importInto(corpus, [first], { shardSize: 20_000 });
    await importInto(corpus, [second], { shardSize: 20_000 });
    await importInto(whole, [first, second], { shardSize: 20_000 });
    expect(fingerprint(corpus, SHARDS)).toEqual(fingerprint(whole, SHARDS));
  });
});

describe('the same id again', () => {
  const page = (body: string, edition: '2010-12' | 'final') => makePage({ body, edition });

  it('with the same text is a line without it', async () => {
    const corpus = freshCorpus();
    const tree = makeTree({
      'a.csv': makeCsvRow({ body: BODY.replaceAll(/<[^>]*>|¶/g, ''), references: '08STATE1' }),
      'b.html': page(BODY, 'final'),
    });
    expect(await importInto(corpus, [tree])).toMatchObject({ new: 1, sameText: 1, versions: 0 });
    const [csv, final] = linesOf(corpus);
    expect(final).toMatchObject({ sameAs: csv!.source.sha256, source: { edition: 'final' } });
    expect(final).not.toHaveProperty('body');
    expect(uniteVersions(linesOf(corpus))).toMatchObject([
      { source: { edition: 'final' }, cells: { references: ['08STATE1'] }, body: csv!.body },
    ]);
  });

  it('with another text is a version, in whatever shard the first is', async () => {
    const corpus = freshCorpus();
    const tree = makeTree({
      'a.html': page('UNCLAS XXXXXXXXXXXX', '2010-12'),
      'b.csv': makeCsv(40),
      'c.html': page('UNCLAS ROWAN', 'final'),
      'd.html': page('UNCLAS ROWAN ', '2010-12'),
    });
    expect(await importInto(corpus, [tree], { shardSize: 10_000 })).toMatchObject({ new: 41, versions: 1, sameText: 1 });
    const versions = uniteVersions(linesOf(corpus).filter(({ id }) => id === '09ARCADIA812'));
    expect(versions.map(({ body, source }) => [body, source.edition])).toEqual([
      ['UNCLAS ROWAN', 'final'],
      ['UNCLAS XXXXXXXXXXXX', '2010-12'],
    ]);
  });

  it('shards of another library are a source like any other', async () => {
    const [one, two] = [freshCorpus(), freshCorpus()];
    await importInto(one, [makeTree({ 'a.html': page(BODY, '2010-12'), 'b.csv': makeCsv(30), 'c.html': page(`${BODY} `, 'final') })], {
      shardSize: 5_000,
    });
    expect(await importInto(two, [one], { shardSize: 5_000 })).toMatchObject({ new: 31, sameText: 1, refused: [] });
    expect(fingerprint(two, SHARDS)).toEqual(fingerprint(one, SHARDS));
  });
});

describe('packed, encoded and piped sources', () => {
  const csv = makeCsv(300, 2000);
  it.each([
    ['gzip', 'cables.csv.gz', gzipSync(csv)],
    ['zstd', 'cables.csv.zst', zstdCompressSync(csv)],
    ['UTF-16 with a mark', 'cables.csv', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['a UTF-8 mark', 'cables.csv', Buffer.from(`\ufeff${csv}`)],
    ['no name to go by', 'data', Buffer.from(csv)],
  ])('%s', async (_, name, bytes) => {
    const corpus = freshCorpus();
    expect(await importInto(corpus, [makeTree({ [name]: bytes })])).toMatchObject({ new: 300, refused: [] });
  });

  it('a small packed page', async () => {
    const corpus = freshCorpus();
    expect(await importInto(corpus, [makeTree({ 'a.html.gz': gzipSync(makePage()) })])).toMatchObject({ new: 1 });
  });

  it.each([
    ['csv', csv, 300],
    ['packed csv', gzipSync(csv), 300],
    ['a page', makePage(), 1],
    ['saved text', makeSavedText(), 1],
  ])('%s on standard input', async (_, bytes, count) => {
    const corpus = freshCorpus();
    const stdin = Readable.from([Buffer.from(bytes)]);
    expect(await importInto(corpus, ['-'], { stdin })).toMatchObject({ new: count, refused: [] });
  });

  it('a page that is not UTF-8 is read as windows-1252, and counted', async () => {
    const corpus = freshCorpus();
    const page = Buffer.from(makePage({ body: 'UNCLAS caf\u00e9' }).replaceAll('¶', ''), 'latin1');
    const summary = await importInto(corpus, [makeTree({ 'a.html': page })]);
    expect([...summary.problems]).toEqual([['not-utf-8', 1]]);
    expect(linesOf(corpus)[0]!.body).toBe('UNCLAS café');
  });

  it('packed data that ends early gives what is before, and says so', async () => {
    const packed = gzipSync(makeCsv(3000, 2000));
    const corpus = freshCorpus();
    const summary = await importInto(corpus, [makeTree({ 'cables.csv.gz': packed.subarray(0, packed.length - 200) })]);
    expect(summary.refused.map(({ refused }) => refused)).toContain('damaged');
    expect(summary.new).toBeGreaterThan(1000);
  });
});

describe('what cannot be imported', () => {
  it('is refused with its path and a reason; the rest is imported', async () => {
    const tree = makeTree({
      'a.html': makePage(),
      'b.html': makePage({ id: '09ARCADIA2' }).slice(0, -400),
      'c.txt': 'Dear harbour master',
      'd.bin': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]),
      'e.csv.xz': Buffer.from('fd377a585a000004e6d6b446', 'hex'),
      'f.ndjson': '{"id":"09ARCADIA3","body":"UNCLAS"}\n{"id":\n',
      'z.html': makePage({ id: '09ARCADIA9' }),
    });
    symlinkSync('nowhere', join(tree, 'nothing'));
    symlinkSync('self', join(tree, 'self'));
    const summary = await importInto(freshCorpus(), [tree, join(tree, 'missing')]);
    expect(summary.new).toBe(3);
    expect(summary.refused.map(({ path, refused }) => [path.slice(tree.length + 1), refused])).toEqual([
      ['b.html', 'truncated'],
      ['c.txt', 'no-cable'],
      ['d.bin', 'binary'],
      ['e.csv.xz', 'compressed'],
      ['f.ndjson, line at byte 36', 'damaged-line'],
      ['nothing', 'not-there'],
      ['self', 'link-loop'],
      ['missing', 'not-there'],
    ]);
    expect(summary.refusedCount).toBe(8);
  });

  it('a link back to a folder above is refused, and the tree read once', async () => {
    const tree = makeTree({ 'x/a.html': makePage() });
    symlinkSync('..', join(tree, 'x', 'up'));
    symlinkSync('x', join(tree, 'y'));
    const summary = await importInto(freshCorpus(), [tree]);
    expect(summary).toMatchObject({ new: 1, unchanged: 0, refused: [{ path: join(tree, 'x', 'up'), refused: 'link-loop' }] });
  });

  it.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const tree = makeTree({ 'a.html': makePage() });
    const { chmodSync } = await import('node:fs');
    chmodSync(join(tree, 'a.html'), 0);
    expect((await importInto(freshCorpus(), [tree])).refused).toMatchObject([{ refused: 'unreadable' }]);
  });

  it.each([
    [
      'a line',
      (long: string) => `{"id":"09ARCADIA1","body":"UNCLAS"}\n{"id":"09ARCADIA2","body":"${long}"}\n{"id":"09ARCADIA3","body":"UNCLAS"}\n`,
    ],
    [
      'a record',
      (long: string) =>
        makeCsvRow({ id: '09ARCADIA1' }) +
        makeCsvRow({ number: 2, id: '09ARCADIA2', body: long }) +
        makeCsvRow({ number: 3, id: '09ARCADIA3' }),
    ],
  ])('%s of 200 MB is passed over in bounded memory', async (_, around) => {
    const file = join(makeFolder(), 'long.data');
    const [before, after] = around('@').split('@') as [string, string];
    writeFileSync(file, before);
    const megabyte = Buffer.alloc(1e6, 'word ');
    for (let n = 0; n < 200; n++) writeFileSync(file, megabyte, { flag: 'a' });
    writeFileSync(file, after, { flag: 'a' });
    const corpus = freshCorpus();
    const { summary, peak } = await importWatched(corpus, file);
    expect(summary).toMatchObject({ new: 2, refused: [{ refused: 'too-long' }] });
    expect(linesOf(corpus).map(({ id }) => id)).toEqual(['09ARCADIA1', '09ARCADIA3']);
    expect(peak).toBeLessThan(400e6);
  });

  it('records as long as may be are read in bounded memory, in several threads', async () => {
    const file = join(makeFolder(), 'a.csv');
    const body = 'The harbour \\"of\\" Cardena.\n'.repeat(15e6 / 27);
    const [before, after] = makeCsvRow({ body: '@' }).split('@') as [string, string];
    for (let n = 1; n <= 8; n++) writeFileSync(file, before.replace('09ARCADIA812', `09ARCADIA${n}`) + body + after, { flag: 'a' });
    const { summary, peak } = await importWatched(freshCorpus(), file, 2);
    expect(summary).toMatchObject({ new: 8, refused: [] });
    expect(peak).toBeLessThan(230e6);
  });
});

/** @returns bytes of memory more than before, at most */
async function importWatched(corpus: string, file: string, threads = 0) {
  const rss = process.memoryUsage().rss;
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss - rss)), 20);
  const summary = await importInto(corpus, [file], { threads });
  clearInterval(watch);
  return { summary, peak };
}

describe('an import that cannot go on', () => {
  it('says so when there is too little room, and changes nothing', async () => {
    const corpus = freshCorpus();
    const failing = importInto(corpus, [makeTree({ 'a.csv': makeCsv(1000, 2000) })], { free: 5e6 });
    await expect(failing).rejects.toThrow(/needs about 2\d MB, the disk of .* has 5 MB left/);
    expect(existsSync(join(corpus, 'docs-0000.ndjson'))).toBe(false);
  });

  it('says who imports while another does', async () => {
    const corpus = freshCorpus();
    mkdirSync(corpus, { recursive: true });
    const lock = takeImportLock(corpus, NOW.toISOString());
    const tree = makeTree({ 'a.html': makePage() });
    await expect(importInto(corpus, [tree])).rejects.toThrow(`process ${process.pid}`);
    lock.release();
    expect(await importInto(corpus, [tree])).toMatchObject({ new: 1 });
  });

  it('refuses a corpus of a newer format', async () => {
    const corpus = freshCorpus();
    await importInto(corpus, [makeTree({ 'a.html': makePage() })]);
    writeFileSync(join(corpus, 'manifest.json'), JSON.stringify({ ...readManifest(corpus), format: 2 }));
    await expect(importInto(corpus, [makeTree({ 'b.html': makePage() })])).rejects.toThrow('newer');
  });

  it('finds its way without a manifest, losing nothing', async () => {
    const corpus = freshCorpus();
    const tree = makeTree({ 'a.csv': makeCsv(40) });
    await importInto(corpus, [tree], { shardSize: 20_000 });
    const before = fingerprint(corpus, SHARDS);
    const { rmSync } = await import('node:fs');
    rmSync(join(corpus, 'manifest.json'));
    expect(await importInto(corpus, [tree], { shardSize: 20_000 })).toMatchObject({ new: 0, unchanged: 40 });
    expect(fingerprint(corpus, SHARDS)).toEqual(before);
    expect(readManifest(corpus).shards.length).toBe(Object.keys(before).length);
  });

  it('does not build on a damaged last shard', async () => {
    const corpus = freshCorpus();
    await importInto(corpus, [makeTree({ 'a.csv': makeCsv(10) })]);
    const path = join(corpus, 'docs-0000.ndjson');
    writeFileSync(path, readFileSync(path, 'utf8').replace('calm', 'damp'));
    await expect(importInto(corpus, [makeTree({ 'a.html': makePage() })])).rejects.toThrow('docs-0000.ndjson is damaged');
    expect((await checkShards(corpus)).findings).toHaveLength(1);
  });
});

describe('an import that is stopped', () => {
  it.each([0, 2])('goes on where it was, to the same shards (%i threads)', async (threads) => {
    const tree = makeTree({
      'a.csv': makeCsv(6000, 3000),
      ...Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`p/${n}.html`, makePage({ id: `09ARCADIA${n}` })])),
      'q.html': 'not a cable',
    });
    const [stopped, whole] = [freshCorpus(), freshCorpus()];
    const shardSize = 1_000_000;
    const complete = await importInto(whole, [tree], { shardSize, threads });
    let summary = null;
    let stops = 0;
    do {
      const stop = new AbortController();
      let steps = 0;
      const onProgress = () => ++steps === 8 && stop.abort();
      summary = await importInto(stopped, [tree], { shardSize, threads, now: new Date(), signal: stop.signal, onProgress });
      if (summary.stopped) stops += 1;
    } while (summary.stopped && stops < 50);
    expect(stops).toBeGreaterThan(2);
    expect(fingerprint(stopped, SHARDS)).toEqual(fingerprint(whole, SHARDS));
    expect(summary.new + summary.unchanged).toBe(complete.new);
    expect(summary.refused).toEqual(complete.refused);
    expect(await importInto(stopped, [tree], { shardSize })).toMatchObject({ new: 0, unchanged: complete.new });
  });

  it('reads what was changed meanwhile', async () => {
    const tree = makeTree(
      Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${1000 + n}.html`, makePage({ id: `09ARCADIA${n + 1}` })])),
    );
    const corpus = freshCorpus();
    const stop = new AbortController();
    await importInto(corpus, [tree], { now: new Date(), signal: stop.signal, onProgress: () => stop.abort() });
    const before = linesOf(corpus).length;
    expect(before).toBeLessThan(200);
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(join(tree, '1000.html'), makePage({ id: '09ARCADIA1', body: 'UNCLAS CHANGED' }));
    expect(await importInto(corpus, [tree], { now: new Date() })).toMatchObject({ new: 200 - before, versions: 1 });
  });

  it('a csv that grew is read on', async () => {
    const corpus = freshCorpus();
    const tree = makeTree({ 'a.csv': makeCsv(100) });
    await importInto(corpus, [tree]);
    writeFileSync(join(tree, 'a.csv'), makeCsv(150));
    expect(await importInto(corpus, [tree])).toMatchObject({ new: 50, unchanged: 100 });
  });
});

describe('a library is private', () => {
  it.each([0o000, 0o077, 0o022])('under umask %i', async (umask) => {
    const corpus = freshCorpus();
    const before = process.umask(umask);
    try {
      await importInto(corpus, [makeTree({ 'a.csv': makeCsv(40) })], { shardSize: 20_000 });
    } finally {
      process.umask(before);
    }
    for (const name of readdirSync(corpus)) expect([name, statSync(join(corpus, name)).mode & 0o777]).toEqual([name, 0o600]);
    expect(statSync(corpus).mode & 0o777).toBe(0o700);
    expect(checkPermissions(join(corpus, '..'))).toEqual([]);
  });
});

describe('reading without writing', () => {
  it('gives the same cables and refusals', async () => {
    const tree = makeTree({ 'a.html': makePage(), 'b.csv': makeCsv(5), 'c.txt': 'Dear harbour master', 'd.html': LIST_PAGE });
    const read = [];
    for await (const item of readCables({ paths: [tree] })) read.push('found' in item ? item.found.id : item.refused.refused);
    expect(read).toEqual(['09ARCADIA812', '06CARDENA1', '07CARDENA2', '08CARDENA3', '09CARDENA4', '05CARDENA5', 'no-cable']);
  });
});
