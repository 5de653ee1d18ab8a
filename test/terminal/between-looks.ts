/* A program between two looks at the terminal driver's settings, as a shell would run it:
 *
 *     stty -a > before; PROGRAM; echo "ended $?" > status; stty -a > after; echo shell is back; read typed
 *
 * What it leaves behind shows in three places: the driver's settings, the modes that its bytes switched, and what the shell reads next.
 */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type RunningScreen, type StartOptions, startCables } from '../screen/start-cables.ts';
import { modesLeftOn } from './modes-left-on.ts';

export interface Run {
  readonly app: RunningScreen;
  /** What is in a file of the run's own folder; empty where there is none. */
  readonly file: (name: string) => string;
}

// As a shell does, this one goes on where ^C ends the program.
const SCRIPT =
  'trap : INT QUIT; stty -a > before; (echo $BASHPID > pid; exec "$@"); echo "ended $?" > status; stty -a > after; echo shell is back; read typed; echo "typed [$typed]"';

/** `pid`, in the run's folder, is that of the program. */
export function runBetweenLooks(command: readonly string[], options: StartOptions = {}): Run {
  const folder = mkdtempSync(join(tmpdir(), 'cables-modes-'));
  const app = startCables({ ...options, command: ['/bin/bash', '-c', SCRIPT, 'sh', ...command], cwd: folder });
  return { app, file: (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '') };
}

export async function expectRestored({ app, file }: Run): Promise<void> {
  await app.expectText(/shell is back/);
  expect(modesLeftOn(app.received)).toEqual([]);
  expect(file('after')).toBe(file('before'));
  expect(file('before')).toContain(' icanon');
}
