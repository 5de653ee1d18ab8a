import type { Command, Given, Surroundings } from '../../command-line/command.ts';
import { folderInUse, libraryFolderOf, withLibrary } from '../../command-line/open-for-command.ts';
import { printLine } from '../../command-line/print.ts';
import { planWords } from '../../command-line/select-cables.ts';
import { formatRow } from './format-row.ts';

export const open: Command = {
  name: 'open',
  takes: '[QUERY | REF]',
  describe: 'open the reader; without a terminal, print the newest 20 and a count',
  options: { at: { type: 'string', describe: 'the journal as it was at this time, read-only' } },
  examples: [
    ['cables open from:arcadia', 'the reader, narrowed'],
    ['cables 09ARCADIA812', 'one cable; the verb may be left out'],
  ],
  run: openReader,
};

/** Opens the reader on the own library, or on the sample where the own one is empty. */
export async function openReader(given: Given, around: Surroundings): Promise<number> {
  const sampleInstead = !given.options['sample'] && folderInUse(given, around).sample;
  // Both say themselves what they show.
  const chosen = sampleInstead ? { ...given, options: { ...given.options, sample: true } } : given;
  const words = [...given.words, ...(given.after ?? [])];
  const { canShowScreens } = await import('../../reader/terminal/can-show-screens.ts');
  if (!canShowScreens(around.env, around.stdin, around.stdout)) return printNewest(chosen, words, sampleInstead, around);
  return withLibrary(chosen, around, given.options['at'] === undefined ? 'write' : 'read', async (library) => {
    const { start } = await planStart(words, library, around);
    const { showReader } = await import('../../reader/show-reader.ts');
    const own = sampleInstead ? libraryFolderOf(given, around) : null;
    return showReader({ library, own, start, around, at: typeof given.options['at'] === 'string' ? given.options['at'] : null });
  });
}

async function planStart(words: readonly string[], library: Parameters<typeof planWords>[1], around: Surroundings) {
  const text = words.join(' ');
  if (text === '') return { start: {} };
  const [only, second] = await library.corpus.resolve(text.split('#')[0]!);
  if (only !== undefined && second === undefined) return { start: { ref: text.includes('#') ? `${only}#${text.split('#')[1]}` : only } };
  return { start: { query: planWords(words, library, around).text } };
}

const NEWEST = 20;

function printNewest(given: Given, words: readonly string[], sampleInstead: boolean, around: Surroundings): Promise<number> {
  return withLibrary(given, around, 'read', async (library) => {
    const { plan, text } = planWords(words, library, around);
    const { rows, total } = await library.corpus.list(plan, { from: 0, limit: NEWEST, sort: 'newest' });
    for (const row of rows) printLine(around, formatRow(row, null));
    const which = library.folder.sample ? 'SAMPLE cables' : 'cables';
    printLine(
      around,
      `${rows.length < total ? `the newest ${rows.length} of ` : ''}${total.toLocaleString('en')} ${which}${text === '' ? '' : ` for ${text}`}`,
    );
    if (sampleInstead) printLine(around, 'Your own library is empty: these are invented. Import real ones with: cables import PATH');
    return 0;
  });
}
