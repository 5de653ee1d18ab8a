import { type Explanation, explainCable } from '../../../store/journal/explain-cable.ts';
import type { Command } from '../../command-line/command.ts';
import { NOTHING_FOUND } from '../../command-line/exit.ts';
import { resolveReference } from '../../command-line/one-cable.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { printJson, printLine } from '../../command-line/print.ts';

export const why: Command = {
  name: 'why',
  takes: 'REF',
  describe: 'how a cable came by its tags, verdicts, bookmarks and notes',
  options: {
    json: { type: 'boolean', describe: 'one object a line' },
    at: { type: 'string', describe: 'the journal as it was at this time' },
  },
  run: (given, around) =>
    withLibrary(given, around, 'read', async (library) => {
      const { id } = await resolveReference([...given.words, ...(given.after ?? [])], library);
      const explanations = explainCable(library.journal, id);
      for (const explanation of explanations) {
        if (given.options['json']) printJson(around, explanation);
        else printLine(around, explain(explanation));
      }
      if (explanations.length === 0) around.stderr.write(`Nothing was decided about ${id} yet.\n`);
      return explanations.length === 0 ? NOTHING_FOUND : 0;
    }),
};

/** `#border  2026-03-14 21:07 on 7f3a91c2, from border, one of 212, because: ...   (take back: cables undo 3f2a)`. */
function explain({ what, at, device, how, batch, because, handle }: Explanation): string {
  const parts = [
    `${at.slice(0, 16).replace('T', ' ')} on ${device}`,
    how,
    batch > 1 ? `one of ${batch.toLocaleString('en')}` : '',
    because ? `because: ${because}` : '',
  ];
  return `${what}   ${parts.filter(Boolean).join(', ')}   (take back: cables undo ${handle})`;
}
