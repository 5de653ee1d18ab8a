/* Runs a program in a pseudo-terminal and reads its screen, for stories:
 *
 *     const app = startCables({ args: ['--sample'], columns: 80, rows: 24 });
 *     await app.expectText(/Home/);
 *     await app.press('3j', 't').type('+iran').enter();
 *     await app.expectText(/iran/);
 *
 * Nothing waits for a fixed time: `press` and its like wait until the keys were written, `expectText` until the screen says so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';
import { bytesOfKey } from './key-bytes.ts';
import { Replay } from './replay.ts';

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly rows?: number;
  /** What to run instead of the built program: a file and its arguments. */
  readonly command?: readonly [string, ...string[]];
  readonly cwd?: string;
  /** Milliseconds until the terminal's answers (CSI 0n and its like) arrive: a slow link. Infinity: a terminal that does not answer. */
  readonly answerAfter?: number;
}

export interface Exit {
  readonly code: number;
  readonly signal: number | undefined;
}

const PATIENCE = 30_000;
const POLL = 10;

export class RunningScreen {
  readonly pty: IPty;
  readonly replay: Replay;
  /** Everything the program sent, as it came. */
  received = '';
  #drawn: Promise<void> = Promise.resolve();
  #exit: Exit | null = null;
  #onExit: (() => void)[] = [];
  readonly #cleanUp: () => void;

  constructor(pty: IPty, { columns = 80, rows = 24, answerAfter = 0 }: StartOptions, cleanUp: () => void = () => {}) {
    this.pty = pty;
    this.#cleanUp = cleanUp;
    this.replay = new Replay(columns, rows);
    // The terminal answers questions about its status as a real one does.
    this.replay.terminal.onData((answer) => {
      const send = () => {
        if (this.#exit === null) this.pty.write(answer);
      };
      if (answerAfter === 0) send();
      else if (answerAfter < Infinity) setTimeout(send, answerAfter);
    });
    pty.onData((data) => {
      this.received += data;
      this.#drawn = this.replay.write(data);
    });
    pty.onExit(({ exitCode, signal }) => {
      this.#exit = { code: exitCode, signal };
      this.#cleanUp();
      for (const tell of this.#onExit) tell();
    });
  }

  /** Keys by name (`enter`, `^d`, `pgdn`), or runs of letters and counts (`3j`, `gg`); each argument is one chunk. */
  press(...keys: readonly string[]): this {
    for (const key of keys) this.pty.write(bytesOfKey(key));
    return this;
  }

  type(text: string): this {
    this.pty.write(text);
    return this;
  }

  enter(): this {
    return this.press('enter');
  }

  esc(): this {
    return this.press('esc');
  }

  paste(text: string): this {
    this.pty.write(`\x1b[200~${text}\x1b[201~`);
    return this;
  }

  resize(columns: number, rows: number): this {
    this.replay.terminal.resize(columns, rows);
    this.pty.resize(columns, rows);
    return this;
  }

  signal(name: string): this {
    this.pty.kill(name);
    return this;
  }

  /** The screen now, rows joined by line feeds. */
  screen(): string {
    return this.replay.text();
  }

  rows(): string[] {
    return this.replay.rows();
  }

  /** Waits until the screen matches. Fails with the screen as it is. */
  async expectText(wanted: RegExp | string): Promise<this> {
    const matches = (screen: string) => (typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen));
    await this.#until(() => matches(this.screen()), `the screen to show ${wanted}`);
    return this;
  }

  /** Waits until the screen no longer matches. */
  async expectNoText(unwanted: RegExp): Promise<this> {
    await this.#until(() => !unwanted.test(this.screen()), `${unwanted} to leave the screen`);
    return this;
  }

  /** Waits until one row (from 0) matches. */
  async expectRow(row: number, wanted: RegExp): Promise<this> {
    await this.#until(() => wanted.test(this.rows()[row] ?? ''), `row ${row} to show ${wanted}`);
    return this;
  }

  /** Waits for the program's end. */
  async exit(): Promise<Exit> {
    await this.#until(() => this.#exit !== null, 'the program to end');
    await this.#drawn;
    return this.#exit as Exit;
  }

  /** Waits until something holds, looking again after each bit of output. */
  until(holds: () => boolean, what: string): Promise<void> {
    return this.#until(holds, what);
  }

  /** Ends it, if it still runs. */
  kill(): void {
    if (this.#exit === null) this.pty.kill('SIGKILL');
  }

  async #until(holds: () => boolean, what: string): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      await this.#drawn;
      if (holds()) return;
      if (Date.now() > deadline || (this.#exit !== null && what !== 'the program to end')) {
        await this.#drawn;
        if (holds()) return;
        const ended = this.#exit === null ? '' : ` The program ended with ${JSON.stringify(this.#exit)}.`;
        throw new Error(`Waited for ${what}.${ended} The screen:\n${this.screen()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL));
    }
  }
}

const LAUNCHER = fileURLToPath(new URL('../../dist/cables.cjs', import.meta.url));

/** Starts the built program in a pseudo-terminal of its own, with a throwaway home and library unless `env` names others. */
export function startCables(options: StartOptions = {}): RunningScreen {
  const { args = [], env = {}, columns = 80, rows = 24, command, cwd } = options;
  const home = mkdtempSync(join(tmpdir(), 'cables-story-'));
  const [file, ...before] = command ?? [process.execPath, LAUNCHER];
  const pty = spawn(file, [...before, ...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: cwd ?? home,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_CACHE_HOME: join(home, 'cache'),
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      TZ: 'UTC',
      ...env,
    },
  });
  return new RunningScreen(pty, options, () => rmSync(home, { recursive: true, force: true }));
}
