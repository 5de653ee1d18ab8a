import { parseCable } from '../../../store/cable/parse-cable.ts';
import { parsedView } from '../../../store/cable/parsed-view.ts';
import type { Command } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { getVersions, paragraphAt, resolveReference } from '../../command-line/one-cable.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { page } from '../../command-line/page.ts';
import { printJson } from '../../command-line/print.ts';
import { makeVisible } from '../../text/visible.ts';
import { formatCable } from './format-cable.ts';

export const show: Command = {
  name: 'show',
  takes: 'REF[#12]',
  describe: 'print a cable, or one paragraph of it',
  options: {
    json: { type: 'boolean', describe: 'everything that was understood, as one object' },
    raw: { type: 'boolean', describe: 'the text as received' },
    header: { type: 'boolean', describe: 'the transmission header as received' },
    version: { type: 'number', describe: 'another text of the same cable: 2 is the next best' },
    at: { type: 'string', describe: 'the journal as it was at this time' },
  },
  examples: [
    ['cables show 09ARCADIA812', 'the whole cable'],
    ['cables show "09 arcadia 812#par12"', "the paragraph at the source site's anchor"],
  ],
  run: (given, around) =>
    withLibrary(given, around, 'read', async (library) => {
      const { id, anchor } = await resolveReference([...given.words, ...(given.after ?? [])], library);
      const { versions } = await getVersions(id, library);
      const wanted = typeof given.options['version'] === 'number' ? given.options['version'] : 1;
      const found = versions[wanted - 1];
      if (!found)
        throw new Refusal(
          `${id} has ${versions.length} version${versions.length === 1 ? '' : 's'} here, no version ${wanted}.`,
          NOTHING_FOUND,
        );
      const cable = parseCable(found);
      if (given.options['json']) {
        printJson(around, parsedView(cable));
        return 0;
      }
      if (given.options['header']) {
        await page(`${makeVisible(cable.headerText)}\n`, around);
        return 0;
      }
      const part = anchor === null ? null : paragraphAt(cable, anchor);
      if (anchor !== null && part === null)
        throw new Refusal(`${id} has ${cable.paragraphs.length} paragraphs, none named #${anchor}.`, NOTHING_FOUND);
      if (given.options['raw']) {
        const text = part ? cable.body.slice(part.paragraph.start, part.paragraph.end) : cable.body;
        await page(`${makeVisible(text)}\n`, around);
        return 0;
      }
      const width = Math.min(84, around.stdout.isTTY ? (around.stdout.columns ?? 80) : 84);
      const mark = library.journal.personal.mark(id, null);
      await page(formatCable(cable, { width, versions: versions.length, tags: mark.tags, only: part?.ordinal ?? null }), around);
      return 0;
    }),
};
