/* The generated corpus, as cables.csv, in a folder outside the repository: made when first asked for and kept. */
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { generateCorpus } from '../../../fixtures/corpus/generate-corpus.ts';
import { writeCablesCsv } from '../../../fixtures/corpus/write-cables-csv.ts';

export const FULL = 251_287;
/** Without `--full`. */
export const PART = 20_000;

/** `CABLES_BENCH_CORPUS` names another folder than that below the system's temporary one. */
export function corpusFolder(count: number): string {
  const folder = join(process.env['CABLES_BENCH_CORPUS'] ?? join(tmpdir(), 'cables-bench-corpus'), String(count));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** @returns path of the csv */
export async function makeCorpus(count: number): Promise<string> {
  const path = join(corpusFolder(count), 'cables.csv');
  if (existsSync(path)) return path;
  process.stdout.write(`generating ${count.toLocaleString('en')} cables into ${path}\n`);
  const stream = createWriteStream(`${path}.part`, { highWaterMark: 1 << 22 });
  await writeCablesCsv(stream, generateCorpus({ count }));
  stream.end();
  await finished(stream);
  renameSync(`${path}.part`, path);
  return path;
}
