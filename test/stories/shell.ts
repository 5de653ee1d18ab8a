/* A shell with a library of its own: commands are run as people type them, and cost a process only where one is what is tested. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type ProcessParts, runCommandLine } from '../../src/command-line/run-command-line.ts';
import { type RunningScreen, type StartOptions, startCables } from '../screen/start-cables.ts';

export const launcher = fileURLToPath(new URL('../../dist/cables.cjs', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Shell {
  /** A folder of this test alone; the library is `home/cables`. */
  readonly home: string;
  /** A command line, from our sources, in this process: no terminal, and the input is all there is to read. A third of a second cheaper than `runProcess`. */
  run(args: readonly string[], input?: string): Promise<Ran>;
  /** The same as people run it: launcher, bundle, pipes. */
  runProcess(args: readonly string[], input?: string): Ran;
  /** Standard output of `run` as JSON lines. */
  json(args: readonly string[]): Promise<Record<string, unknown>[]>;
  /** In a pseudo-terminal of 80x24, on the same library. */
  open(args: readonly string[], more?: Omit<StartOptions, 'args' | 'command'>): RunningScreen;
  /** Those that are still open are killed. */
  closeReaders(): void;
  end(): void;
}

/** One for the tests of a file: ended after them, its readers after each. @param prepare what its library holds before the first test */
export function shellForTests(prepare: (shell: Shell) => Promise<void> = async () => {}): Shell {
  const shell = openShell();
  beforeAll(() => prepare(shell));
  afterEach(() => shell.closeReaders());
  afterAll(() => shell.end());
  return shell;
}

/** What the sample library holds. */
export const SAMPLE = fileURLToPath(new URL('../../fixtures/cables/sample.ndjson', import.meta.url));
/** The sample library is there, so that no test waits for it. */
export const withSample = async (shell: Shell): Promise<void> => void (await shell.run(['--sample', 'count']));

/** A library of its own in a temporary folder. */
export function openShell(): Shell {
  const home = mkdtempSync(join(tmpdir(), 'cables-story-'));
  const env = { PATH: process.env['PATH'], HOME: home, CABLES_STORE: join(home, 'cables'), TZ: 'UTC', LANG: 'C.UTF-8' };
  const readers: RunningScreen[] = [];
  const closeReaders = (): void => {
    for (const reader of readers.splice(0)) void reader.kill();
  };
  const run: Shell['run'] = async (args, input = '') => {
    const [out, err] = [hear(), hear()];
    const code = await runCommandLine(args, { env: { ...env }, stdin: say(input), stdout: out.stream, stderr: err.stream });
    return { code, out: out.heard(), err: err.heard() };
  };
  return {
    home,
    run,
    runProcess(args, input = '') {
      const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
        env,
        input,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      return { code: status, out: stdout, err: stderr };
    },
    json: async (args) =>
      (await run(args)).out
        .split('\n')
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

/** Standard input with that in it: bytes, as a pipe has them. */
const say = (input: string) => Readable.from([Buffer.from(input)], { objectMode: false }) as unknown as ProcessParts['stdin'];

/** Standard output or error, and what was written to it. */
function hear() {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  }) as ProcessParts['stdout'];
  return { stream, heard: () => Buffer.concat(chunks).toString('utf8') };
}
