/* Power cuts: what was not synced may be lost in any part (bytes of a file, its name in the folder), at any moment between two calls to the
 * system; device.json may be gone as well. What the journal said was on disk must be there afterwards, and it must open and go on.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { EventDraft } from '../../store/journal/events.ts';
import { openJournal } from '../../store/journal/open-journal.ts';

/** What reached the disk for certain: bytes by path, and which names. */
interface Disk {
  readonly synced: Map<string, number>;
  readonly written: Map<string, number>;
  readonly named: Set<string>;
}

interface Moment extends Disk {
  /** How many actions had been confirmed. */
  readonly certain: number;
}

const { disk, paths, moments, confirmed, passMoment } = vi.hoisted(() => {
  const now: Disk = { synced: new Map(), written: new Map(), named: new Set() };
  const known = { count: 0 };
  const passed: Moment[] = [];
  return {
    disk: now,
    paths: new Map<number, string>(),
    /** The disk after each call. */
    moments: passed,
    confirmed: known,
    passMoment(): void {
      const { synced, written, named } = now;
      passed.push({ synced: new Map(synced), written: new Map(written), named: new Set(named), certain: known.count });
    },
  };
});

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const { dirname: folderOf } = await import('node:path');
  const reached = (fd: number): void => {
    const path = paths.get(fd)!;
    if (disk.written.has(path)) disk.synced.set(path, disk.written.get(path)!);
    else for (const file of disk.written.keys()) if (folderOf(file) === path) disk.named.add(file);
    passMoment();
  };
  return {
    ...fs,
    openSync: (path: string, ...rest: [string, number?]) => {
      const fd = fs.openSync(path, ...rest);
      paths.set(fd, String(path));
      if (String(path).endsWith('.ndjson') && !disk.written.has(path)) disk.written.set(path, 0);
      passMoment();
      return fd;
    },
    writeSync: (fd: number, bytes: Buffer, ...rest: []) => {
      const written = fs.writeSync(fd, bytes, ...rest);
      const path = paths.get(fd)!;
      if (path.endsWith('.ndjson')) disk.written.set(path, (disk.written.get(path) ?? 0) + written);
      passMoment();
      return written;
    },
    fsyncSync: (fd: number) => {
      fs.fsyncSync(fd);
      reached(fd);
    },
    fdatasyncSync: (fd: number) => {
      fs.fdatasyncSync(fd);
      reached(fd);
    },
    fdatasync: (fd: number, done: (error: Error | null) => void) => {
      const before = disk.written.get(paths.get(fd)!) ?? 0;
      fs.fdatasync(fd, (error) => {
        if (!error) disk.synced.set(paths.get(fd)!, Math.max(before, disk.synced.get(paths.get(fd)!) ?? 0));
        passMoment();
        done(error);
      });
    },
  };
});

const RUNS = process.env['CABLES_FULL'] === '1' ? 1_000 : 50;
const NOW = Date.parse('2026-11-24T12:00:00Z');

type Deed = { readonly tag: string; readonly flush: boolean };

const deeds = fc.array(fc.record({ tag: fc.constantFrom('a', 'b', 'c'), flush: fc.boolean() }), { minLength: 1, maxLength: 12 });

it('loses nothing that was said to be on disk, opens, and goes on', async () => {
  await fc.assert(
    fc.asyncProperty(
      deeds,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
      fc.boolean(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (story, chances, zeros, when) => {
        const folder = mkdtempSync(join(tmpdir(), 'cables-power-'));
        const after = `${folder}-after`;
        try {
          const recorded = await live(folder, story);
          const moment = moments[Math.floor(when * (moments.length - 1))]!;
          const certain = recorded.slice(0, moment.certain);
          cutPower(folder, after, moment, chances, zeros);
          const options = { folder: after, readOnly: false, now: () => NOW + 60_000, machine: 'test' };
          const journal = openJournal(options);
          const there = new Set(journal.personal.history({ stream: 'decisions' }).map(({ action }) => action));
          expect(certain.filter((action) => !there.has(action))).toEqual([]);
          const more = journal.record([draftOf({ tag: 'later', flush: true }, 99)])!;
          await journal.close();
          const again = openJournal({ ...options, readOnly: true });
          expect(again.personal.history({ stream: 'decisions' }).map(({ action }) => action)).toEqual(
            expect.arrayContaining([...certain, more]),
          );
        } finally {
          for (const made of [folder, after]) rmSync(made, { recursive: true, force: true });
        }
      },
    ),
    { numRuns: RUNS },
  );
});

const draftOf = ({ tag }: Deed, i: number): EventDraft => ({ type: 'tag.added', data: { cables: [`09ARCADIA${i}`], tag, via: {} } });

/** @returns every action, in order */
async function live(folder: string, story: readonly Deed[]): Promise<string[]> {
  for (const held of [disk.synced, disk.written, disk.named]) held.clear();
  moments.length = 0;
  confirmed.count = 0;
  passMoment();
  const journal = openJournal({ folder, readOnly: false, now: () => NOW, machine: 'test' });
  const recorded: string[] = [];
  for (const [i, deed] of story.entries()) {
    recorded.push(journal.record([draftOf(deed, i)])!);
    if (!deed.flush) continue;
    await journal.flush();
    confirmed.count = recorded.length;
    passMoment();
  }
  await journal.close();
  return recorded;
}

/** A copy of the library as a power cut may leave it. */
function cutPower(folder: string, after: string, moment: Moment, chances: readonly number[], zeros: boolean): void {
  mkdirSync(after, { recursive: true });
  let next = 0;
  const chance = (): number => chances[next++ % chances.length]!;
  const device = 'device.json';
  if (existsSync(join(folder, device)) && chance() < 0.7) cpSync(join(folder, device), join(after, device));
  for (const [path, written] of moment.written) {
    const synced = moment.synced.get(path) ?? 0;
    if (!moment.named.has(path) && chance() < 0.5) continue;
    const kept = synced + Math.floor(chance() * (written - synced + 1));
    const copy = path.replace(folder, after);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, readFileSync(path));
    truncateSync(copy, kept);
    // Some file systems keep the length and lose the bytes.
    if (zeros && kept > synced) writeFileSync(copy, Buffer.concat([readFileSync(copy).subarray(0, synced), Buffer.alloc(kept - synced)]));
  }
}
