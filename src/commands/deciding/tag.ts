import { changeTags, previewRename, renameTag, tagsAfter } from '../../../store/journal/decide/change-tags.ts';
import type { Library } from '../../../store/library/open-library.ts';
import type { Command, Given, Surroundings } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { printLine } from '../../command-line/print.ts';
import { sayNoMatch } from '../../command-line/say-no-match.ts';
import { selectIds } from '../../command-line/select-cables.ts';
import { reportAction } from './report-action.ts';

export const tag: Command = {
  name: 'tag',
  takes: '+a -b -- QUERY...',
  describe: 'add and remove your own tags',
  options: {
    rename: { type: 'string', describe: 'rename this tag to the one that follows; where that is used, the two become one' },
    stdin: { type: 'boolean', describe: 'read ids from standard input instead of a query' },
    because: { type: 'string', describe: 'why, for the record' },
    'dry-run': { type: 'boolean', describe: 'say what would change and change nothing' },
  },
  examples: [
    ['cables tag +border -- from:cardena border*', 'as notmuch does it'],
    ['cables tag --rename watr water', 'shows first what it does: --dry-run'],
    ['cables list is:kept --ids | cables tag +report --stdin', 'a list of ids'],
  ],
  run: (given, around) =>
    withLibrary(given, around, given.options['dry-run'] ? 'read' : 'write', async (library) => {
      if (typeof given.options['rename'] === 'string') return rename(given.options['rename'], given, library, around);
      const { add, remove, query } = readChanges(given.words, given.after);
      const { ids, text } = await selectIds(given, query, library, around);
      if (ids.length === 0) {
        around.stderr.write(`Nothing was changed. ${await sayNoMatch(text ?? '', library)}`);
        return NOTHING_FOUND;
      }
      const drafts = changeTags(library.journal.personal, {
        cables: ids,
        add,
        remove,
        via: text === null ? {} : { query: text },
        ...(typeof given.options['because'] === 'string' && { because: given.options['because'] }),
      });
      return reportAction(
        library,
        drafts,
        { done: `tagged ${tagsAfter(add, remove)}`, of: ids.length, dryRun: given.options['dry-run'] === true },
        around,
      );
    }),
};

function rename(from: string, given: Given, library: Library, around: Surroundings): number {
  const { personal } = library.journal;
  const [to, ...more] = [...given.words, ...(given.after ?? [])];
  if (to === undefined || more.length > 0)
    throw new Refusal(`cables tag --rename ${from}: to which one name? Nothing was changed. Type: cables tag --rename ${from} NAME`);
  if (!personal.tags().some(({ tag }) => tag === from || tag.startsWith(`${from}/`)))
    throw new Refusal(`No cable has the tag ${from}; nothing was changed. Type: cables tags`, NOTHING_FOUND);
  const drafts = renameTag(personal, { from, to });
  const what = previewRename(personal, { from, to });
  if (given.options['dry-run'] === true) {
    printLine(around, `would rename ${from} to ${to}: ${what}`);
    return 0;
  }
  library.journal.record(drafts);
  const handle = drafts.length > 0 ? personal.undoList(1)[0]?.handle : undefined;
  printLine(around, `renamed ${from} to ${to}: ${what}${handle ? `   (take back: cables undo ${handle})` : ''}`);
  return 0;
}

/** `+a -b` come first; without a lone `--` the first word that is neither begins the query. */
function readChanges(words: readonly string[], after: readonly string[] | null) {
  const isChange = (word: string) => /^[+-]./.test(word);
  const end = after === null ? words.findIndex((word) => !isChange(word)) : words.length;
  const changes = words.slice(0, end === -1 ? words.length : end);
  const stray = changes.find((word) => !isChange(word));
  if (stray !== undefined)
    throw new Refusal(`cables tag: ${stray} is neither +tag nor -tag. Nothing was changed. Type: cables tag +${stray} -- QUERY`);
  if (changes.length === 0) throw new Refusal('cables tag: which tag? Nothing was changed. Type: cables tag +follow-up -- QUERY');
  return {
    add: changes.filter((word) => word.startsWith('+')).map((word) => word.slice(1)),
    remove: changes.filter((word) => word.startsWith('-')).map((word) => word.slice(1)),
    query: [...(end === -1 ? [] : words.slice(end)), ...(after ?? [])],
  };
}
