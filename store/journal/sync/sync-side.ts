/* One side of a sync: a library's journal, with what must not be touched while a process writes it. */
import { join } from 'node:path';
import { hostFingerprint, machineId, readDevice } from '../log/device.ts';
import { listJournalFiles } from '../log/journal-folder.ts';
import { holdIdleSlot } from '../log/slot.ts';
import { forgottenMonth } from '../verify-journal.ts';
import type { SyncSide } from './sync-folders.ts';

/** @param library the folder that holds `journal/` */
export function openSyncSide(library: string): SyncSide {
  const machine = machineId();
  const journal = join(library, 'journal');
  return {
    journal,
    device: readDevice(library, machine),
    forgottenBefore: forgottenMonth(listJournalFiles(journal)),
    whileIdle(folder, slot, run) {
      const held = holdIdleSlot(folder, slot, hostFingerprint(machine));
      if (!held) return false;
      try {
        run();
      } finally {
        held.release();
      }
      return true;
    },
  };
}
