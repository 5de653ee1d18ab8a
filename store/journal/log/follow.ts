/* Notices what other writers add: fs.watch for speed, a look at the sizes once a second for certainty (network disks, and
 * systems whose watches are used up).
 */
import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { listDevices } from './journal-folder.ts';

const LOOK_EVERY = 1_000;
const SETTLE = 15;
/** Who opens a library has something to do first, such as a frame to paint; setting up the first watch takes some milliseconds. */
const BEGIN_AFTER = 50;

/** Calls `look` soon after something may have changed. Neither timers nor watches keep the process alive. */
export function followJournal(journal: string, look: () => void): { stop(): void } {
  const watchers = new Map<string, FSWatcher>();
  let soon: NodeJS.Timeout | null = null;

  const lookSoon = (): void => {
    soon ??= setTimeout(() => {
      soon = null;
      watchAll();
      look();
    }, SETTLE).unref();
  };
  const watchAll = (): void => {
    for (const folder of [journal, ...listDevices(journal).map((device) => join(journal, device))]) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, { persistent: false }, lookSoon);
        const drop = (): void => {
          watcher.close();
          watchers.delete(folder);
        };
        watcher.on('error', drop);
        watchers.set(folder, watcher);
      } catch {
        /* not there yet, or no watches left: the look once a second does it */
      }
    }
  };

  const beginning = setTimeout(() => {
    watchAll();
    look();
  }, BEGIN_AFTER).unref();
  const timer = setInterval(() => {
    watchAll();
    look();
  }, LOOK_EVERY).unref();
  return {
    stop() {
      clearTimeout(beginning);
      clearInterval(timer);
      if (soon) clearTimeout(soon);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}
