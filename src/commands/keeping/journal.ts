import { forgetReading } from '../../../store/journal/forget-reading.ts';
import { plural } from '../../../store/journal/log/findings.ts';
import { openJournal } from '../../../store/journal/open-journal.ts';
import { soundJournal, verifyJournal } from '../../../store/journal/verify-journal.ts';
import type { Command, Given, Surroundings } from '../../command-line/command.ts';
import { DAMAGED_STORE, Refusal, WRONG_USAGE } from '../../command-line/exit.ts';
import { libraryFolderOf } from '../../command-line/open-for-command.ts';
import { printLine } from '../../command-line/print.ts';

export const journal: Command = {
  name: 'journal',
  takes: 'verify | forget --before DATE',
  describe: 'check every line of the journal; forget what was read before a month',
  options: { before: { type: 'string', describe: 'with forget: a date; whole months before it go, decisions stay' } },
  examples: [['cables journal forget --before 2026-01-01', 'what was opened and read before that year']],
  async run(given, around) {
    const [what] = given.words;
    if (what === 'verify') return verify(given, around);
    if (what === 'forget') return forget(given, around);
    throw new Refusal(
      `cables journal ${what ?? ''}: not known. Nothing was changed. Type: cables journal verify, or cables journal forget --before DATE`,
    );
  },
};

function verify(given: Given, around: Surroundings): number {
  const verdict = verifyJournal(libraryFolderOf(given, around).journal);
  const { findings } = verdict;
  for (const finding of findings) printLine(around, finding);
  printLine(
    around,
    findings.length === 0 ? soundJournal(verdict) : `${plural(verdict.events, 'event')} read, ${plural(findings.length, 'finding')}`,
  );
  return findings.length === 0 ? 0 : DAMAGED_STORE;
}

async function forget(given: Given, around: Surroundings): Promise<number> {
  const { before } = given.options;
  if (typeof before !== 'string' || !/^\d{4}-\d\d(-\d\d)?$/.test(before)) {
    throw new Refusal('cables journal forget: before when? Nothing was deleted. Type: cables journal forget --before 2026-01-01');
  }
  const { root } = libraryFolderOf(given, around);
  const opened = openJournal({ folder: root, readOnly: false });
  try {
    const deleted = await forgetReading(opened, root, before.length === 7 ? `${before}-01` : before);
    if (deleted === null) {
      around.stderr.write(`${opened.trouble?.message ?? 'The journal cannot be written now.'} Nothing was deleted.\n`);
      return WRONG_USAGE;
    }
    printLine(
      around,
      `${plural(deleted, 'reading file')} of months before ${before.slice(0, 7)} deleted; decisions stay. Other devices do the same when they sync.`,
    );
    return 0;
  } finally {
    await opened.close();
  }
}
