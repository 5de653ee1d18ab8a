/* The same as the replay, once in a real tmux: its pane shows the frame. Bytes are written to the pane's device, as the program in it would;
 * what reads the pane's input collects tmux's answers, so that each frame is looked at when tmux has drawn it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { Screen } from '../../src/reader/terminal/bytes-out/screen.ts';
import { ansiOf, cellsOf, type DrawnRow, framesOf, stories } from './random-frames.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
if (!hasTmux) console.log('tmux is not installed: not tested in it');

const COLUMNS = 70;
const ROWS = 20;
const folder = mkdtempSync(join(tmpdir(), 'cables-tmux-'));
const answers = join(folder, 'answers');
const env = { ...process.env, LC_ALL: 'C.UTF-8', TMUX: '' };
const tmux = (...args: string[]) =>
  execFileSync('tmux', ['-u', '-S', join(folder, 'socket'), '-f', join(folder, 'conf'), ...args], { encoding: 'utf8', env });

afterAll(() => {
  if (hasTmux) spawnSync('tmux', ['-S', join(folder, 'socket'), 'kill-server']);
  rmSync(folder, { recursive: true, force: true });
});

it.skipIf(!hasTmux)('tmux shows exactly the frame', async () => {
  writeFileSync(join(folder, 'conf'), 'set -g status off\n');
  tmux('new-session', '-d', '-x', String(COLUMNS), '-y', String(ROWS), `stty raw -echo; touch ${answers}; exec cat >> ${answers}`);
  const pane = tmux('display-message', '-p', '#{pane_tty}').trim();
  await until(() => existsSync(answers));
  let frames = 0;
  for (const story of fc.sample(stories, { seed: 7, numRuns: 40 })) {
    const steps = story.steps.filter(({ kind }) => kind !== 'resize' && kind !== 'forget');
    const screen = new Screen({ columns: COLUMNS, rows: ROWS });
    for (const { frame } of framesOf({ ...story, columns: COLUMNS, rows: ROWS, steps })) {
      frames += 1;
      appendFileSync(pane, `${screen.show(frame.map(ansiOf))}\x1b[5n`);
      await until(() => readFileSync(answers, 'latin1').split('\x1b[0n').length - 1 === frames);
      const rows = tmux('capture-pane', '-p', '-t', '0').split('\n');
      for (const [y, drawn] of frame.entries()) if (isCertain(drawn)) expect(rows[y]?.trimEnd(), `row ${y}`).toBe(textOf(drawn));
    }
  }
  expect(frames).toBeGreaterThan(100);
});

const isCertain = (drawn: DrawnRow): boolean => drawn.every(({ certain }) => certain);
const textOf = (drawn: DrawnRow): string =>
  cellsOf(drawn, COLUMNS)
    .map(({ text }) => text)
    .join('')
    .trimEnd();

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('tmux did not answer');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
