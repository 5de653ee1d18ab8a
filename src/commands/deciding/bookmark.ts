import { quoteParagraph } from '../../../store/cable/body/quote-paragraph.ts';
import { parseCable } from '../../../store/cable/parse-cable.ts';
import { addBookmark, removeBookmark } from '../../../store/journal/decide/bookmark-paragraph.ts';
import type { Command } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { getVersions, paragraphAt, resolveReference } from '../../command-line/one-cable.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { reportAction } from './report-action.ts';

export const bookmark: Command = {
  name: 'bookmark',
  takes: 'REF[#12]',
  describe: 'bookmark a cable or a paragraph of it',
  options: {
    label: { type: 'string', describe: 'a few words to find it by' },
    remove: { type: 'boolean', describe: 'take the bookmark away' },
    'dry-run': { type: 'boolean', describe: 'say what would change and change nothing' },
  },
  examples: [['cables bookmark 09ARCADIA812#2 --label "the gauge quote"', 'paragraph 2']],
  run: (given, around) =>
    withLibrary(given, around, given.options['dry-run'] ? 'read' : 'write', async (library) => {
      const { id, anchor } = await resolveReference([...given.words, ...(given.after ?? [])], library);
      const { versions } = await getVersions(id, library);
      const cable = parseCable(versions[0]!);
      const part = anchor === null ? null : paragraphAt(cable, anchor);
      if (anchor !== null && part === null) throw new Refusal(`${id} has no paragraph #${anchor}; nothing was changed.`, NOTHING_FOUND);
      const para = part?.ordinal ?? null;
      const place = `${id}${para === null ? '' : `#${para}`}`;
      const { personal } = library.journal;
      const existing = personal.bookmarks(id).find((mark) => mark.para === para);
      if (given.options['remove'] && !existing) throw new Refusal(`${place} is not bookmarked; nothing was changed.`, NOTHING_FOUND);
      const drafts = given.options['remove']
        ? removeBookmark(personal, { bookmark: existing!.id })
        : addBookmark(personal, {
            cable: id,
            via: {},
            ...(part && { para: part.ordinal, quote: quoteParagraph(cable, part.paragraph) }),
            ...(typeof given.options['label'] === 'string' && { label: given.options['label'] }),
          });
      const done = `${given.options['remove'] ? 'bookmark removed from' : 'bookmarked'} ${place}`;
      return reportAction(library, drafts, { done, of: 1, dryRun: given.options['dry-run'] === true }, around);
    }),
};
