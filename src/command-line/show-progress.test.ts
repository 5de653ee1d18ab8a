import { describe, expect, it } from 'vitest';
import { barLine, showProgress } from './show-progress.ts';

function collect(isTTY: boolean, TERM = 'xterm') {
  const written: string[] = [];
  let now = 0;
  const stderr = { isTTY, columns: 60, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  return { written, at: (ms: number) => (now = ms), progress: showProgress({ stderr, env: { TERM } }, () => now) };
}

describe('progress', () => {
  it('shows nothing for what is over within 200 ms', () => {
    const { written, at, progress } = collect(true);
    at(150);
    progress.show('importing', 1, 2);
    progress.done();
    expect(written).toEqual([]);
  });

  it('draws a bar on a terminal and takes it away', () => {
    const { written, at, progress } = collect(true);
    at(250);
    progress.show('importing', 1000, 2000);
    progress.done();
    expect(written[0]).toMatch(/^\rimporting █+·+ 1,000 \/ 2,000/);
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  it.each([
    ['elsewhere', false, 'xterm'],
    ['on a terminal that cannot place text', true, 'dumb'],
  ])('says one line a second %s', (_, isTTY, term) => {
    const { written, at, progress } = collect(isTTY, term);
    for (const ms of [100, 900, 1000, 1500, 2100]) {
      at(ms);
      progress.show('importing', ms, null);
    }
    progress.done();
    expect(written).toEqual(['importing 1,000\n', 'importing 2,100\n']);
  });

  it.each([20, 40, 80, 200])('fits %i columns', (columns) => {
    expect(barLine('importing', '1,000 / 2,000', 0.5, columns).length).toBe(columns);
  });
});
