/* `npm run dev`: the reader on the sample cables in a throwaway library, started again whenever the code was rebuilt. Quit the reader to end. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchBundles } from './build.mjs';

const library = mkdtempSync(join(tmpdir(), 'cables-dev-'));
const launcher = fileURLToPath(new URL('../dist/cables.cjs', import.meta.url));
let reader = null;

const watching = await watchBundles(async () => {
  if (reader !== null) await stop(reader);
  reader = spawn(process.execPath, [launcher, '--sample', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, CABLES_STORE: join(library, 'cables') },
  });
  reader.once('exit', (code, signal) => {
    if (signal === null) end(code ?? 0);
  });
});

function stop(child) {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

async function end(code) {
  await watching.dispose();
  rmSync(library, { recursive: true, force: true });
  process.exit(code);
}
