/* Sync with another machine over ssh. Nothing is installed there but rsync: its journal is fetched into a folder here, united with ours,
 * and only what is new to it is sent back, file by file, each put in place whole by rsync's own temp and rename.
 *
 *     HOST:journal/ ──rsync──▶ temp ──syncFolders──▶ ours
 *                                └── what we sent it ──rsync --files-from──▶ HOST:journal/
 *
 * Files of the other machine's own device are never sent to it: a process there may be writing them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SyncReport, type SyncSide, syncFolders } from './sync-folders.ts';

/** One sentence of what went wrong on the way; nothing was lost on either side. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
}

/**
 * @param host `HOST:` (the default library there) or `HOST:DIR`, a library folder; as rsync and ssh understand them
 * @throws SyncError where rsync or ssh fail
 */
export function syncHost(here: SyncSide, host: string, run: (args: readonly string[]) => void = runRsync): SyncReport {
  const colon = host.indexOf(':');
  const library = host.slice(colon + 1) || '.local/share/cables';
  const remote = `${host.slice(0, colon)}:${library.replace(/\/$/, '')}`;
  const folder = mkdtempSync(join(tmpdir(), 'cables-sync-'));
  try {
    run(['-a', '--ignore-missing-args', '--include=device.json', '--include=journal/***', '--exclude=*', `${remote}/`, `${folder}/`]);
    const journal = join(folder, 'journal');
    const device = deviceOf(join(folder, 'device.json'));
    const report = syncFolders(here, { journal, device, forgottenBefore: null });
    if (report.sent.length > 0) {
      const list = join(folder, 'sent');
      writeFileSync(list, report.sent.join('\n'));
      run(['-a', '--mkpath', '--chmod=D700,F600', `--files-from=${list}`, `${journal}/`, `${remote}/journal/`]);
    }
    return report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The device that writes there; null where it cannot be told, and then nothing of ours can be its. */
function deviceOf(path: string): string | null {
  try {
    const { machines } = JSON.parse(readFileSync(path, 'utf8')) as { machines: { device: string }[] };
    return machines[0]?.device ?? null;
  } catch {
    return null;
  }
}

function runRsync(args: readonly string[]): void {
  const { error, status, stderr } = spawnSync('rsync', args, { encoding: 'utf8', stdio: ['inherit', 'ignore', 'pipe'] });
  if (error) throw new SyncError(`rsync could not be started (${error.message}). Nothing was changed. Install rsync on both machines.`);
  if (status !== 0)
    throw new SyncError(
      `rsync failed: ${stderr.trim().split('\n')[0] ?? status}. What was copied is whole; the same command goes on from there.`,
    );
}
