import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listJournalFiles } from '../../store/journal/log/journal-folder.ts';
import { openJournal } from '../../store/journal/open-journal.ts';
import { verifyJournal } from '../../store/journal/verify-journal.ts';

const FULL = process.env['CABLES_FULL'] === '1';
const KILLS = FULL ? 200 : 10;
const [WRITERS, EVENTS] = FULL ? [3, 20_000] : [3, 600];
const DRIVER = fileURLToPath(new URL('./journal-driver.ts', import.meta.url));

function drive(...args: string[]) {
  const child = spawn(process.execPath, [DRIVER, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (complained += chunk));
  const ended = new Promise<{ said: string; complained: string }>((settle) => child.on('close', () => settle({ said, complained })));
  const started = new Promise<void>((settle) => child.stdout.once('data', () => settle()));
  return { child, ended, started };
}

describe('kill -9 while deciding', () => {
  it(`loses nothing that was confirmed (${KILLS} kills), and few slots serve many processes`, async () => {
    const library = mkdtempSync(join(tmpdir(), 'cables-kill-'));
    const confirmed = new Set<string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { child, ended, started } = drive(library, `run${kill}`, '0', kill % 2 ? '1' : '0');
      await started;
      await new Promise((settle) => setTimeout(settle, Math.random() * 60));
      child.kill('SIGKILL');
      const { said } = await ended;
      for (const line of said.split('\n').slice(0, -1)) confirmed.add(line.split(' ')[0]!);
    }
    const journal = openJournal({ folder: library, readOnly: true });
    const there = new Set(journal.personal.history({}).map(({ event }) => event));
    expect(confirmed.size).toBeGreaterThan(KILLS);
    expect([...confirmed].filter((id) => !there.has(id))).toEqual([]);
    expect(verifyJournal(join(library, 'journal')).findings.filter((finding) => !/damaged|not finished/.test(finding))).toEqual([]);
    expect(new Set(listJournalFiles(join(library, 'journal')).map(({ slot }) => slot)).size).toBe(1);
    rmSync(library, { recursive: true });
  });
});

describe(`${WRITERS} processes on one library`, () => {
  it(`write ${EVENTS} events each: all there, all ids distinct, nothing interleaved`, async () => {
    const library = mkdtempSync(join(tmpdir(), 'cables-writers-'));
    const ends = await Promise.all(Array.from({ length: WRITERS }, (_, i) => drive(library, `w${i}`, String(EVENTS)).ended));
    expect(ends.map(({ complained }) => complained.replace(/.*ExperimentalWarning.*\n.*\n?/g, ''))).toEqual(ends.map(() => ''));
    const journal = openJournal({ folder: library, readOnly: true });
    const { files, events, findings } = verifyJournal(join(library, 'journal'));
    expect(findings).toEqual([]);
    expect(journal.findings).toEqual([]);
    expect(events).toBe(WRITERS * EVENTS);
    // One that began after another had ended took over its slot.
    expect(files).toBeLessThanOrEqual(WRITERS);
    expect(journal.personal.counts()).toMatchObject({
      bookmarks: WRITERS * Math.floor(EVENTS / 3),
      tags: WRITERS * (EVENTS - Math.floor(EVENTS / 3)),
    });
    rmSync(library, { recursive: true });
  });
});
