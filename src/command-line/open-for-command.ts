/* The library a command works on, with progress on standard error where something slow must happen first. */
import { hostname } from 'node:os';
import { listJournalFiles } from '../../store/journal/log/journal-folder.ts';
import { chooseLibrary, type LibraryFolder } from '../../store/library/library-folder.ts';
import { type Library, openLibrary, ownsCables } from '../../store/library/open-library.ts';
import type { Given, Surroundings } from './command.ts';
import { Refusal } from './exit.ts';
import { importSample } from './import-sample.ts';
import { readTime } from './read-time.ts';
import { showProgress } from './show-progress.ts';

/** The folder that `--store`, `--corpus`, `--sample` and the environment name. */
export function libraryFolderOf(given: Given, around: Surroundings): LibraryFolder {
  const { store, corpus, sample } = given.options;
  return chooseLibrary(
    { ...(typeof store === 'string' && { store }), ...(typeof corpus === 'string' && { corpus }), sample: sample === true },
    around.env,
  );
}

/** The same, but the sample where the own library holds neither cables, nor a journal, nor an import that runs: what reads and decides agrees on it with the reader. */
export function folderInUse(given: Given, around: Surroundings): LibraryFolder {
  const folder = libraryFolderOf(given, around);
  if (folder.sample || ownsCables(folder) || listJournalFiles(folder.journal).length > 0) return folder;
  return libraryFolderOf({ ...given, options: { ...given.options, sample: true } }, around);
}

/** Says so where the sample stands in for an empty library. On standard error: what is printed may be read by a program. */
export function tellOfSample(folder: LibraryFolder, given: Given, { stderr }: Surroundings): void {
  if (folder.sample && given.options['sample'] !== true)
    stderr.write('SAMPLE cables: your own library is empty. To fill it: cables import PATH\n');
}

/** Opens the library in use, runs, and closes it whatever happens. `--at TIME` makes it read-only. */
export async function withLibrary<T>(
  given: Given,
  around: Surroundings,
  mode: 'read' | 'write',
  run: (library: Library) => Promise<T>,
): Promise<T> {
  const folder = folderInUse(given, around);
  tellOfSample(folder, given, around);
  if (folder.sample) await importSample(folder, around);
  const at = readAt(given, around);
  if (at !== null && mode === 'write')
    throw new Refusal('--at shows the journal as it was; nothing can be written there. Leave --at out to decide now.');
  const progress = showProgress(around);
  const library = await openLibrary(folder, {
    readOnly: mode === 'read',
    deviceName: hostname(),
    ...(at !== null && { at }),
    onIndexing: ({ done, of }) => progress.show('indexing', done, of),
  });
  progress.done();
  if (library.growing)
    around.stderr.write(`An import is running: ${library.corpus.info.cables.toLocaleString('en')} cables can be read so far.\n`);
  try {
    const result = await run(library);
    if (mode === 'write') await library.journal.flush();
    if (library.journal.trouble) around.stderr.write(`cables: ${library.journal.trouble.message}\n`);
    return result;
  } finally {
    await library.close();
  }
}

function readAt(given: Given, around: Surroundings): string | null {
  const { at } = given.options;
  return typeof at === 'string' ? readTime(at, 'end', around) : null;
}
