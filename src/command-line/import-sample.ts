/* The sample cables that come with the program, in a library of their own. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ImportRuns } from '../../store/corpus/import/import-lock.ts';
import type { LibraryFolder } from '../../store/library/library-folder.ts';
import { changeSettings, readSettings } from '../../store/library/library-settings.ts';
import type { Surroundings } from './command.ts';
import { Refusal } from './exit.ts';

const PATIENCE_MS = 20_000;

/** Imports the sample where it is not there yet, or is another one than this version's. Two programs that start at once: one imports, the other waits. */
export async function importSample(folder: LibraryFolder, around: Surroundings): Promise<void> {
  const sample = sampleFile();
  if (sample === null)
    throw new Refusal('The sample cables are missing from this installation. Your own library is untouched. Install cablereader again.');
  const sha256 = createHash('sha256').update(readFileSync(sample)).digest('hex');
  for (const started = Date.now(); readSettings(folder.root).sample !== sha256; ) {
    const { importPaths } = await import('../../store/corpus/import/import-paths.ts');
    try {
      await importPaths({ paths: [sample], corpusDir: folder.corpus, now: around.now() });
      changeSettings(folder.root, (settings) => {
        settings.sample = sha256;
      });
    } catch (error) {
      if (!(error instanceof ImportRuns) || Date.now() - started > PATIENCE_MS) throw error;
      await wait(50);
    }
  }
}

function sampleFile(): string | null {
  for (let dir = dirname(fileURLToPath(import.meta.url)); ; dir = dirname(dir)) {
    const file = join(dir, 'fixtures', 'cables', 'sample.ndjson');
    if (existsSync(file)) return file;
    if (dirname(dir) === dir) return null;
  }
}
