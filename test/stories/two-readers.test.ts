/* Two readers in two pseudo-terminals on one library: what one decides, the other shows within a second, and nobody waits. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCables } from '../screen/start-cables.ts';
import { openShell, type Shell } from './run-cables.ts';

let shell: Shell;
beforeAll(() => {
  shell = openShell();
  shell.run(['--sample', 'count']);
});
afterAll(() => shell.end());

it('shows a tag of the other terminal within a second', async () => {
  const env = { CABLES_STORE: `${shell.home}/cables` };
  const open = () => startCables({ args: ['--sample', 'open', 'id:09ARCADIA*'], env, columns: 80, rows: 24 });
  const [one, other] = [open(), open()];
  try {
    await one.expectText(/09ARCADIA812/);
    await other.expectText(/09ARCADIA812/);
    one.press('t');
    one.type('+from-the-other');
    one.enter();
    await one.expectText(/tagged/);
    const written = performance.now();
    await other.expectText(/#from-the/);
    expect(performance.now() - written).toBeLessThan(1000);
    other.press('v');
    await other.expectText(/kept/);
    await one.expectText(/✓ 09ARCADIA812/);
  } finally {
    await Promise.all([one.kill(), other.kill()]);
  }
}, 60_000);
