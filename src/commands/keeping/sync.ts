import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { plural } from '../../../store/journal/log/findings.ts';
import { openJournal } from '../../../store/journal/open-journal.ts';
import { type SyncReport, syncFolders } from '../../../store/journal/sync/sync-folders.ts';
import { SyncError, syncHost } from '../../../store/journal/sync/sync-host.ts';
import { openSyncSide } from '../../../store/journal/sync/sync-side.ts';
import { changeSettings } from '../../../store/library/library-settings.ts';
import type { Command } from '../../command-line/command.ts';
import { Refusal } from '../../command-line/exit.ts';
import { libraryFolderOf } from '../../command-line/open-for-command.ts';
import { printLine } from '../../command-line/print.ts';

export const sync: Command = {
  name: 'sync',
  takes: 'DIR | HOST:[DIR]',
  describe: 'unite the journal with another one: a folder, or a machine over ssh',
  options: {},
  examples: [
    ['cables sync /media/stick/cables', 'through a folder'],
    ['cables sync server:', 'the library of another machine; rsync is needed on both'],
  ],
  async run(given, around) {
    const [other] = given.words;
    if (other === undefined) throw new Refusal('cables sync: with what? Nothing was changed. Type: cables sync DIR, or cables sync HOST:');
    const { root } = libraryFolderOf(given, around);
    const before = countEvents(root);
    const here = openSyncSide(root);
    let report: SyncReport;
    if (/^[^/]+:/.test(other)) {
      try {
        report = syncHost(here, other);
      } catch (error) {
        throw error instanceof SyncError ? new Refusal(error.message) : error;
      }
    } else {
      const folder = resolve(other);
      if (!existsSync(folder)) mkdirSync(join(folder, 'journal'), { recursive: true, mode: 0o700 });
      report = syncFolders(here, openSyncSide(folder));
    }
    const received = countEvents(root) - before;
    changeSettings(root, (settings) => {
      settings.lastSync = { at: around.now().toISOString(), with: other, received };
    });
    printLine(around, `${plural(received, 'event')} came from ${other}; ${plural(report.sent.length, 'file')} went there`);
    for (const name of report.diverged) printLine(around, `${name}: had grown differently on both sides (a copied home?); both are kept`);
    for (const name of report.busy) printLine(around, `${name}: a running reader holds it; the next sync brings it`);
    return 0;
  },
};

function countEvents(folder: string): number {
  const journal = openJournal({ folder, readOnly: true });
  try {
    return journal.personal.history({}).length;
  } finally {
    void journal.close();
  }
}
