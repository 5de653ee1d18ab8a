/* A small corpus of generated cables on the disk, with its index, and the same cables for a naive scan. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCorpus } from '../../fixtures/corpus/generate-corpus.ts';
import type { FoundCable } from '../../store/cable/cable.ts';
import { parseCable } from '../../store/cable/parse-cable.ts';
import { importPaths } from '../../store/corpus/import/import-paths.ts';
import { readingText } from '../../store/corpus/index/reading-text.ts';
import { citedIds, nameCountry } from '../../store/corpus/index/writing/write-segment.ts';
import { readManifest } from '../../store/corpus/shards/manifest.ts';
import { readLines } from '../../store/corpus/shards/read-shards.ts';
import type { ShardLine } from '../../store/corpus/shards/shard-line.ts';
import { uniteVersions } from '../../store/corpus/shards/unite-versions.ts';
import { foldWords } from '../../store/query/fold-words.ts';
import type { NaiveCable } from '../../store/query/match-naively.ts';

export interface TestLibrary {
  readonly corpusDir: string;
  readonly indexDir: string;
  /** Imports cables as one more run. @param at ISO instant of the run */
  add(cables: readonly FoundCable[], at?: string): Promise<void>;
  /** All cables of the shards, by id, for a naive scan. */
  naive(): ReadonlyMap<string, NaiveCable>;
  remove(): void;
}

export function makeLibrary(): TestLibrary {
  const folder = mkdtempSync(join(tmpdir(), 'cables-query-'));
  const corpusDir = join(folder, 'corpus');
  let sources = 0;
  return {
    corpusDir,
    indexDir: join(folder, 'index'),
    async add(cables, at = '2026-11-01T12:00:00.000Z') {
      const path = join(folder, `${sources++}.ndjson`);
      writeFileSync(path, cables.map((cable) => `${JSON.stringify(cable)}\n`).join(''));
      await importPaths({ paths: [path], stdin: process.stdin, corpusDir, now: new Date(at), threads: 0 });
    },
    naive: () => readNaively(corpusDir),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function readNaively(corpusDir: string): Map<string, NaiveCable> {
  const manifest = readManifest(corpusDir);
  const lines = new Map<string, { lines: ShardLine[]; added: string; run: number }>();
  for (const { line, shard, number } of readLines(corpusDir, manifest)) {
    const { name } = manifest.shards[shard]!;
    const run = manifest.runs.find(({ ranges }) =>
      ranges.some((range) => range.shard === name && number >= range.from && number < range.to),
    );
    const known = lines.get(line.id);
    if (known) known.lines.push(line);
    else lines.set(line.id, { lines: [line], added: run!.at, run: run!.run });
  }
  return new Map(
    [...lines].map(([id, { lines: own, added, run }]) => {
      const versions = uniteVersions(own);
      const cable = parseCable(versions[0]!);
      return [
        id,
        {
          cable,
          words: { subject: foldWords(cable.subject ?? ''), body: foldWords(readingText(cable)) },
          cites: citedIds(cable, versions[0]!.cells),
          country: cable.origin === null ? null : nameCountry(cable.origin),
          versions: versions.length,
          added,
          run,
        },
      ];
    }),
  );
}

/** Generated cables, some of which lack what a cable should have, or hold what few do. */
export function makeCables(count: number, seed = 1): FoundCable[] {
  return [...generateCorpus({ count, seed })].map((cable, i) => {
    if (i % 23 === 0) return { ...cable, headerText: '', cells: { ...cable.cells, created: null, released: null } };
    if (i % 29 === 0) return { ...cable, cells: { ...cable.cells, origin: null, classification: null }, headerText: '' };
    if (i % 31 === 0) return { ...cable, body: `${cable.body}\nInforme sobre São Tomé y la señora Müller; XXXXXXXXXXXX. Война\n` };
    if (i % 37 === 0) return { ...cable, cells: { ...cable.cells, references: ['08STATE1', '07CARDENA12'] } };
    return cable;
  });
}
