import type { FacetName } from '../../../store/corpus/corpus.ts';
import type { Command } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { printJson, printLine } from '../../command-line/print.ts';
import { sayNoMatch } from '../../command-line/say-no-match.ts';
import { planWords } from '../../command-line/select-cables.ts';

const BY: readonly FacetName[] = ['origin', 'country', 'tag', 'class', 'year', 'month'];

export const count: Command = {
  name: 'count',
  takes: '[QUERY]',
  describe: 'count cables: one number, or with --by one line a value',
  options: {
    by: { type: 'string', describe: `${BY.join(', ')}, or mine for your own tags` },
    json: { type: 'boolean', describe: 'one object a line' },
    at: { type: 'string', describe: 'the journal as it was at this time' },
  },
  examples: [['cables count tag:SENV --by year', 'how many a year']],
  run: (given, around) =>
    withLibrary(given, around, 'read', async (library) => {
      const { plan, text } = planWords([...given.words, ...(given.after ?? [])], library, around);
      const { by } = given.options;
      if (by === undefined) {
        const cables = await library.corpus.count(plan);
        if (given.options['json']) printJson(around, { count: cables });
        else printLine(around, String(cables));
        if (cables > 0) return 0;
        around.stderr.write(await sayNoMatch(text, library));
        return NOTHING_FOUND;
      }
      const values = by === 'mine' ? await countOwnTags() : await library.corpus.facets(plan, readFacet(by));
      for (const { value, meaning, count: cables } of values) {
        if (given.options['json']) printJson(around, { value, meaning, count: cables });
        else printLine(around, `${String(cables).padStart(7)}  ${value}${meaning && meaning !== value ? `  ${meaning}` : ''}`);
      }
      if (values.length > 0) return 0;
      if ((await library.corpus.count(plan)) === 0) around.stderr.write(await sayNoMatch(text, library));
      return NOTHING_FOUND;

      async function countOwnTags() {
        const matching = new Set(await library.corpus.ids(plan));
        return library.journal.personal
          .tags()
          .map(({ tag }) => {
            const tagged = library.journal.personal.ids('mine', null, tag);
            return { value: tag, meaning: null, count: [...tagged].filter((id) => matching.has(id)).length };
          })
          .filter((tag) => tag.count > 0);
      }
    }),
};

function readFacet(by: unknown): FacetName {
  const facet = BY.find((name) => name === by);
  if (facet === undefined) throw new Refusal(`--by ${String(by)}: unknown. One of: ${BY.join(', ')}, mine`);
  return facet;
}
