import { compareStates } from '../../../store/journal/compare-states.ts';
import { openJournal } from '../../../store/journal/open-journal.ts';
import type { Command } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { folderInUse, tellOfSample } from '../../command-line/open-for-command.ts';
import { printJson, printLine } from '../../command-line/print.ts';
import { readTime } from '../../command-line/read-time.ts';

export const diff: Command = {
  name: 'diff',
  takes: 'TIME [TIME]',
  describe: 'what changed in tags, verdicts, bookmarks and notes since a time, or between two',
  options: { json: { type: 'boolean', describe: 'one object a line' } },
  examples: [['cables diff yesterday', 'since the end of yesterday']],
  async run(given, around) {
    const [from, to] = given.words;
    if (from === undefined) throw new Refusal('cables diff: since when? Type: cables diff yesterday, or cables diff 2026-03-01 2026-04-01');
    const chosen = folderInUse(given, around);
    tellOfSample(chosen, given, around);
    const folder = chosen.root;
    const before = openJournal({ folder, readOnly: true, at: readTime(from, 'end', around) });
    const after = openJournal({ folder, readOnly: true, ...(to !== undefined && { at: readTime(to, 'end', around) }) });
    try {
      const changes = compareStates(before.personal, after.personal);
      for (const change of changes) {
        if (given.options['json']) printJson(around, change);
        else
          printLine(
            around,
            `${change.cable.padEnd(17)}  ${change.kind.padEnd(8)}  ${change.before ?? '(none)'} -> ${change.after ?? '(none)'}`,
          );
      }
      return changes.length === 0 ? NOTHING_FOUND : 0;
    } finally {
      await Promise.all([before.close(), after.close()]);
    }
  },
};
