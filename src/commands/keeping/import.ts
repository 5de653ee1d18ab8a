import { parseCable } from '../../../store/cable/parse-cable.ts';
import { parsedView } from '../../../store/cable/parsed-view.ts';
import { type ImportSummary, readCables } from '../../../store/corpus/import/import-paths.ts';
import { importAndIndex } from '../../../store/corpus/import-and-index.ts';
import type { Command, Given, Surroundings } from '../../command-line/command.ts';
import { Refusal, WRONG_USAGE } from '../../command-line/exit.ts';
import { libraryFolderOf } from '../../command-line/open-for-command.ts';
import { printJson, printLine } from '../../command-line/print.ts';
import { showProgress } from '../../command-line/show-progress.ts';

export const importCables: Command = {
  name: 'import',
  takes: 'PATH...',
  describe: 'read cables into the library; running it again changes nothing',
  options: {
    'dry-run': { type: 'boolean', describe: 'read and report, write nothing' },
    json: { type: 'boolean', describe: 'with --dry-run: what would be understood, one object a cable' },
  },
  examples: [
    ['cables import mirror/', 'page files and whole mirror trees of every edition'],
    ['cables import cables.csv.gz', 'the csv distribution; .gz and .zst are read as they are'],
    ['xz -dc cables.csv.xz | cables import -', 'standard input'],
  ],
  run(given, around) {
    const paths = [...given.words, ...(given.after ?? [])];
    if (paths.length === 0)
      throw new Refusal(
        'Import what? Nothing was changed. Type: cables import PATH... (page files or trees, saved page text, cables.csv, JSON lines, - for standard input)',
      );
    return given.options['dry-run'] ? report(paths, given, around) : importInto(paths, given, around);
  },
};

async function report(paths: readonly string[], given: Given, around: Surroundings): Promise<number> {
  const problems = new Map<string, number>();
  const refused: { path: string; reason: string }[] = [];
  let cables = 0;
  for await (const item of readCables({ paths, stdin: around.stdin })) {
    if ('refused' in item) {
      refused.push(item.refused);
      continue;
    }
    cables++;
    const cable = parseCable(item.found);
    for (const { code } of cable.problems) problems.set(code, (problems.get(code) ?? 0) + 1);
    if (given.options['json']) printJson(around, parsedView(cable));
  }
  if (!given.options['json']) printLine(around, `${cables.toLocaleString('en')} cables would be read; nothing was written`);
  printProblems(problems, around);
  printRefused(refused, around);
  return refused.length > 0 ? WRONG_USAGE : 0;
}

async function importInto(paths: readonly string[], given: Given, around: Surroundings): Promise<number> {
  const folder = libraryFolderOf(given, around);
  if (folder.sample)
    throw new Refusal('The sample library holds the sample cables alone; nothing was changed. Leave --sample out to import into your own.');
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  const progress = showProgress(around);
  try {
    const summary = await importAndIndex({
      paths,
      stdin: around.stdin,
      corpusDir: folder.corpus,
      indexDir: folder.index,
      now: around.now(),
      signal: stop.signal,
      onProgress: ({ cables, bytes, of }) =>
        progress.show(
          `importing ${cables.toLocaleString('en')} cables, MB`,
          Math.round(bytes / 1e6),
          of === null ? null : Math.round(of / 1e6),
        ),
      onIndexing: ({ done, of }) => progress.show('indexing', done, of),
    });
    progress.done();
    printSummary(summary, stop.signal.aborted, around);
    return summary.refusedCount > 0 || stop.signal.aborted ? WRONG_USAGE : 0;
  } finally {
    progress.done();
    process.removeListener('SIGINT', onInterrupt);
  }
}

function printSummary(summary: ImportSummary, stopped: boolean, around: Surroundings): void {
  const figure = (count: number, what: string) => `${count.toLocaleString('en')} ${what}`;
  const parts = [figure(summary.new, 'new'), figure(summary.unchanged, 'unchanged'), figure(summary.versions, 'new versions')];
  if (summary.sameText > 0) parts.push(figure(summary.sameText, 'already here from another source'));
  if (summary.listPages > 0) parts.push(figure(summary.listPages, 'list pages skipped'));
  if (summary.refusedCount > 0) parts.push(figure(summary.refusedCount, 'refused'));
  printLine(around, parts.join(', '));
  printProblems(summary.problems, around);
  printRefused(summary.refused, around);
  if (summary.refusedCount > summary.refused.length)
    around.stderr.write(`and ${(summary.refusedCount - summary.refused.length).toLocaleString('en')} more refused\n`);
  if (stopped) around.stderr.write('Stopped. What was read is safe; the same command goes on from there.\n');
}

function printProblems(problems: ReadonlyMap<string, number>, around: Surroundings): void {
  for (const [code, times] of [...problems].sort((a, b) => b[1] - a[1])) around.stderr.write(`${String(times).padStart(7)}  ${code}\n`);
}

function printRefused(refused: readonly { readonly path: string; readonly reason: string }[], around: Surroundings): void {
  for (const { path, reason } of refused) printLine({ stdout: around.stderr as NodeJS.WriteStream }, `refused ${path}: ${reason}`);
}
