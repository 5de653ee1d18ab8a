/* The program as people run it: the bundle, its arguments, its three streams and its exit code. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Surroundings } from '../../src/command-line/command.ts';
import { explainError } from '../../src/command-line/explain-error.ts';
import { parseGiven } from '../../src/command-line/parse-given.ts';
import { loadCommand } from '../../src/commands/all-commands.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { type RunningScreen, type StartOptions, startCables } from '../screen/start-cables.ts';

const launcher = fileURLToPath(new URL('../../dist/cables.cjs', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Shell {
  /** A folder of this test alone; the library is `home/cables`. */
  readonly home: string;
  run(args: readonly string[], input?: string): Ran;
  /** The command of a verb without a process of its own, for tests that have hundreds of them; no terminal, nothing to read. */
  runHere(args: readonly [verb: string, ...string[]]): Promise<Ran>;
  /** Standard output as JSON lines. */
  json(args: readonly string[]): Record<string, unknown>[];
  /** In a pseudo-terminal of 80x24, on the same library. */
  open(args: readonly string[], more?: Omit<StartOptions, 'args' | 'command'>): RunningScreen;
  /** Those that are still open are killed. */
  closeReaders(): void;
  end(): void;
}

/** One for the tests of a file: ended after them, its readers after each. @param prepare what its library holds before the first test */
export function shellForTests(prepare: (shell: Shell) => void = () => {}): Shell {
  const shell = openShell();
  beforeAll(() => prepare(shell));
  afterEach(() => shell.closeReaders());
  afterAll(() => shell.end());
  return shell;
}

/** What the sample library holds. */
export const SAMPLE = fileURLToPath(new URL('../../fixtures/cables/sample.ndjson', import.meta.url));
/** The sample library is there, so that no test waits for it. */
export const withSample = (shell: Shell): void => void shell.run(['--sample', 'count']);

/** A library of its own in a temporary folder. */
export function openShell(): Shell {
  const home = mkdtempSync(join(tmpdir(), 'cables-story-'));
  const env = { PATH: process.env['PATH'], HOME: home, CABLES_STORE: join(home, 'cables'), TZ: 'UTC', LANG: 'C.UTF-8' };
  const run = (args: readonly string[], input = ''): Ran => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
      env,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return { code: status, out: stdout, err: stderr };
  };
  const readers: RunningScreen[] = [];
  const closeReaders = (): void => {
    for (const reader of readers.splice(0)) void reader.kill();
  };
  return {
    home,
    run,
    runHere: (args) => runHere(args, env),
    json: (args) =>
      run(args)
        .out.split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    open(args, more = {}) {
      const reader = startCables({ columns: 80, rows: 24, ...more, args, env: { CABLES_STORE: env.CABLES_STORE, ...more.env } });
      readers.push(reader);
      return reader;
    },
    closeReaders,
    end() {
      closeReaders();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function runHere([verb, ...rest]: readonly [string, ...string[]], env: NodeJS.ProcessEnv): Promise<Ran> {
  const said = { out: '', err: '' };
  const hear = (stream: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        said[stream] += String(chunk);
        done();
      },
    }) as NodeJS.WriteStream;
  const command = await loadCommand(verb);
  if (command === null) throw new Error(`There is no verb ${verb}`);
  const around: Surroundings = {
    env,
    stdin: Readable.from([]) as unknown as NodeJS.ReadStream,
    stdout: hear('out'),
    stderr: hear('err'),
    now: () => new Date(),
    zone: 'UTC',
    loaded: await loadConfig(undefined, env),
  };
  const code = await parseGiven(command, rest)
    .then((given) => command.run(given, around))
    .catch((error: unknown) => explainError(error, around));
  return { code, ...said };
}
