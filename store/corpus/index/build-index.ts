/* Shards -> a new generation of the index, built aside and then named in current.json: a reader sees the old one or the new one.
 *
 *     index/current.json   { generation: "g12", parser, shards: digest of the manifest's shards, cables, ... }
 *     index/g12/main.sqlite
 */
import { createHash } from 'node:crypto';
import { chmodSync, closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Cable } from '../../cable/cable.ts';
import { parseCable } from '../../cable/parse-cable.ts';
import { CLASSIFICATIONS } from '../../cable/vocabulary/classifications.ts';
import { countryOf } from '../../cable/vocabulary/stations.ts';
import { makePrivateFolder, PRIVATE_FILE } from '../../disk/private-folder.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import { foldWords } from '../../query/fold-words.ts';
import { readManifest } from '../shards/manifest.ts';
import { type LinePlace, openLines, readLines } from '../shards/read-shards.ts';
import { uniteVersions } from '../shards/unite-versions.ts';
import { readingText } from './reading-text.ts';
import { SEGMENT_INDEXES, SEGMENT_SCHEMA } from './segment-schema.ts';

/** Grows when the parser or the schema gets better: older indexes are built again. */
export const INDEX_VERSION = 1;

export interface IndexProgress {
  readonly done: number;
  readonly of: number;
}

export interface BuildIndexOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly onProgress?: (progress: IndexProgress) => void;
  readonly signal?: AbortSignal;
}

export interface CurrentIndex {
  readonly generation: string;
  readonly version: number;
  readonly shards: string;
  readonly cables: number;
  readonly lastRun: number;
}

export function readCurrent(indexDir: string): CurrentIndex | null {
  try {
    return JSON.parse(readFileSync(join(indexDir, 'current.json'), 'utf8')) as CurrentIndex;
  } catch {
    return null;
  }
}

/** Whether the index holds what the shards hold, as this version understands it. */
export function indexIsCurrent(corpusDir: string, indexDir: string): boolean {
  const current = readCurrent(indexDir);
  return (
    current !== null &&
    current.version === INDEX_VERSION &&
    current.shards === digestShards(corpusDir) &&
    existsSync(join(indexDir, current.generation, 'main.sqlite'))
  );
}

const digestShards = (corpusDir: string): string =>
  createHash('sha256')
    .update(JSON.stringify(readManifest(corpusDir).shards.map(({ name, sha256 }) => [name, sha256])))
    .digest('hex')
    .slice(0, 16);

/** Builds a new generation; nothing where the present one is current. @throws the system's error; the old generation stays in use */
export async function buildIndex({ corpusDir, indexDir, onProgress, signal }: BuildIndexOptions): Promise<void> {
  if (indexIsCurrent(corpusDir, indexDir)) return;
  const manifest = readManifest(corpusDir);
  const shards = digestShards(corpusDir);
  const places = new Map<string, { places: LinePlace[]; created: string; run: number }>();
  const runOf = numberRuns(manifest.runs);
  let lines = 0;
  const total = manifest.shards.reduce((sum, { count }) => sum + count, 0);
  for (const { line, number, ...place } of readLines(corpusDir, manifest)) {
    const known = places.get(line.id);
    if (known) known.places.push(place);
    else places.set(line.id, { places: [place], created: '', run: runOf(manifest.shards[place.shard]!.name, number) });
    if (++lines % 500 === 0) {
      onProgress?.({ done: Math.round(lines / 4), of: total });
      await new Promise(setImmediate);
      if (signal?.aborted) return;
    }
  }
  const reader = openLines(corpusDir, manifest);
  const generation = nextGeneration(indexDir);
  makePrivateFolder(join(indexDir, generation));
  const path = join(indexDir, generation, 'main.sqlite');
  closeSync(openSync(path, 'wx', PRIVATE_FILE));
  chmodSync(path, PRIVATE_FILE);
  const db = new DatabaseSync(path);
  try {
    db.exec(SEGMENT_SCHEMA);
    const order: { id: string; created: string | null; cable: Cable; versions: number }[] = [];
    let done = 0;
    for (const [id, { places: at }] of places) {
      const versions = uniteVersions(at.map((place) => reader.read(place)));
      const best = versions[0];
      if (!best) continue;
      const cable = parseCable(best);
      order.push({ id, created: cable.created, cable, versions: versions.length });
      if (++done % 200 === 0) {
        onProgress?.({ done: Math.round(total / 4 + done / 2), of: total });
        await new Promise(setImmediate);
        if (signal?.aborted) return;
      }
    }
    order.sort((a, b) => compare(a.created ?? '', b.created ?? '') || compare(a.id, b.id));
    const insert = prepareInserts(db);
    db.exec('BEGIN');
    for (const [n, { id, cable, versions }] of order.entries()) {
      const { places: at, run } = places.get(id)!;
      insert(n, cable, versions, run, at);
      if (n % 500 === 0) {
        onProgress?.({ done: Math.round((total * 3) / 4 + n / 4), of: total });
        await new Promise(setImmediate);
      }
    }
    db.exec('COMMIT');
    db.exec(SEGMENT_INDEXES);
    db.close();
    const current: CurrentIndex = {
      generation,
      version: INDEX_VERSION,
      shards,
      cables: order.length,
      lastRun: manifest.runs.at(-1)?.run ?? 0,
    };
    await replaceFile(join(indexDir, 'current.json'), [Buffer.from(`${JSON.stringify(current)}\n`)]);
    removeOld(indexDir, generation);
  } finally {
    reader.close();
  }
}

function prepareInserts(db: DatabaseSync) {
  const cableRow = db.prepare('INSERT INTO cable VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)');
  const tagRow = db.prepare('INSERT OR IGNORE INTO tag VALUES (?,?)');
  const referenceRow = db.prepare('INSERT INTO reference VALUES (?,?,?)');
  const addresseeRow = db.prepare('INSERT INTO addressee VALUES (?,?,?)');
  const portionRow = db.prepare('INSERT OR IGNORE INTO portion VALUES (?,?)');
  const textRow = db.prepare('INSERT INTO text (rowid, subject, body) VALUES (?,?,?)');
  return (n: number, cable: Cable, versions: number, run: number, places: readonly LinePlace[]): void => {
    const tags = [...new Set(cable.tags.map(({ tag }) => tag))];
    const cited = citedIds(cable);
    cableRow.run(
      n,
      cable.id,
      cable.created,
      cable.released,
      cable.classification === null ? null : CLASSIFICATIONS.indexOf(cable.classification),
      cable.origin,
      cable.origin === null ? null : nameCountry(cable.origin),
      cable.subject,
      JSON.stringify(tags),
      versions,
      cable.body.length,
      cable.sections,
      cable.layout.redactions.length > 0 ? 1 : 0,
      cited.length,
      run,
      JSON.stringify(places.map(({ shard, offset, length }) => [shard, offset, length])),
    );
    for (const tag of tags) tagRow.run(tag, n);
    for (const [ordinal, id] of cited.entries()) referenceRow.run(n, ordinal, id);
    for (const kind of ['to', 'info'] as const)
      for (const { name } of cable.header[kind]) addresseeRow.run(kind, ` ${foldWords(name).join(' ')} `, n);
    for (const { portion } of cable.paragraphs) if (portion !== null) portionRow.run(portion, n);
    textRow.run(n, cable.subject ?? '', readingText(cable));
  };
}

/** An embassy that the table does not know is named after its country or capital. */
function nameCountry(origin: string): string | null {
  return countryOf(origin) ?? /^Embassy (.+)$/.exec(origin)?.[1] ?? null;
}

/** From the text, then what only the source's own column knows; each once. */
function citedIds(cable: Cable): string[] {
  const found = new Set(cable.references.flatMap(({ id }) => (id === null ? [] : [id])));
  found.delete(cable.id);
  return [...found];
}

function numberRuns(runs: ReturnType<typeof readManifest>['runs']): (shard: string, line: number) => number {
  return (shard, line) =>
    runs.find(({ ranges }) => ranges.some((range) => range.shard === shard && line >= range.from && line < range.to))?.run ?? 0;
}

function nextGeneration(indexDir: string): string {
  const numbers = existsSync(indexDir) ? readdirSync(indexDir).flatMap((name) => /^g(\d+)$/.exec(name)?.[1] ?? []) : [];
  return `g${Math.max(0, ...numbers.map(Number)) + 1}`;
}

function removeOld(indexDir: string, generation: string): void {
  const kept = [generation, `g${Number(generation.slice(1)) - 1}`];
  for (const name of readdirSync(indexDir))
    if (/^g\d+$/.test(name) && !kept.includes(name)) rmSync(join(indexDir, name), { recursive: true, force: true });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
