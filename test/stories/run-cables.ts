/* The program as people run it: the bundle, its arguments, its three streams and its exit code. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  /** Standard output as JSON lines. */
  json(args: readonly string[]): Record<string, unknown>[];
  end(): void;
}

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
  return {
    home,
    run,
    json: (args) =>
      run(args)
        .out.split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    end: () => rmSync(home, { recursive: true, force: true }),
  };
}
