import type { FacetName, FacetValue } from '../../../store/corpus/corpus.ts';
import type { PersonalCounts } from '../../../store/journal/personal.ts';
import type { Library } from '../../../store/library/open-library.ts';
import type { Plan } from '../../../store/query/plan.ts';
import type { Command } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { page } from '../../command-line/page.ts';
import { printJson } from '../../command-line/print.ts';
import { sayNoMatch } from '../../command-line/say-no-match.ts';
import { planWords } from '../../command-line/select-cables.ts';
import { drawTimeline, drawValue, layoutValues } from '../../text/draw-bars.ts';
import { lineText } from '../../text/fit-line.ts';
import { chooseGlyphs, type Glyphs, glyphs } from '../../text/glyphs.ts';
import { groupDigits } from '../../text/group-digits.ts';
import { makeVisible } from '../../text/visible.ts';

const SECTIONS: readonly (readonly [title: string, by: FacetName, many: string])[] = [
  ['By year', 'year', 'years'],
  ['By origin', 'origin', 'posts'],
  ['By country', 'country', 'countries'],
  ['By tag', 'tag', 'TAGS'],
  ['By classification', 'class', 'classifications'],
];
const TOP = 10;
/** Terminals are rarely narrower, and a pipe has no width. */
const NARROWEST = 60;

export const stats: Command = {
  name: 'stats',
  takes: '[QUERY]',
  describe: 'how the cables lie in time, by origin, country, tag and classification, with bars; what you did',
  options: {
    top: { type: 'number', describe: `values of each kind, ${TOP} where none is given; 0: all` },
    json: { type: 'boolean', describe: 'one object a line: {by, value, meaning, count}' },
    at: { type: 'string', describe: 'the journal as it was at this time' },
  },
  examples: [
    ['cables stats', 'of the whole library'],
    ['cables stats tag:SENV date:2009.. --top 20', 'of what a filter finds'],
  ],
  run: (given, around) =>
    withLibrary(given, around, 'read', async (library) => {
      const { plan, understood, text } = planWords([...given.words, ...(given.after ?? [])], library, around);
      const top = readTop(given.options['top']);
      const total = await library.corpus.count(plan);
      const counted = await countSections(library, plan);
      if (given.options['json']) {
        printJson(around, { by: null, value: null, meaning: null, count: total });
        for (const { by, values } of counted) for (const value of values.slice(0, top)) printJson(around, { by, ...value });
        return total === 0 ? NOTHING_FOUND : 0;
      }
      if (text !== '') around.stderr.write(`searching: ${makeVisible(understood)}\n`);
      if (total === 0) {
        around.stderr.write(await sayNoMatch(text, library));
        return NOTHING_FOUND;
      }
      const columns = Math.max(NARROWEST, around.stdout.columns ?? 80);
      const signs = glyphs(chooseGlyphs(around.env));
      const months = await library.corpus.facets(plan, 'month');
      const lines = [
        `${groupDigits(total)} cables   ${lineText(drawTimeline(months, columns - 30, signs))}`,
        ...counted.flatMap((section) => drawSection(section, top, columns, signs)),
        ...(text === '' ? describeReading(library.journal.personal.counts()) : []),
      ];
      await page(`${lines.join('\n')}\n`, around);
      return 0;
    }),
};

interface Section {
  readonly title: string;
  readonly by: FacetName;
  readonly many: string;
  readonly values: readonly FacetValue[];
}

async function countSections({ corpus }: Library, plan: Plan): Promise<Section[]> {
  const sections: Section[] = [];
  for (const [title, by, many] of SECTIONS) sections.push({ title, by, many, values: await corpus.facets(plan, by) });
  return sections;
}

/** Years and classifications in their order, all of them; of the rest those with most cables. */
function drawSection({ title, by, many, values }: Section, top: number, columns: number, signs: Glyphs): string[] {
  if (values.length === 0) return [];
  const shown = by === 'year' || by === 'class' ? values : values.slice(0, top);
  const layout = layoutValues(shown, columns - 2);
  const most = Math.max(...shown.map(({ count }) => count));
  const left = shown.length < values.length ? `, ${shown.length} of ${groupDigits(values.length)} ${many}` : '';
  return ['', `${title}${left}`, ...shown.map((value) => `  ${lineText(drawValue(value, most, layout, signs)).trimEnd()}`)];
}

function describeReading(counts: PersonalCounts): string[] {
  const { read, kept, skipped, later, bookmarks, tags, notes, readingMs, readingDays } = counts;
  const done = [
    [read, 'read'],
    [kept, 'kept'],
    [skipped, 'skipped'],
    [later, 'later'],
    [bookmarks, 'bookmarks'],
    [tags, 'tags'],
    [notes, 'notes'],
  ] as const;
  const what = done
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${groupDigits(count)} ${count === 1 ? name.replace(/s$/, '') : name}`);
  const hours = readingMs >= 3_600_000 ? `${Math.round(readingMs / 3_600_000)} h` : `${Math.round(readingMs / 60_000)} min`;
  const time = readingDays > 0 ? `; ${hours} on ${readingDays} ${readingDays === 1 ? 'day' : 'days'}` : '';
  return ['', 'Your reading', `  ${what.length === 0 ? 'nothing yet' : `${what.join(', ')}${time}`}`];
}

function readTop(value: unknown): number {
  if (value === undefined) return TOP;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new Refusal(`--top ${String(value)}: a number of values, or 0 for all`);
  return value === 0 ? Number.POSITIVE_INFINITY : value;
}
