import type { Options } from 'yargs';
import type { HistoryFilter, HistoryLine } from '../../../store/journal/personal.ts';
import type { Command, Given, Surroundings } from '../../command-line/command.ts';
import { NOTHING_FOUND } from '../../command-line/exit.ts';
import { resolveReference } from '../../command-line/one-cable.ts';
import { withLibrary } from '../../command-line/open-for-command.ts';
import { page } from '../../command-line/page.ts';
import { readTime } from '../../command-line/read-time.ts';
import { escapeForJson, makeVisible } from '../../text/visible.ts';

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
  takes: '',
  describe: 'what was done, newest first: every event, with the handle that undoes it',
  options: {
    ...filters,
    type: { type: 'string', describe: 'only events of this type: tag.added' },
    device: { type: 'string', describe: 'only from this device, by name or id' },
  },
  run: (given, around) => printHistory(given, around, {}),
};

export const history: Command = {
  name: 'history',
  takes: '',
  describe: 'what was read, newest first',
  options: filters,
  run: (given, around) => printHistory(given, around, { stream: 'reading' }),
};

function printHistory(given: Given, around: Surroundings, filter: HistoryFilter): Promise<number> {
  return withLibrary(given, around, 'read', async (library) => {
    const { options } = given;
    const cable = typeof options['cable'] === 'string' ? (await resolveReference([options['cable']], library)).id : undefined;
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
    return write(lines, given, around, 'Nothing here yet.');
  });
}

async function write(lines: readonly HistoryLine[], given: Given, around: Surroundings, none: string): Promise<number> {
  if (lines.length === 0) {
    around.stderr.write(`${none}\n`);
    return NOTHING_FOUND;
  }
  const json = given.options['json'] === true;
  const text = lines.map((line) => (json ? escapeForJson(JSON.stringify(line)) : makeVisible(formatHistoryLine(line)))).join('\n');
  if (json) around.stdout.write(`${text}\n`);
  else await page(`${text}\n`, around);
  return 0;
}

/** `2026-03-14 21:07  tagged    09ARCADIA812  +follow-up  from border, hit in ¶2`. */
function formatHistoryLine(line: HistoryLine): string {
  const what =
    line.cables.length === 1 ? line.cables[0]! : line.cables.length === 0 ? '' : `${line.cables.length.toLocaleString('en')} cables`;
  const parts = [line.detail, describeVia(line), line.because ? `because: ${line.because}` : '', line.undone ? '(taken back)' : ''];
  return `${line.at.slice(0, 16).replace('T', ' ')}  ${line.verb.padEnd(10)} ${what.padEnd(17)}  ${parts.filter(Boolean).join('  ')}`.trimEnd();
}

function describeVia({ via }: HistoryLine): string {
  const parts = [via.query ? `from "${via.query}"` : '', via.from ? `from ${via.from}` : '', via.hit ? `hit in ¶${via.hit}` : ''];
  return parts.filter(Boolean).join(', ');
}
