/* Reading is private: the reading files of whole months can be deleted, and every device that learns of it does the same. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal } from './journal.ts';
import { listJournalFiles } from './log/journal-folder.ts';
import { syncFolder } from './log/private-files.ts';

/**
 * Forgets the reading of all months before the month of `before`; decisions stay.
 * @param library the library's folder
 * @param before ISO date
 * @returns how many files were deleted, or null where the journal cannot be written now (then nothing is deleted)
 */
export async function forgetReading(journal: Journal, library: string, before: string): Promise<number | null> {
  const action = journal.record([{ type: 'reading.forgotten', data: { before } }]);
  await journal.flush();
  return action === null || journal.trouble !== null ? null : deleteForgotten(join(library, 'journal'), before.slice(0, 7));
}

/** Deletes the reading files of the months before this one (`2026-03`). Files that cannot be deleted stay, and are not read. */
export function deleteForgotten(journal: string, month: string): number {
  let deleted = 0;
  for (const file of listJournalFiles(journal)) {
    if (file.stream !== 'reading' || file.month >= month) continue;
    try {
      rmSync(file.path);
      deleted += 1;
    } catch {
      continue;
    }
    syncFolder(join(journal, file.device));
  }
  return deleted;
}
