import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const full = process.env['CABLES_FULL'] === '1';
/** Tests that put something in a module's place: what they load must not be what others load. */
const ALONE = ['test/crashes/power-cut.test.ts', 'test/stories/ledger.test.ts'];

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    reporters: ['default', './test/plain-summary.ts'],
    globalSetup: './test/build-once.ts',
    testTimeout: full ? 1_800_000 : 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Much of the time is spent waiting for programs in pseudo-terminals: one worker a core keeps the cores busy.
    maxWorkers: Math.max(2, availableParallelism()),
    // Processes that tests start from our sources find them compiled from the second on.
    env: { TZ: 'UTC', NO_COLOR: '', NODE_COMPILE_CACHE: new URL('../node_modules/.cache/node', import.meta.url).pathname },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['src/**/*.test.{ts,tsx}', 'store/**/*.test.ts', 'fixtures/**/*.test.ts', 'test/**/*.test.{ts,tsx}'],
          exclude: ALONE,
          // No other test keeps state in a module: files of one worker share what is loaded, which saves a quarter of a second each.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE, isolate: true } },
    ],
  },
});
