/* The sample cables that come with the program, in a library of their own. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importPaths } from '../../store/corpus/import/import-paths.ts';
import type { LibraryFolder } from '../../store/library/library-folder.ts';
import type { Surroundings } from './command.ts';
import { Refusal } from './exit.ts';

/** Imports what is new in the sample; running it again changes nothing. */
export async function importSample(folder: LibraryFolder, around: Surroundings): Promise<void> {
  const sample = sampleFile();
  if (sample === null)
    throw new Refusal('The sample cables are missing from this installation. Your own library is untouched. Install cablereader again.');
  await importPaths({ paths: [sample], corpusDir: folder.corpus, now: around.now() });
}

function sampleFile(): string | null {
  for (let dir = dirname(fileURLToPath(import.meta.url)); ; dir = dirname(dir)) {
    const file = join(dir, 'fixtures', 'cables', 'sample.ndjson');
    if (existsSync(file)) return file;
    if (dirname(dir) === dir) return null;
  }
}
