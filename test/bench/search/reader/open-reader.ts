import { execFileSync } from 'node:child_process';
import { launcher } from '../../peers.ts';
import { PtyMeter } from '../../pty-meter.ts';

/** The reader at 200x50 with the list of all cables open; its compile cache is warm. */
export async function openReader(store: string): Promise<PtyMeter> {
  execFileSync(process.execPath, [launcher, 'count'], { env: { ...process.env, CABLES_STORE: store } });
  const meter = new PtyMeter({
    file: process.execPath,
    args: [launcher, 'open', 'date:1900..'],
    env: { CABLES_STORE: store },
    columns: 200,
    rows: 50,
  });
  await meter.settle(8000, 500);
  return meter;
}
