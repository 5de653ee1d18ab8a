import { rmSync } from 'node:fs';
import { buildIndex } from '../../../store/corpus/index/build-index.ts';
import { indexIsCurrent } from '../../../store/corpus/open-corpus.ts';
import { checkShards } from '../../../store/corpus/shards/check-shards.ts';
import { checkPermissions } from '../../../store/disk/check-permissions.ts';
import type { Journal } from '../../../store/journal/journal.ts';
import { plural } from '../../../store/journal/log/findings.ts';
import { openJournal } from '../../../store/journal/open-journal.ts';
import { soundJournal, verifyJournal } from '../../../store/journal/verify-journal.ts';
import { hasCables } from '../../../store/library/open-library.ts';
import type { Command } from '../../command-line/command.ts';
import { DAMAGED_STORE, WRONG_USAGE } from '../../command-line/exit.ts';
import { libraryFolderOf } from '../../command-line/open-for-command.ts';
import { printLine } from '../../command-line/print.ts';
import { showProgress } from '../../command-line/show-progress.ts';
import { describeProblem } from '../../config/load-config.ts';

export const doctor: Command = {
  name: 'doctor',
  takes: '',
  describe: 'check shards, index, journal, clocks and permissions; say what is damaged, what is safe, what to type',
  options: { rebuild: { type: 'boolean', describe: 'build the index and the snapshot again' } },
  async run(given, around) {
    const folder = libraryFolderOf(given, around);
    const progress = showProgress(around);
    const findings: string[] = [];
    printLine(around, `library  ${folder.root}`);

    if (hasCables(folder)) {
      const shards = await checkShards(folder.corpus, (done, of) => progress.show('checking shards', done, of));
      progress.done();
      report('shards', `${plural(shards.shards, 'shard')}, ${plural(shards.cables, 'line')}, all sums right`, shards.findings);
      if (given.options['rebuild']) {
        rmSync(folder.index, { recursive: true, force: true });
        await buildIndex({
          corpusDir: folder.corpus,
          indexDir: folder.index,
          onProgress: ({ done, of }) => progress.show('indexing', done, of),
        });
        progress.done();
        report('index', 'built again', []);
      } else {
        report(
          'index',
          'current',
          indexIsCurrent(folder.corpus, folder.index)
            ? []
            : [
                'The index is missing or older than the shards. The cables are safe. It is built at the next start, or type: cables doctor --rebuild',
              ],
        );
      }
    } else report('shards', 'no cables yet: cables import PATH', []);

    if (given.options['rebuild']) rmSync(`${folder.root}/snapshot.json`, { force: true });
    const verdict = verifyJournal(folder.journal);
    report('journal', soundJournal(verdict), verdict.findings);
    const journal = openJournal({ folder: folder.root, readOnly: true });
    report(
      'clocks',
      journal.device ? `right; this device is ${nameDevice(journal)}` : 'nothing was written from this device yet',
      journal.findings.filter((finding) => !verdict.findings.includes(finding)),
    );
    await journal.close();
    report('access', 'private: folders 0700, files 0600', checkPermissions(folder.root));
    const { found, file, problems } = around.loaded;
    printLine(around, `config   ${found ? file : 'none: everything is as the program has it'}`);
    for (const problem of problems) printLine(around, `         ${describeProblem(problem)}`);
    return findings.length > 0 ? DAMAGED_STORE : problems.length > 0 ? WRONG_USAGE : 0;

    function report(part: string, sound: string, found: readonly string[]): void {
      printLine(around, `${part.padEnd(8)} ${found.length === 0 ? sound : `${found.length} finding${found.length === 1 ? '' : 's'}`}`);
      for (const finding of found) printLine(around, `         ${finding}`);
      findings.push(...found);
    }
  },
};

/** `laptop (7f3a91c2)` */
function nameDevice({ device, personal }: Journal): string {
  const name = personal.deviceName(device);
  return name === device ? device : `${name} (${device})`;
}
