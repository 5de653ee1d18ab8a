import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../store/journal/open-journal.ts';
import { type SyncSide, syncFolders } from '../../store/journal/sync/sync-folders.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cables-sync-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const side = (name: string, device: string | null = null): SyncSide => ({
  journal: join(folder, name, 'journal'),
  device,
  forgottenBefore: null,
});

async function decide(library: string, machine: string, tag: string, cables: string[]): Promise<string> {
  const journal = openJournal({ folder: join(folder, library), readOnly: false, machine });
  journal.record([{ type: 'tag.added', data: { cables, tag, via: {} } }]);
  const { device } = journal;
  await journal.close();
  return device;
}

function tagsOf(library: string): Record<string, string[]> {
  const { personal } = openJournal({ folder: join(folder, library), readOnly: true });
  return Object.fromEntries(personal.tags().map(({ tag }) => [tag, [...personal.ids('mine', null, tag)].sort()]));
}

const filesOf = (library: string) =>
  readdirSync(join(folder, library, 'journal'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ndjson'))
    .sort();

describe('syncing two journal folders', () => {
  it('gives both the same tags, and a second sync has nothing to do', async () => {
    await decide('laptop', 'one', 'border', ['09ARCADIA812', '09ARCADIA744']);
    await decide('server', 'two', 'dam', ['09ARCADIA812']);
    const first = syncFolders(side('laptop'), side('server'));
    expect([first.received.length, first.sent.length]).toEqual([1, 1]);
    expect(tagsOf('laptop')).toEqual({ border: ['09ARCADIA744', '09ARCADIA812'], dam: ['09ARCADIA812'] });
    expect(tagsOf('server')).toEqual(tagsOf('laptop'));
    expect(syncFolders(side('laptop'), side('server'))).toEqual({ received: [], sent: [], diverged: [], busy: [] });
  });

  it('brings only what was added since', async () => {
    await decide('laptop', 'one', 'border', ['09ARCADIA812']);
    syncFolders(side('laptop'), side('server'));
    await decide('laptop', 'one', 'dam', ['09ARCADIA744']);
    expect(syncFolders(side('laptop'), side('server')).sent).toHaveLength(1);
    expect(tagsOf('server')).toEqual({ border: ['09ARCADIA812'], dam: ['09ARCADIA744'] });
  });

  it('keeps both where a home was copied and both went on in the same slot', async () => {
    await decide('laptop', 'one', 'border', ['09ARCADIA812']);
    cpSync(join(folder, 'laptop', 'journal'), join(folder, 'copy', 'journal'), { recursive: true });
    const [file] = filesOf('laptop');
    await decide('laptop', 'one', 'dam', ['09ARCADIA744']);
    await decide('other', 'one', 'delta', ['09ARCADIA701']);
    const [foreign] = filesOf('other');
    appendFileSync(join(folder, 'copy', 'journal', file!), readFileSync(join(folder, 'other', 'journal', foreign!)));
    const report = syncFolders(side('laptop'), side('copy'));
    expect(report.diverged).toEqual([file]);
    expect(tagsOf('laptop')).toEqual({ border: ['09ARCADIA812'], dam: ['09ARCADIA744'], delta: ['09ARCADIA701'] });
    expect(tagsOf('copy')).toEqual(tagsOf('laptop'));
    syncFolders(side('laptop'), side('copy'));
    const files = filesOf('laptop');
    expect(files).toHaveLength(3);
    syncFolders(side('laptop'), side('copy'));
    expect([filesOf('laptop'), filesOf('copy')]).toEqual([files, files]);
    expect(tagsOf('laptop')).toEqual(tagsOf('copy'));
  });

  it('leaves a file alone that a process holds, and says so', async () => {
    const device = await decide('laptop', 'one', 'border', ['09ARCADIA812']);
    syncFolders(side('laptop'), side('server'));
    const [file] = filesOf('laptop');
    appendFileSync(join(folder, 'server', 'journal', file!), '{"not":"ours"}\n');
    const held: SyncSide = { ...side('laptop', device), whileIdle: () => false };
    expect(syncFolders(held, side('server')).busy).toEqual([file]);
    const idle: SyncSide = {
      ...side('laptop', device),
      whileIdle: (_folder, _slot, run) => {
        run();
        return true;
      },
    };
    expect(syncFolders(idle, side('server')).received).toEqual([file]);
  });

  it('refuses reading files that were forgotten', () => {
    mkdirSync(join(folder, 'server', 'journal', '7f3a91c2'), { recursive: true });
    writeFileSync(join(folder, 'server', 'journal', '7f3a91c2', 'k2v9-2026-02.reading.ndjson'), '{}\n');
    writeFileSync(join(folder, 'server', 'journal', '7f3a91c2', 'k2v9-2026-02.ndjson'), '{}\n');
    syncFolders({ ...side('laptop'), forgottenBefore: '2026-03' }, side('server'));
    expect(filesOf('laptop')).toEqual([join('7f3a91c2', 'k2v9-2026-02.ndjson')]);
  });

  it('reaches the same files in every order of syncs', () => {
    const names = ['a', 'b', 'c'];
    const pairs = [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 0],
      [1, 0],
    ] as const;
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...pairs, ...pairs], { minLength: 4 }),
        fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }),
        (order, lines) => {
          const root = mkdtempSync(join(folder, 'run-'));
          const at = (i: number): SyncSide => ({ journal: join(root, names[i]!, 'journal'), device: null, forgottenBefore: null });
          const whole = Array.from({ length: 10 }, (_, i) => `{"seq":${i}}\n`);
          for (const [i, count] of lines.entries()) {
            mkdirSync(join(at(i).journal, '7f3a91c2'), { recursive: true });
            writeFileSync(join(at(i).journal, '7f3a91c2', 'k2v9-2026-11.ndjson'), whole.slice(0, count).join(''));
          }
          for (const [i, j] of order) syncFolders(at(i), at(j));
          syncFolders(at(0), at(1));
          syncFolders(at(1), at(2));
          syncFolders(at(0), at(1));
          const contents = [0, 1, 2].map((i) => readFileSync(join(at(i).journal, '7f3a91c2', 'k2v9-2026-11.ndjson'), 'utf8'));
          expect(new Set(contents)).toEqual(new Set([whole.slice(0, Math.max(...lines)).join('')]));
          rmSync(root, { recursive: true, force: true });
        },
      ),
      { numRuns: process.env['CABLES_FULL'] === '1' ? 500 : 30 },
    );
  });
});
