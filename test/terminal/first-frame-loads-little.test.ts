/* What the first frame does not need is not read or evaluated before it: each of these was once, and was felt. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type RunningScreen, startCables } from '../screen/start-cables.ts';
import { openShell, type Shell } from '../stories/shell.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const LATER = [
  'NativeModule child_process',
  'NativeModule crypto',
  'NativeModule http',
  'NativeModule perf_hooks',
  'NativeModule readline',
  'NativeModule worker_threads',
  'NativeModule zlib',
  'fuzzysort.cjs',
  'htmlparser2.cjs',
  'tables.cjs',
  'yargs.cjs',
  'zod.cjs',
];

let shell: Shell;
let app: RunningScreen;
beforeAll(() => {
  shell = openShell();
  // As one's own: whether the sample is the newest is found out by its sum.
  expect(shell.runProcess(['import', at('../../fixtures/cables/sample.ndjson')]).code).toBe(0);
});
afterEach(() => app?.kill());
afterAll(() => shell.end());

it('the first frame comes before what it does not need', async () => {
  const file = join(shell.home, 'modules');
  app = startCables({
    env: { CABLES_STORE: join(shell.home, 'cables'), MODULES_FILE: file, NODE_OPTIONS: `--require ${at('first-frame-modules.cjs')}` },
  });
  await app.expectText(/Latest releases/);
  await app.until(() => existsSync(file), 'the modules of the first frame');
  const loaded = readFileSync(file, 'utf8').split('\n');
  // Else the list is of something else.
  expect(loaded).toContain('NativeModule sqlite');
  expect(loaded).toContain('main.cjs');
  expect(LATER.filter((name) => loaded.includes(name))).toEqual([]);
});

it('and of the program there is a character a byte, since V8 would keep two for all of it', () => {
  expect(/[^\0-\x7f]/.exec(readFileSync(at('../../dist/main.cjs'), 'utf8'))).toBeNull();
});
