import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import type { EventDraft } from '../../store/journal/events.ts';
import { forgetReading } from '../../store/journal/forget-reading.ts';
import type { Journal, JournalOptions } from '../../store/journal/journal.ts';
import { openJournal } from '../../store/journal/open-journal.ts';
import { verifyJournal } from '../../store/journal/verify-journal.ts';

const made: string[] = [];
const open: Journal[] = [];
const newLibrary = (): string => {
  const library = mkdtempSync(join(tmpdir(), 'cables-durable-'));
  made.push(library);
  return library;
};
const openAt = (folder: string, options: Partial<JournalOptions> = {}): Journal => {
  const journal = openJournal({ folder, readOnly: false, machine: 'laptop', ...options });
  open.push(journal);
  return journal;
};
const tag = (name: string, ...cables: string[]): EventDraft[] => [{ type: 'tag.added', data: { cables, tag: name, via: {} } }];
const tagsOf = (journal: Journal): string[] =>
  journal.personal
    .tags()
    .map((count) => count.tag)
    .sort();
const slotsIn = (library: string, journal: Journal): string[] =>
  readdirSync(join(library, 'journal', journal.device)).filter((name) => name.endsWith('.lock'));

afterEach(async () => {
  for (const journal of open.splice(0)) await journal.close();
  for (const library of made.splice(0)) rmSync(library, { recursive: true, force: true });
});

describe('files', () => {
  it('are private whatever the umask', async () => {
    for (const umask of [0o000, 0o777]) {
      const library = newLibrary();
      const before = process.umask(umask);
      try {
        const journal = openAt(library);
        journal.record([...tag('a', '09ARCADIA1'), { type: 'cable.opened', data: { cable: '09ARCADIA1', via: {} } }]);
        await journal.close();
      } finally {
        process.umask(before);
      }
      const found = execFileSync('find', [library, '-mindepth', '1', '-printf', '%y %m\n'], { encoding: 'utf8' });
      expect([...new Set(found.trim().split('\n'))].sort()).toEqual(['d 700', 'f 600']);
    }
  });

  it('are not made by looking', () => {
    const library = newLibrary();
    const journal = openAt(library, { readOnly: true });
    expect(journal.record(tag('a', '09ARCADIA1'))).toBeNull();
    expect(journal.personal.tags()).toEqual([]);
    openAt(library).personal.counts();
    openAt(join(library, 'nowhere'), { at: '2026-01-01T00:00:00Z' });
    expect(readdirSync(library)).toEqual([]);
  });

  it('one idle slot serves one command after another; each open window has its own', async () => {
    const library = newLibrary();
    for (const name of ['a', 'b', 'c']) {
      const journal = openAt(library);
      journal.record(tag(name, '09ARCADIA1'));
      await journal.close();
    }
    const [one, other] = [openAt(library), openAt(library)];
    expect(slotsIn(library, one)).toHaveLength(1);
    one.record(tag('d', '09ARCADIA1'));
    other.record(tag('e', '09ARCADIA1'));
    expect(slotsIn(library, one)).toHaveLength(2);
    expect(verifyJournal(join(library, 'journal')).findings).toEqual([]);
    expect(tagsOf(openAt(library, { readOnly: true }))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('a slot of another host is never taken', async () => {
    const library = newLibrary();
    const journal = openAt(library);
    journal.record(tag('a', '09ARCADIA1'));
    await journal.close();
    const [lock] = slotsIn(library, journal);
    const db = new DatabaseSync(join(library, 'journal', journal.device, lock!));
    db.exec("UPDATE host SET fingerprint = 'of another host'");
    db.close();
    openAt(library).record(tag('b', '09ARCADIA1'));
    expect(slotsIn(library, journal)).toHaveLength(2);
  });
});

describe('a device', () => {
  it('keeps its id; a copied library gets a new one and remembers the old', async () => {
    const library = newLibrary();
    const journal = openAt(library);
    journal.record(tag('a', '09ARCADIA1'));
    await journal.close();
    const { device } = journal;
    expect(device).toMatch(/^[0-9a-f]{8}$/);
    const again = openAt(library);
    again.record(tag('b', '09ARCADIA1'));
    expect(again.device).toBe(device);

    const copy = newLibrary();
    cpSync(library, copy, { recursive: true });
    const copied = openAt(copy);
    copied.record(tag('c', '09ARCADIA1'));
    await copied.flush();
    expect(copied.device).not.toBe(device);
    expect(tagsOf(copied)).toEqual(['a', 'b', 'c']);
    expect(copied.personal.history({ type: 'device.adopted' })).toMatchObject([
      { detail: `the library of device ${device}`, device: copied.device },
    ]);
  });

  it('on a network disk each machine finds its own again', async () => {
    const library = newLibrary();
    const ids: string[] = [];
    for (const machine of ['laptop', 'server', 'laptop', 'server']) {
      const journal = openAt(library, { machine });
      journal.record(tag(machine, '09ARCADIA1'));
      await journal.close();
      ids.push(journal.device);
    }
    expect(ids[2]).toBe(ids[0]);
    expect(ids[3]).toBe(ids[1]);
    expect(ids[1]).not.toBe(ids[0]);
  });
});

describe('another window', () => {
  it('sees what was decided here within a second, and nothing twice', async () => {
    const library = newLibrary();
    const [here, there] = [openAt(library), openAt(library)];
    here.record(tag('first', '09ARCADIA1'));
    const seen = new Promise<ReadonlySet<string>>((settle) => there.onChange(({ remote, cables }) => remote && settle(cables)));
    const from = performance.now();
    here.record(tag('second', '09ARCADIA2'));
    expect([...(await seen)]).toContain('09ARCADIA2');
    expect(performance.now() - from).toBeLessThan(1_000);
    expect(tagsOf(there)).toContain('second');
    const id = there.record(tag('third', '09ARCADIA2'))!;
    expect(id > here.lastUndoable()!.action).toBe(true);
    expect(here.personal.history({ type: 'tag' }).length).toBe(
      new Set(here.personal.history({ type: 'tag' }).map(({ event }) => event)).size,
    );
  });

  it('half a line is left out until the rest is there', async () => {
    const library = newLibrary();
    const writer = openAt(library);
    writer.record(tag('a', '09ARCADIA1'));
    await writer.close();
    const folder = join(library, 'journal', writer.device);
    const [name] = readdirSync(folder).filter((file) => file.endsWith('.ndjson'));
    const line = readFileSync(join(folder, name!));
    rmSync(join(folder, name!));
    const reader = openAt(library, { readOnly: true });
    const changed = new Promise<void>((settle) => reader.onChange(() => reader.personal.tags().length > 0 && settle()));
    writeFileSync(join(folder, name!), line.subarray(0, 100));
    await new Promise((settle) => setTimeout(settle, 100));
    expect(tagsOf(reader)).toEqual([]);
    appendFileSync(join(folder, name!), line.subarray(100));
    await changed;
    expect(tagsOf(reader)).toEqual(['a']);
    expect(reader.findings).toEqual([]);
  });

  it('a conflict copy is read as what it is', async () => {
    const library = newLibrary();
    const writer = openAt(library);
    writer.record(tag('a', '09ARCADIA1'));
    await writer.close();
    const folder = join(library, 'journal', writer.device);
    const [name] = readdirSync(folder).filter((file) => file.endsWith('.ndjson'));
    copyFileSync(join(folder, name!), join(folder, name!.replace('.ndjson', '.sync-conflict-20261124-091502-ABCDEFG.ndjson')));
    const reader = openAt(library, { readOnly: true });
    expect(reader.personal.history({})).toHaveLength(1);
    expect(reader.findings).toEqual([expect.stringContaining('copy that a sync program made')]);
  });
});

describe('trouble', () => {
  it('a folder that vanishes is said, and what was decided is written when it is back', async () => {
    const library = newLibrary();
    const journal = openAt(library);
    journal.record(tag('before', '09ARCADIA1'));
    await journal.flush();
    renameSync(library, `${library}.away`);
    expect(journal.record(tag('during', '09ARCADIA1'))).not.toBeNull();
    expect(tagsOf(journal)).toEqual(['before', 'during']);
    expect(journal.trouble).toMatchObject({ waiting: 1, message: expect.stringContaining('its folder is gone') });
    expect(existsSync(library)).toBe(false);
    renameSync(`${library}.away`, library);
    journal.record(tag('after', '09ARCADIA1'));
    await journal.flush();
    expect(journal.trouble).toBeNull();
    expect(tagsOf(openAt(library, { readOnly: true }))).toEqual(['after', 'before', 'during']);
  });

  it('a journal folder deleted under us is written again with what this window did', async () => {
    const library = newLibrary();
    const journal = openAt(library);
    journal.record(tag('before', '09ARCADIA1'));
    await journal.flush();
    rmSync(join(library, 'journal'), { recursive: true });
    journal.record(tag('after', '09ARCADIA1'));
    journal.record(tag('last', '09ARCADIA1'));
    await journal.flush();
    expect(journal.trouble).toBeNull();
    expect(tagsOf(openAt(library, { readOnly: true }))).toEqual(['after', 'before', 'last']);
  });

  it('a folder that may not be written is said; the events wait', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('the superuser may write everywhere');
    const library = newLibrary();
    chmodSync(library, 0o500);
    const journal = openAt(library);
    journal.record(tag('a', '09ARCADIA1'));
    expect(journal.trouble).toMatchObject({ waiting: 1, message: expect.stringContaining('writing is not allowed there') });
    expect(tagsOf(journal)).toEqual(['a']);
    chmodSync(library, 0o700);
    await journal.flush();
    expect(journal.trouble).toBeNull();
    expect(tagsOf(openAt(library, { readOnly: true }))).toEqual(['a']);
  });

  it('a disk that turns read-only is said, and reading goes on', async ({ skip }) => {
    const disk = newLibrary();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      skip('a small disk cannot be made here');
    }
    try {
      const before = openAt(disk);
      before.record(tag('before', '09ARCADIA1'));
      await before.close();
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      const journal = openAt(disk);
      expect(tagsOf(journal)).toEqual(['before']);
      journal.record(tag('during', '09ARCADIA1'));
      expect(journal.trouble).toMatchObject({ waiting: 1, message: expect.stringContaining('read-only') });
      expect(tagsOf(journal)).toEqual(['before', 'during']);
      execFileSync('mount', ['-o', 'remount,rw', disk]);
      await journal.flush();
      expect(journal.trouble).toBeNull();
      for (const each of open.splice(0)) await each.close();
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('a full disk cuts a line, and the events are written when there is room', async ({ skip }) => {
    const library = newLibrary();
    const disk = join(library, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=80k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      skip('a small disk cannot be made here');
    }
    try {
      const journal = openAt(disk);
      journal.record(tag('first', '09ARCADIA1'));
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(200_000), { flag: 'a' }) as unknown;
    } catch {
      /* full now */
    }
    try {
      const journal = open.at(-1)!;
      const names = Array.from({ length: 60 }, (_, i) => `tag-${String(i).padStart(2, '0')}`);
      for (const name of names) journal.record(tag(name, ...Array.from({ length: 20 }, (_, i) => `09ARCADIA${i}`)));
      expect(journal.trouble?.message).toContain('the disk is full');
      expect(tagsOf(journal)).toHaveLength(61);
      rmSync(join(disk, 'ballast'));
      await journal.flush();
      expect(journal.trouble).toBeNull();
      expect(tagsOf(openAt(disk, { readOnly: true }))).toEqual(['first', ...names]);
      for (const each of open.splice(0)) await each.close();
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

describe('looking back and forgetting', () => {
  it('--at shows the journal as it was', async () => {
    const library = newLibrary();
    let now = Date.parse('2026-11-01T10:00:00Z');
    const journal = openAt(library, { now: () => now });
    const first = journal.record(tag('early', '09ARCADIA1'))!;
    now = Date.parse('2026-11-02T10:00:00Z');
    journal.undo(first);
    journal.record(tag('late', '09ARCADIA1'));
    await journal.flush();
    expect(tagsOf(openAt(library, { at: '2026-11-01T23:59:59.999Z' }))).toEqual(['early']);
    expect(tagsOf(openAt(library, { at: '2026-11-03T00:00:00Z' }))).toEqual(['late']);
  });

  it('reading of whole months is forgotten, decisions stay, and other devices do the same', async () => {
    const library = newLibrary();
    let now = Date.parse('2026-09-10T10:00:00Z');
    const read = (cable: string): EventDraft[] => [{ type: 'cable.read', data: { cable, version: 'f', para: 9, of: 9, ms: 20_000 } }];
    const journal = openAt(library, { now: () => now });
    journal.record([...read('09ARCADIA1'), ...tag('stays', '09ARCADIA1')]);
    now = Date.parse('2026-11-10T10:00:00Z');
    journal.record(read('09ARCADIA2'));
    await journal.flush();
    const other = newLibrary();
    cpSync(library, other, { recursive: true });
    expect(await forgetReading(journal, library, '2026-11-05')).toBe(1);
    for (const each of [journal, openAt(library, { readOnly: true })]) {
      expect(each.personal.counts()).toMatchObject({ read: 1, tags: 1, readingDays: 1 });
      expect(each.personal.history({ stream: 'reading' })).toHaveLength(1);
    }
    const told = readFileSync(statSync(library).isDirectory() ? pathOfDecisions(library, '2026-11') : '', 'utf8');
    const slot = pathOfDecisions(library, '2026-11');
    writeFileSync(join(other, slot.slice(library.length)), told);
    const elsewhere = openAt(other);
    expect(elsewhere.personal.counts()).toMatchObject({ read: 1, tags: 1 });
    expect(execFileSync('find', [other, '-name', '*.reading.ndjson'], { encoding: 'utf8' }).trim().split('\n')).toHaveLength(1);
    expect(verifyJournal(join(library, 'journal')).findings).toEqual([]);
  });
});

function pathOfDecisions(library: string, month: string): string {
  return execFileSync('find', [library, '-name', `*-${month}.ndjson`], { encoding: 'utf8' }).trim();
}
