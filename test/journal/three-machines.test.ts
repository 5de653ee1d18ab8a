/* Three libraries on three machines, each going its own way, synced in every order through a fourth folder: all four tell the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addBookmark } from '../../store/journal/decide/bookmark-paragraph.ts';
import { changeTags, renameTag } from '../../store/journal/decide/change-tags.ts';
import { keepCables, skipCables } from '../../store/journal/decide/decide-verdict.ts';
import { openCable, readCable } from '../../store/journal/decide/mark-read.ts';
import { saveSearch } from '../../store/journal/decide/save-search.ts';
import { writeNote } from '../../store/journal/decide/write-note.ts';
import { openJournal } from '../../store/journal/open-journal.ts';
import { syncFolders } from '../../store/journal/sync/sync-folders.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cables-machines-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const MACHINES = ['laptop', 'server', 'archive'] as const;
const via = {};

async function work(base: string, machine: (typeof MACHINES)[number], round: number): Promise<void> {
  let now = Date.parse('2026-11-24T09:00:00Z') + round * 3_600_000 + MACHINES.indexOf(machine) * 60_000;
  const journal = openJournal({ folder: join(base, machine), readOnly: false, machine, now: () => (now += 1000) });
  const { personal } = journal;
  const cables = ['09ARCADIA812', '09ARCADIA744', '08CARDENA455'];
  const own = cables[MACHINES.indexOf(machine)]!;
  journal.record(changeTags(personal, { cables, add: [`from-${machine}`, 'shared'], remove: [], via }));
  journal.record(changeTags(personal, { cables: [own], add: [], remove: ['shared'], via }));
  journal.record(keepCables(personal, { cables: [own], queue: null, via }));
  const skipped = journal.record(
    skipCables(personal, { cables: cables.filter((id) => id !== own), queue: null, via, because: `round ${round}` }),
  );
  journal.record(addBookmark(personal, { cable: own, para: round + 1, quote: 'a quote', via }));
  journal.record(writeNote(personal, { cable: '09ARCADIA812', para: 1, text: `${machine} in round ${round}`, via }));
  journal.record(saveSearch(personal, { name: machine, query: `from:${machine}` }));
  journal.record(openCable(personal, { cable: own, via }));
  journal.record(readCable(personal, { cable: own, version: 'v', para: 3, of: 3, ms: 12_000 }));
  if (round === 1 && skipped) journal.undo(skipped);
  if (round === 1 && machine === 'server') journal.record(renameTag(personal, { from: 'shared', to: 'common' }));
  await journal.close();
}

/** Everything a person can list, as JSON. */
function told(base: string, library: string): string {
  const journal = openJournal({
    folder: join(base, library),
    readOnly: true,
    machine: library,
    now: () => Date.parse('2026-12-01T00:00:00Z'),
  });
  const { personal } = journal;
  const marks = ['09ARCADIA812', '09ARCADIA744', '08CARDENA455'].map((id) => personal.mark(id, null));
  return JSON.stringify([
    marks,
    personal.tags(),
    personal.bookmarks(),
    personal.notes(),
    personal.searches(),
    personal.history({}),
    personal.undoList(1000),
    personal.counts(),
  ]);
}

const side = (base: string, library: string) => ({ journal: join(base, library, 'journal'), device: null, forgottenBefore: null });

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

it('tells the same on three machines, synced through a fourth in every order', async () => {
  const outcomes = new Set<string>();
  // The same work once; each order of syncs starts from copies of it.
  const first = join(root, 'work');
  for (const machine of MACHINES) await work(first, machine, 0);
  for (const order of ORDERS) {
    const base = join(root, order.join(''));
    for (const machine of MACHINES) syncFolders(side(base, machine), side(first, machine));
    for (const at of order) syncFolders(side(base, MACHINES[at]!), side(base, 'meeting'));
    for (const at of order.toReversed()) syncFolders(side(base, MACHINES[at]!), side(base, 'meeting'));
    const [laptop, ...others] = [...MACHINES, 'meeting'].map((library) => told(base, library));
    for (const other of others) expect(other).toBe(laptop);
    outcomes.add(laptop!);
  }
  expect(outcomes.size).toBe(1);
});

it('goes on telling the same when work and syncs alternate', async () => {
  for (const round of [0, 1, 2]) {
    for (const machine of MACHINES) {
      await work(root, machine, round);
      syncFolders(side(root, machine), side(root, 'meeting'));
    }
  }
  for (const machine of MACHINES) syncFolders(side(root, machine), side(root, 'meeting'));
  const [laptop, ...others] = [...MACHINES, 'meeting'].map((library) => told(root, library));
  for (const other of others) expect(other).toBe(laptop);
  expect(laptop).toContain('common');
});
