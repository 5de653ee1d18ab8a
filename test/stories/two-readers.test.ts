/* Two readers in two pseudo-terminals on one library: what one decides, the other shows within a second, and nobody waits. */
import { expect, it } from 'vitest';
import { shellForTests, withSample } from './shell.ts';

const shell = shellForTests(withSample);

it('shows a tag of the other terminal within a second', async () => {
  const open = () => shell.open(['--sample', 'open', 'id:09ARCADIA*']);
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
