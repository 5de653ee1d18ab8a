import { deferCables, keepCables, resetCables, skipCables } from '../../../store/journal/decide/decide-verdict.ts';
import { markRead } from '../../../store/journal/decide/mark-read.ts';
import { readUntil } from '../../../store/journal/decide/read-until.ts';
import type { Command } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { MARKS, type Mark, markNamed } from '../../command-line/mark-named.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { sayNoMatch } from '../../command-line/say-no-match.ts';
import { selectIds } from '../../command-line/select-cables.ts';
import { reportAction } from './report-action.ts';

export const mark: Command = {
  name: 'mark',
  takes: `${MARKS.join('|')} -- QUERY...`,
  describe: 'decide about cables, or mark them read or unread',
  options: {
    until: { type: 'string', describe: 'with later: tomorrow, 3d, fri, "next month", 2027-01-15' },
    for: { type: 'string', describe: 'the saved search whose verdict this is' },
    because: { type: 'string', describe: 'why, for the record' },
    stdin: { type: 'boolean', describe: 'read ids from standard input instead of a query' },
    'dry-run': { type: 'boolean', describe: 'say what would change and change nothing' },
  },
  examples: [['cables mark later --until fri -- 09ARCADIA812', 'comes back on Friday']],
  run: (given, around) =>
    withLibrary(given, around, given.options['dry-run'] ? 'read' : 'write', async (library) => {
      const [word, ...rest] = given.words;
      const as = markNamed(word ?? '');
      if (as === null) throw new Refusal(`cables mark ${word ?? ''}: not a mark. Nothing was changed. One of: ${MARKS.join(', ')}`);
      const { personal } = library.journal;
      const { ids, text } = await selectIds(given, [...rest, ...(given.after ?? [])], library, around);
      if (ids.length === 0) {
        around.stderr.write(`Nothing was changed. ${await sayNoMatch(text ?? '', library)}`);
        return NOTHING_FOUND;
      }
      const verdict = {
        cables: ids,
        queue: questionNamed(given.options['for']),
        via: text === null ? {} : { query: text },
        ...(typeof given.options['because'] === 'string' && { because: given.options['because'] }),
      };
      const drafts = draft(as);
      return reportAction(library, drafts, { done: `marked ${as}`, of: ids.length, dryRun: given.options['dry-run'] === true }, around);

      function draft(as: Mark) {
        switch (as) {
          case 'kept':
            return keepCables(personal, verdict);
          case 'skipped':
            return skipCables(personal, verdict);
          case 'undecided':
            return resetCables(personal, verdict);
          case 'later':
            return deferCables(personal, { ...verdict, ...untilWhen(given.options['until']) });
          case 'read':
          case 'unread':
            return markRead(personal, { cables: ids, as, via: verdict.via });
        }
      }

      function untilWhen(words: unknown): { until?: string; words?: string } {
        if (typeof words !== 'string') return {};
        const until = readUntil(words, { now: around.now(), zone: around.zone });
        if (until === null)
          throw new Refusal(`--until ${words}: not a time. Nothing was changed. Type tomorrow, 3d, fri, "next month" or a date.`);
        return { until, words };
      }

      function questionNamed(name: unknown): string | null {
        if (typeof name !== 'string') return null;
        const search = personal.searches().find((saved) => saved.name === name);
        if (!search) throw new Refusal(`--for ${name}: no such saved search. Nothing was changed. Type: cables searches`);
        return search.id;
      }
    }),
};
