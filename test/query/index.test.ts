/* How the index follows the shards: built aside, extended, masked, joined, and given up where it is old. */
import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FoundCable } from '../../store/cable/cable.ts';
import { parseCable } from '../../store/cable/parse-cable.ts';
import { importPaths } from '../../store/corpus/import/import-paths.ts';
import { buildIndex } from '../../store/corpus/index/build-index.ts';
import { indexIsBeingBuilt, readCurrent } from '../../store/corpus/index/current.ts';
import { createdOf } from '../../store/corpus/index/gather-cables.ts';
import { indexIsCurrent, openCorpus } from '../../store/corpus/open-corpus.ts';
import { readLines } from '../../store/corpus/shards/read-shards.ts';
import { holdLock } from '../../store/disk/hold-lock.ts';
import { makeCables, makeLibrary, type TestLibrary } from './library.ts';

const sha256Of = (text: string): string => hash('sha256', text);
const nobody = () => new Set<string>();
const page = { from: 0, limit: 1000, sort: 'newest' } as const;

describe('an index', () => {
  let library: TestLibrary;
  beforeEach(() => {
    library = makeLibrary();
  });
  afterEach(() => library.remove());

  const cables = makeCables(60);
  const open = () => openCorpus({ ...library, personalIds: nobody });
  const idsNow = async () => {
    const corpus = open();
    const rows = await corpus.page({ kind: 'all' }, page);
    corpus.close();
    return rows.map(({ id }) => id).toSorted();
  };
  const idsOf = (some: readonly FoundCable[]) => some.map(({ id }) => id).toSorted();
  const segments = () => readCurrent(library.indexDir)!.segments.map(({ path }) => path);

  it('of nothing is an empty corpus', async () => {
    const corpus = open();
    expect(corpus.info).toEqual({ cables: 0, generation: '', years: null, hasReleases: false, lastRun: 0 });
    expect(await corpus.list({ kind: 'all' }, page)).toEqual({ rows: [], total: 0 });
    expect(await corpus.get('09ARCADIA1')).toBeNull();
    expect(await corpus.facets({ kind: 'all' }, 'origin')).toEqual([]);
    expect(await corpus.cites('09ARCADIA1')).toEqual([]);
    expect(await corpus.candidates('x', 5)).toEqual({ rows: [], ofNewest: null });
    corpus.close();
    await buildIndex(library);
    expect(await idsNow()).toEqual([]);
  });

  it('is current until something is imported, and again once built', async () => {
    await library.add(cables.slice(0, 10));
    expect(indexIsCurrent(library.corpusDir, library.indexDir)).toBe(false);
    await buildIndex(library);
    expect(indexIsCurrent(library.corpusDir, library.indexDir)).toBe(true);
    const before = readFileSync(join(library.indexDir, 'current.json'));
    await buildIndex(library);
    expect(readFileSync(join(library.indexDir, 'current.json'))).toEqual(before);
    await library.add(cables.slice(10, 12));
    expect(indexIsCurrent(library.corpusDir, library.indexDir)).toBe(false);
  });

  it('gets one segment an import; more than eight are joined', async () => {
    for (let run = 0; run < 10; run++) {
      await library.add(cables.slice(run * 6, run * 6 + 6));
      await buildIndex(library);
      expect(await idsNow()).toEqual(idsOf(cables.slice(0, run * 6 + 6)));
      if (run < 8) expect(segments()).toHaveLength(run + 1);
      expect(segments().length).toBeLessThanOrEqual(8);
    }
    const generations = readdirSync(library.indexDir).filter((name) => /^g\d+$/.test(name));
    expect(generations.length).toBeLessThanOrEqual(10);
  });

  it('removes what is no longer used when it is built the next time, and what died while building', async () => {
    await library.add(cables.slice(0, 5));
    await buildIndex(library);
    mkdirSync(join(library.indexDir, 'building-999999999-00ff00ff'));
    writeFileSync(
      join(library.indexDir, 'current.json'),
      readFileSync(join(library.indexDir, 'current.json'), 'utf8').replace(/"version":\d+/, '"version":0'),
    );
    expect(indexIsCurrent(library.corpusDir, library.indexDir)).toBe(false);
    await buildIndex(library);
    await buildIndex(library);
    expect(readdirSync(library.indexDir).toSorted()).toEqual(['build.lock', 'current.json', 'g2']);
    expect(await idsNow()).toEqual(idsOf(cables.slice(0, 5)));
  });

  it('shows a reader the old cables until it adopts the new ones', async () => {
    await library.add(cables.slice(0, 5));
    await buildIndex(library);
    const corpus = open();
    expect(await corpus.newer()).toBeNull();
    await library.add(cables.slice(5, 12));
    await buildIndex(library);
    expect(await corpus.newer()).toEqual({ cables: 7 });
    expect(await corpus.count({ kind: 'all' })).toBe(5);
    expect((await corpus.get(cables[0]!.id))?.versions).toHaveLength(1);
    await corpus.adopt();
    expect(await corpus.newer()).toBeNull();
    expect(await corpus.count({ kind: 'all' })).toBe(12);
    expect(corpus.info.lastRun).toBe(2);
    corpus.close();
  });

  it('shows a better text in place of the first, and keeps both', async () => {
    const first = { ...cables[1]!, source: { ...cables[1]!.source, edition: '2010-12' as const } };
    const better = { ...first, body: `${first.body}\nThe quay was widened.\n`, source: { ...cables[1]!.source, sha256: 'f'.repeat(64) } };
    await library.add([cables[0]!, first, cables[2]!, cables[3]!]);
    await buildIndex(library);
    await library.add([better]);
    await buildIndex(library);
    const corpus = open();
    expect(segments()).toHaveLength(2);
    const quay = { kind: 'text', term: { words: ['quay', 'was', 'widened'], prefix: false }, column: 'any' } as const;
    expect((await corpus.list(quay, page)).rows.map(({ id, versions }) => [id, versions])).toEqual([[first.id, 2]]);
    expect((await corpus.get(first.id))?.versions.map(({ source }) => source.edition)).toEqual(['final', '2010-12']);
    expect(corpus.info.cables).toBe(4);
    expect(await corpus.count({ kind: 'not', of: { kind: 'none' } })).toBe(4);
    corpus.close();
  });

  it('stops when it is told to, and leaves the old one in use', async () => {
    await library.add(cables.slice(0, 5));
    await buildIndex(library);
    await library.add(makeCables(300, 2));
    const stop = new AbortController();
    await buildIndex({ ...library, onProgress: () => stop.abort(), signal: stop.signal });
    expect(await idsNow()).toEqual(idsOf(cables.slice(0, 5)));
    expect(readdirSync(library.indexDir).filter((name) => name.startsWith('building'))).toEqual([]);
    await buildIndex(library);
    expect((await idsNow()).length).toBeGreaterThan(200);
  });

  it('shows the newest cables as soon as their segment is written, and goes on where it was stopped', async () => {
    const all = makeCables(330, 4);
    await library.add(all);
    const corpus = open();
    const stop = new AbortController();
    await buildIndex({
      ...library,
      sizes: { first: 30, pays: 20 },
      signal: stop.signal,
      onProgress: () => {
        if (readCurrent(library.indexDir)) stop.abort();
      },
    });
    const first = segments();
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(6);
    expect(indexIsCurrent(library.corpusDir, library.indexDir)).toBe(false);
    const shown = await idsNow();
    expect(shown.length).toBeGreaterThanOrEqual(30);
    expect(shown.length).toBeLessThan(330);
    expect(await corpus.newer()).toEqual({ cables: shown.length });
    await corpus.adopt();
    expect(corpus.info.cables).toBe(shown.length);
    await buildIndex({ ...library, sizes: { first: 30, pays: 20 } });
    expect(indexIsCurrent(library.corpusDir, library.indexDir)).toBe(true);
    expect(segments().slice(0, first.length)).toEqual(first);
    expect(await idsNow()).toEqual(idsOf(all));
    expect(await corpus.newer()).toEqual({ cables: 330 - shown.length });
    corpus.close();
  });

  it('shows what is replaced in its old form until its new one is written, every cable once', async () => {
    const all = makeCables(400, 4);
    await library.add(all.slice(0, 100));
    await buildIndex(library);
    const longer = all
      .slice(0, 30)
      .map((cable) => ({ ...cable, body: `${cable.body}\nADDED`, source: { ...cable.source, sha256: sha256Of(cable.id) } }));
    await library.add([...longer, ...all.slice(100)]);
    const versionsNow = async () => {
      const corpus = open();
      const rows = await corpus.page({ kind: 'all' }, page);
      corpus.close();
      return new Map(rows.map(({ id, versions }) => [id, versions]));
    };
    const sizes = { first: 30, pays: 20 };
    const stop = new AbortController();
    const generation = readCurrent(library.indexDir)!.generation;
    const onProgress = (): void => {
      if (readCurrent(library.indexDir)!.generation !== generation) stop.abort();
    };
    await buildIndex({ ...library, sizes, signal: stop.signal, onProgress });
    const between = await versionsNow();
    expect(indexIsCurrent(library.corpusDir, library.indexDir)).toBe(false);
    expect(between.size).toBeGreaterThan(100);
    expect(between.size).toBeLessThan(400);
    expect(all.slice(0, 100).filter(({ id }) => !between.has(id))).toEqual([]);
    expect(await idsNow()).toEqual([...between.keys()].toSorted());

    await buildIndex({ ...library, sizes });
    const after = await versionsNow();
    expect(await idsNow()).toEqual(idsOf(all));
    expect([...after.values()].filter((versions) => versions === 2).length).toBe(30);
    expect(readCurrent(library.indexDir)!.cables).toBe(400);
  });

  it('waits for another process that builds it', async () => {
    await library.add(cables.slice(0, 5));
    await buildIndex(library);
    await library.add(cables.slice(5, 9));
    const lock = holdLock(join(library.indexDir, 'build.lock'))!;
    expect(indexIsBeingBuilt(library.indexDir)).toBe(true);
    const building = buildIndex(library);
    expect(await idsNow()).toEqual(idsOf(cables.slice(0, 5)));
    lock.release();
    await building;
    expect(indexIsBeingBuilt(library.indexDir)).toBe(false);
    expect(await idsNow()).toEqual(idsOf(cables.slice(0, 9)));
  });

  it('says how far it is', async () => {
    await library.add(makeCables(600, 3));
    const seen: number[] = [];
    await buildIndex({ ...library, onProgress: ({ done, of }) => seen.push(done / of) });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('is private', async () => {
    await library.add(cables.slice(0, 5));
    await buildIndex(library);
    for (const name of readdirSync(library.indexDir, { recursive: true, encoding: 'utf8' }))
      expect([name, statSync(join(library.indexDir, name)).mode & 0o077]).toEqual([name, 0]);
  });

  it('finds a cable by what people call it', async () => {
    await library.add(cables);
    await buildIndex(library);
    const corpus = open();
    const [, year, station, serial] = /^(\d\d)(\D+)(\d+)$/.exec(cables[7]!.id)!;
    for (const spelling of [
      cables[7]!.id,
      cables[7]!.id.toLowerCase(),
      `${year} ${station} ${serial}`,
      `${year}${station}${serial!.padStart(6, '0')}`,
      `${cables[7]!.id}_a`,
    ])
      expect(await corpus.resolve(spelling)).toEqual([cables[7]!.id]);
    expect(await corpus.resolve(`${station} ${serial}`)).toContain(cables[7]!.id);
    expect(await corpus.resolve('ARCADIA 999999')).toEqual([]);
    const { rows } = await corpus.candidates(`${station!.slice(0, 3)}${serial}`.toLowerCase(), 50);
    expect(rows.map(({ id }) => id)).toContain(cables[7]!.id);
    // However few are looked for, those that begin so are among them.
    const beginning = await corpus.candidates(`${year} ${station} ${serial!.slice(0, 1)}`, 2);
    expect(beginning.rows[0]?.id).toMatch(new RegExp(`^${year}${station}${serial![0]}`));
    expect((await corpus.candidates('a', 5)).ofNewest).toBeGreaterThanOrEqual(5);
    corpus.close();
  });

  it('follows the reader from key to key', async () => {
    await library.add(cables);
    await buildIndex(library);
    const read = new Set<string>();
    const corpus = openCorpus({ ...library, personalIds: () => read });
    const isRead = { kind: 'personal', predicate: 'read', queue: null, value: null } as const;
    const ids = idsOf(cables);
    const check = async () => expect(await corpus.count(isRead)).toBe(ids.filter((id) => read.has(id)).length);
    for (const id of ids.slice(0, 30)) read.add(id);
    await check();
    for (const id of ids.slice(3, 6)) read.delete(id);
    await check();
    read.delete(ids[10]!);
    read.add(ids[10]!);
    read.add(ids[40]!);
    await check();
    for (const id of ids.slice(12, 25)) read.delete(id);
    for (const id of ids.slice(3, 20)) read.add(id);
    await check();
    read.clear();
    await check();
    expect((await corpus.ids({ kind: 'not', of: isRead })).toSorted()).toEqual(ids);
    corpus.close();
  });
});

it('orders cables by the time that parsing tells, also where pages are odd', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cables-created-'));
  const fixtures = new URL('../../fixtures/cables/', import.meta.url).pathname;
  try {
    await importPaths({
      paths: [join(fixtures, 'tree'), join(fixtures, 'sample.ndjson')],
      stdin: process.stdin,
      corpusDir: folder,
      now: new Date(),
      threads: 0,
    });
    let looked = 0;
    for (const { line } of readLines(folder)) {
      if (line.body === undefined) continue;
      const found = { ...line, headerText: line.headerText ?? '', body: line.body };
      expect([line.id, createdOf(found)]).toEqual([line.id, parseCable(found).created]);
      looked += 1;
    }
    expect(looked).toBeGreaterThan(200);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
