import type { Options } from 'yargs';
import type { HistoryFilter, HistoryLine, Personal } from '../../../store/journal/personal.ts';
import { LONGEST_VERB } from '../../../store/journal/projections/words.ts';
import type { Command, Given, Surroundings } from '../../command-line/command.ts';
import { NOTHING_FOUND, Refusal } from '../../command-line/exit.ts';
import { resolveReference } from '../../command-line/one-cable.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { page } from '../../command-line/page.ts';
import { printJson } from '../../command-line/print.ts';
import { readTime } from '../../command-line/read-time.ts';
import { makeVisible } from '../../text/visible.ts';

const filters: Record<string, Options> = {
  since: { type: 'string', describe: 'from this time on: 2026-03-01, 7d, yesterday' },
  until: { type: 'string', describe: 'up to this time' },
  cable: { type: 'string', describe: 'only about this cable' },
  limit: { type: 'number', describe: 'at most so many' },
  json: { type: 'boolean', describe: 'one object a line' },
  at: { type: 'string', describe: 'the journal as it was at this time' },
};

export const log: Command = {
  name: 'log',
  takes: '[REF]',
  describe: 'what was done, newest first: every event, and what takes it back: cables undo HANDLE',
  options: {
    ...filters,
    type: { type: 'string', describe: 'only events of this type: tag.added' },
    device: { type: 'string', describe: 'only from this device, by name or id' },
  },
  run: (given, around) => printHistory(given, around, {}),
};

export const history: Command = {
  name: 'history',
  takes: '[REF]',
  describe: 'what was read, newest first',
  options: filters,
  run: (given, around) => printHistory(given, around, { stream: 'reading' }),
};

function printHistory(given: Given, around: Surroundings, filter: HistoryFilter): Promise<number> {
  return withLibrary(given, around, 'read', async (library) => {
    const { options } = given;
    const reference = referenceOf(given);
    const cable = reference && (await resolveReference(reference, library)).id;
    const since = typeof options['since'] === 'string' ? readTime(options['since'], 'start', around) : undefined;
    const until = typeof options['until'] === 'string' ? readTime(options['until'], 'end', around) : undefined;
    const lines = library.journal.personal.history({
      ...filter,
      ...(since !== undefined && { since }),
      ...(until !== undefined && { until }),
      ...(cable !== undefined && { cable }),
      ...(typeof options['type'] === 'string' && { type: options['type'] }),
      ...(typeof options['device'] === 'string' && { device: options['device'] }),
      ...(typeof options['limit'] === 'number' && { limit: options['limit'] }),
    });
    const handles = filter.stream === 'reading' ? null : lines.map((line) => handleOf(line, library.journal.personal));
    return write(lines, handles, given, around);
  });
}

/** The cable it is about, named behind the verb as with other verbs, or with `--cable`. */
function referenceOf({ options, words, after }: Given): readonly string[] | undefined {
  const named = [...words, ...(after ?? [])];
  const { cable } = options;
  if (typeof cable !== 'string') return named.length > 0 ? named : undefined;
  if (named.length > 0) throw new Refusal(`${named.join(' ')} and --cable ${cable}: of which cable? Type one of them.`);
  return [cable];
}

/** What `cables undo` takes it back by, or `cables redo` brings it again; null for what is no decision. */
function handleOf({ action, type, undoable, undone }: HistoryLine, personal: Personal): string | null {
  return undoable || (undone && type !== 'action.undone') ? personal.undoHandle(action) : null;
}

/** @param handles one a line, null for a history that has none */
async function write(
  lines: readonly HistoryLine[],
  handles: readonly (string | null)[] | null,
  given: Given,
  around: Surroundings,
): Promise<number> {
  if (lines.length === 0) {
    around.stderr.write('Nothing here yet.\n');
    return NOTHING_FOUND;
  }
  if (given.options['json']) {
    for (const [i, line] of lines.entries()) printJson(around, handles ? { ...line, handle: handles[i] } : line);
    return 0;
  }
  const longest = Math.max(0, ...(handles ?? []).map((handle) => handle?.length ?? 0));
  const text = lines.map((line, i) => makeVisible(formatHistoryLine(line, handles && (handles[i] ?? '').padEnd(longest))));
  await page(`${text.join('\n')}\n`, around);
  return 0;
}

/** `2026-03-14 21:07  3f2a  tagged     09ARCADIA812       +follow-up  from border, hit in ¶2`. */
function formatHistoryLine(line: HistoryLine, handle: string | null): string {
  const what =
    line.cables.length === 1 ? line.cables[0]! : line.cables.length === 0 ? '' : `${line.cables.length.toLocaleString('en')} cables`;
  const parts = [line.detail, describeVia(line), line.because ? `because: ${line.because}` : '', line.undone ? '(taken back)' : ''];
  const columns = [
    line.at.slice(0, 16).replace('T', ' '),
    ...(handle === null ? [] : [handle]),
    `${line.verb.padEnd(LONGEST_VERB)} ${what.padEnd(17)}`,
    parts.filter(Boolean).join('  '),
  ];
  return columns.join('  ').trimEnd();
}

function describeVia({ via }: HistoryLine): string {
  const parts = [via.query ? `from "${via.query}"` : '', via.from ? `from ${via.from}` : '', via.hit ? `hit in ¶${via.hit}` : ''];
  return parts.filter(Boolean).join(', ');
}
