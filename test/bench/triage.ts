/* An evening of triage: 400 cables at ten decisions a second through a terminal that acknowledges frames; the undo of all of it; and one tag on
 * a hundred thousand cables.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCorpus } from '../../fixtures/corpus/generate-corpus.ts';
import { changeTags } from '../../store/journal/decide/change-tags.ts';
import { openJournal } from '../../store/journal/open-journal.ts';
import { launcher, makeLibrary } from './peers.ts';
import { PtyMeter } from './pty-meter.ts';

const CABLES = 5000;
const DECISIONS = 400;
const EVERY_MS = 100;
const BATCH = 100_000;
/** Most keep little: as people do. */
const KEYS = ['x', 'x', 'v', 'x', 'x', 'w', 'x', 'x', 'x', 'v'];

interface Measured {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly bar: string;
  readonly held: boolean;
}

export async function measureTriage(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cables-bench-'));
  try {
    const batch = await tagMany(join(folder, 'batch'));
    const store = makeLibrary(folder, [...generateCorpus({ count: CABLES })]);
    return [...(await triageEvening(store)), ...batch];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function triageEvening(store: string): Promise<Measured[]> {
  const env = { ...process.env, CABLES_STORE: store };
  const run = (...args: readonly string[]) =>
    execFileSync(process.execPath, [launcher, ...args], { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  const decided = () =>
    run('log', '--json')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LogLine)
      .filter(isVerdict);
  const meter = new PtyMeter({
    file: process.execPath,
    args: [launcher, 'open', 'date:1900..'],
    env: { CABLES_STORE: store },
    columns: 80,
    rows: 24,
  });
  await meter.settle(8000, 300);
  const began = new Date(Date.now() - 1).toISOString();
  for (const keys of ['Severything\r', 'D']) {
    meter.write(keys);
    await meter.settle(3000, 300);
  }
  const times: number[] = [];
  let dropped = 0;
  for (let i = 0; i < DECISIONS + dropped; i++) {
    const started = performance.now();
    const before = meter.bytes;
    meter.forget();
    meter.write(KEYS[i % KEYS.length]!);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS - 1));
    while (performance.now() - started < EVERY_MS) await new Promise((resolve) => setImmediate(resolve));
    if (meter.tail.includes('not shown yet')) dropped += 1;
    times.push(meter.bytes > before ? meter.lastByteAt - started : EVERY_MS);
  }
  await meter.settle(3000, 500);
  meter.write('Q');
  await meter.exited;
  const verdicts = decided();
  const own = verdicts.filter(({ via }) => via.search === 'everything');
  const distinct = new Set(own.flatMap(({ cables }) => cables)).size;
  run('undo', '--since', began, '--yes');
  const standing = decided().filter(({ undone }) => !undone).length;
  return [
    {
      what: `decisions recorded with their question, of ${DECISIONS}`,
      figure: distinct,
      unit: '',
      bar: `${DECISIONS}`,
      held: distinct === DECISIONS,
    },
    { what: 'keys that came before their cable was shown: dropped aloud, pressed again', figure: dropped, unit: '', bar: '', held: true },
    { what: 'next cable painted, median', figure: quantile(times, 0.5), unit: 'ms', bar: '', held: true },
    { what: 'next cable painted, p95', figure: quantile(times, 0.95), unit: 'ms', bar: '<= 50', held: quantile(times, 0.95) <= 50 },
    { what: 'decisions that stand after undo --since', figure: standing, unit: '', bar: '0', held: standing === 0 },
  ];
}

/** As the reader does it: what changes is found, recorded as one event, folded, and on the disk. */
async function tagMany(folder: string): Promise<Measured[]> {
  const cables = Array.from({ length: BATCH }, (_, i) => `${String((i % 30) + 70).padStart(2, '0')}ARCADIA${i}`);
  const journal = openJournal({ folder, readOnly: false });
  const started = performance.now();
  const drafts = changeTags(journal.personal, { cables, add: ['batch'], remove: [], via: { query: 'date:1900..' } });
  const action = journal.record(drafts)!;
  const shown = cables.slice(0, 50).every((cable) => journal.personal.mark(cable, null).tags.includes('batch'));
  await journal.flush();
  const took = performance.now() - started;
  const undoing = performance.now();
  journal.undo(action);
  await journal.flush();
  const undone = performance.now() - undoing;
  const left = journal.personal.tags().length;
  await journal.close();
  return [
    {
      what: `tag on ${BATCH.toLocaleString('en')} cables, on screen and on the disk`,
      figure: took,
      unit: 'ms',
      bar: '<= 1000',
      held: took <= 1000 && shown,
    },
    { what: 'events of it', figure: drafts.length, unit: '', bar: '1', held: drafts.length === 1 },
    { what: 'its undo, on the disk', figure: undone, unit: 'ms', bar: '<= 1000', held: undone <= 1000 && left === 0 },
  ];
}

interface LogLine {
  readonly type: string;
  readonly cables: readonly string[];
  readonly via: { readonly search?: string };
  readonly undone: boolean;
}

const isVerdict = ({ type }: LogLine): boolean => type === 'cable.kept' || type === 'cable.skipped' || type === 'cable.deferred';

function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export function reportTriage(measured: readonly Measured[]): string {
  return [
    '| | figure | bar | |',
    '|---|---:|---:|---|',
    ...measured.map(
      ({ what, figure, unit, bar, held }) =>
        `| ${what} | ${unit === 'ms' ? figure.toFixed(1) : figure} ${unit} | ${bar} | ${held ? 'held' : '**not held**'} |`,
    ),
  ].join('\n');
}
