/* Opens the two halves of a library together: the cables and the journal. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importRuns } from '../corpus/import/import-lock.ts';
import type { IndexProgress } from '../corpus/index/build-index.ts';
import { indexIsBeingBuilt, readCurrent } from '../corpus/index/current.ts';
import { indexIsCurrent, openCorpus } from '../corpus/open-corpus.ts';
import { CorpusInThreads } from '../corpus/questions/corpus-in-threads.ts';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open-journal.ts';
import type { LibraryFolder } from './library-folder.ts';

export interface Library {
  readonly folder: LibraryFolder;
  readonly corpus: CorpusInThreads;
  readonly journal: Journal;
  /** Another process imports or indexes: there are fewer cables here than there will be. */
  readonly growing: boolean;
  close(): Promise<void>;
}

export interface OpenLibraryOptions {
  /** Never write to the journal: listing and showing. */
  readonly readOnly: boolean;
  /** ISO instant: the journal as it was then. Implies readOnly. */
  readonly at?: string;
  /** Milliseconds since 1970; the wall clock where it is left out. */
  readonly now?: () => number;
  /** What this device is called in the journal, where it is used for the first time. */
  readonly deviceName?: string;
  readonly onIndexing?: (progress: IndexProgress) => void;
}

/** Whether anything was ever imported into it. */
export function hasCables(folder: LibraryFolder): boolean {
  return existsSync(join(folder.corpus, 'manifest.json'));
}

/** Whether it has cables, or is being given some. An import that understood nothing leaves none. */
export const ownsCables = (folder: LibraryFolder): boolean =>
  (hasCables(folder) && readCurrent(folder.index)?.cables !== 0) || importRuns(folder.corpus);

/** How many cables a reader of it would see. */
export const countReadable = (folder: LibraryFolder): number => readCurrent(folder.index)?.cables ?? 0;

/** Opens a library; an absent one is an empty one. A missing or outdated index is built first, but where another process is at it. */
export async function openLibrary(folder: LibraryFolder, options: OpenLibraryOptions): Promise<Library> {
  const behind = hasCables(folder) && !indexIsCurrent(folder.corpus, folder.index);
  const growing = (behind || !hasCables(folder)) && (importRuns(folder.corpus) || indexIsBeingBuilt(folder.index));
  if (behind && !growing) {
    const { buildIndex } = await import('../corpus/index/build-index.ts');
    await buildIndex({ corpusDir: folder.corpus, indexDir: folder.index, ...(options.onIndexing && { onProgress: options.onIndexing }) });
  }
  const journal = openJournal({
    folder: folder.root,
    readOnly: options.readOnly || options.at !== undefined,
    ...(options.deviceName && { deviceName: options.deviceName }),
    ...(options.at && { at: options.at }),
    ...(options.now && { now: options.now, offset: () => 0 }),
  });
  const { personal } = journal;
  const corpus = new CorpusInThreads(
    openCorpus({
      corpusDir: folder.corpus,
      indexDir: folder.index,
      personalIds: ({ predicate, queue, value }) => personal.ids(predicate, queue, value),
      personalRevision: () => journal.revision,
    }),
  );
  return {
    folder,
    corpus,
    journal,
    growing,
    async close() {
      corpus.close();
      await journal.close();
    },
  };
}
