import { text as readAll } from 'node:stream/consumers';
import { quoteParagraph } from '../../../store/cable/body/quote-paragraph.ts';
import { parseCable } from '../../../store/cable/parse-cable.ts';
import { writeNote } from '../../../store/journal/decide/write-note.ts';
import type { Command } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { getVersions, paragraphAt, resolveReference } from '../../command-line/one-cable.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { printLine } from '../../command-line/print.ts';
import { reportAction } from './report-action.ts';

export const note: Command = {
  name: 'note',
  takes: 'REF[#12] [TEXT | -]',
  describe: 'write a note on a cable or a paragraph; without a text, print its notes',
  options: { 'dry-run': { type: 'boolean', describe: 'say what would change and change nothing' } },
  examples: [['cables note 09ARCADIA812#2 "ask M. about the 2004 survey"', 'on paragraph 2']],
  run: (given, around) => {
    const [reference, ...rest] = [...given.words, ...(given.after ?? [])];
    const writing = rest.length > 0;
    return withLibrary(given, around, writing && !given.options['dry-run'] ? 'write' : 'read', async (library) => {
      const { id, anchor } = await resolveReference(reference === undefined ? [] : [reference], library);
      const { versions } = await getVersions(id, library);
      const cable = parseCable(versions[0]!);
      const part = anchor === null ? null : paragraphAt(cable, anchor);
      if (anchor !== null && part === null) throw new Refusal(`${id} has no paragraph #${anchor}; nothing was changed.`, NOTHING_FOUND);
      const para = part?.ordinal ?? null;
      const { personal } = library.journal;
      const notes = personal.notes(id).filter((written) => anchor === null || written.para === para);
      if (!writing) {
        for (const { text, para: at } of notes) printLine(around, `${at === null ? '' : `¶${at}  `}${text}`);
        return notes.length === 0 ? NOTHING_FOUND : 0;
      }
      const text = (rest.length === 1 && rest[0] === '-' ? await readAll(around.stdin) : rest.join(' ')).trim();
      if (text === '') throw new Refusal('The note is empty; nothing was changed.');
      const earlier = notes.find((written) => written.para === para);
      const drafts = writeNote(personal, {
        cable: id,
        text,
        via: {},
        ...(earlier && { note: earlier.id }),
        ...(part && { para: part.ordinal, quote: quoteParagraph(cable, part.paragraph) }),
      });
      return reportAction(library, drafts, { done: `noted ${id}`, of: 1, dryRun: given.options['dry-run'] === true }, around);
    });
  },
};
