/* Every verb once as people run it: launcher, bundle, pipes, exit code. The tour has some; here are the others. What each of them does is told elsewhere. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verbs } from '../../src/commands/all-commands.ts';
import { tour } from '../../src/help/tour.ts';
import { version } from '../../src/version.ts';
import { launcher, openShell, SAMPLE, shellForTests } from './shell.ts';

const REF = '09ARCADIA812';
/** `cables --sample count gauge` -> `count`. */
const inTour = tour.flatMap(({ steps }) =>
  steps.flatMap((step) => ('type' in step ? [step.type.replace(' --sample', '').split(' ')[1]] : [])),
);

const lines: readonly (readonly [args: readonly string[], code: number, said: RegExp])[] = [
  [['import', SAMPLE], 0, /^\d+ new/],
  [['open', 'from:arcadia'], 0, /^the newest 20 of \d+ cables for from:arcadia$/m],
  [['stats', '--top', '1'], 0, /^By origin/m],
  [['mark', 'kept', '--', REF], 0, /^marked kept/],
  [['bookmark', `${REF}#1`, '--label', 'the beginning'], 0, /bookmarked/],
  [['bookmarks'], 0, /the beginning/],
  [['note', `${REF}#1`, 'ask the archive'], 0, /noted/],
  [['notes'], 0, /ask the archive/],
  [['undo', '--yes'], 0, /note/],
  [['redo', '--yes'], 0, /done again/],
  [['tag', '+gauges', '--', REF], 0, /^tagged/],
  [['tags'], 0, /gauges/],
  [['searches'], 1, /^No saved searches yet/],
  [['history'], 1, /^Nothing here yet/],
  [['diff', 'yesterday'], 0, /kept/],
  [['journal', 'verify'], 0, /every sum, number, link and clock is right/],
  [['doctor'], 0, /journal +\d+ events/],
  [['completion', 'bash'], 0, /complete /],
];

const shell = shellForTests();

it.each(lines)('%j ends with %i', (args, code, said) => {
  const ran = shell.runProcess(args);
  expect(ran.out + ran.err).toMatch(said);
  expect(ran.code).toBe(code);
});

it('sync', () => {
  const other = openShell();
  try {
    expect(other.runProcess(['sync', join(shell.home, 'cables')])).toMatchObject({ code: 0 });
  } finally {
    other.end();
  }
});

it('are all of them, with the tour', () => {
  const here = lines.map(([[verb]]) => verb!);
  expect(verbs.filter((verb) => ![...here, 'sync', ...inTour].includes(verb))).toEqual([]);
});

it('a process and a call say the same, and end with the same code', async () => {
  for (const args of [['--version'], ['--help'], ['tag', '--help'], ['lsit']])
    expect(await shell.run(args), args.join(' ')).toEqual(shell.runProcess(args));
  expect((await shell.run(['--version'])).out).toBe(`cables ${version}\n`);
});

it('whoever reads may close the pipe', () => {
  const script = '{ "$0" "$1" list 2>&1; echo "ended with $?" >&2; } | true';
  const { stderr } = spawnSync('sh', ['-c', script, process.execPath, launcher], {
    encoding: 'utf8',
    env: { HOME: shell.home, PATH: process.env['PATH'], CABLES_STORE: join(shell.home, 'cables') },
  });
  expect(stderr).toBe('ended with 0\n');
});
