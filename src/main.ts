/* Arguments -> command. The reader is imported only by the command that shows it. */

import { nearestName } from '../store/query/nearest-name.ts';
import { commonOptions, type Given, type Surroundings } from './command-line/command.ts';
import { Refusal } from './command-line/exit.ts';
import { explainError } from './command-line/explain-error.ts';
import { verdictNamed } from './command-line/mark-named.ts';
import { parseGiven } from './command-line/parse-given.ts';
import { systemZone } from './command-line/system-zone.ts';
import { loadCommand, verbGroups, verbs } from './commands/all-commands.ts';
import { loadConfig } from './config/load-config.ts';

// A reader of our output that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void run(process.argv.slice(2))
  .catch((error: unknown) => explainError(error, process))
  .then((code) => {
    process.exitCode = code;
  });

async function run(argv: readonly string[]): Promise<number> {
  const [first = ''] = argv;
  if (first === '--version') {
    const { version } = await import('./version.ts');
    process.stdout.write(`cables ${version}\n`);
    return 0;
  }
  if (first === '--help' || first === '-h') {
    const { overview } = await import('./commands/keeping/help.ts');
    process.stdout.write(overview(verbGroups, process.stdout.columns ?? 80));
    return 0;
  }
  const at = findVerb(argv);
  const named = at === -1 ? null : await loadCommand(argv[at]!);
  const command = named ?? (await import('./commands/reading/open.ts')).open;
  const rest = named ? argv.toSpliced(at, 1) : argv;
  if (rest.some((word, i) => (word === '--help' || word === '-h') && !rest.slice(0, i).includes('--'))) {
    const { describeCommand } = await import('./command-line/parse-command.ts');
    process.stdout.write(`${await describeCommand(command, process.stdout.columns ?? 80)}\n`);
    return 0;
  }
  if (!named && at !== -1) refuseMistypedVerb(argv[at]!, argv.slice(at + 1));
  const given = await parseGiven(command, rest);
  return command.run(given, await surround(given));
}

async function surround({ options }: Given): Promise<Surroundings> {
  const loaded = await loadConfig(typeof options['config'] === 'string' ? options['config'] : undefined, process.env);
  return {
    env: process.env,
    // Opened by the commands that need them.
    get stdin() {
      return process.stdin;
    },
    get stderr() {
      return process.stderr;
    },
    stdout: process.stdout,
    now: () => new Date(),
    zone: loaded.config.zone ?? systemZone(process.env),
    loaded,
  };
}

/** The first argument that is no option and no option's value: `--store DIR list` has its verb at 2. */
function findVerb(argv: readonly string[]): number {
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i]!;
    if (argument === '--') return -1;
    if (!argument.startsWith('-')) return i;
    const option = Object.entries(commonOptions).find(([name]) => argument === `--${name}`)?.[1];
    if (option?.type === 'string') i += 1;
  }
  return -1;
}

/** A first word within two letters of a verb, or a mark, is more likely that than a query. */
function refuseMistypedVerb(word: string, behind: readonly string[]): void {
  const mark = verdictNamed(word);
  const near = /^[a-z]{3,}$/.test(word) ? nearestName(word, verbs) : null;
  const meant = mark === null ? near : `mark ${mark} -- ${behind.filter((one) => !one.startsWith('-')).join(' ') || 'REF'}`;
  if (meant !== null) throw new Refusal(`${word}: did you mean  cables ${meant}  ? To search for the word, type: cables open ${word}`);
}
