/* The journal: a durable event beside a bare write and fdatasync; replaying 200,000 events over 5,000 cables beside JSON.parse of the same
 * lines; opening a library with a million events behind its snapshot beside an empty one. Both sides in turn, medians.
 */
import { closeSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStream } from '../../fixtures/corpus/draw.ts';
import type { EventDraft } from '../../store/journal/events.ts';
import { formatHlc, START, tick } from '../../store/journal/log/hlc.ts';
import { formatLine, NO_LINE, stampDraft } from '../../store/journal/log/line.ts';
import { readLines } from '../../store/journal/log/read-lines.ts';
import { claimSlot } from '../../store/journal/log/slot.ts';
import { StreamWriter } from '../../store/journal/log/stream-writer.ts';
import { formatWallTime } from '../../store/journal/log/wall-time.ts';
import { openJournal } from '../../store/journal/open-journal.ts';
import { Ledger } from '../../store/journal/projections/ledger.ts';
import { launcher, makeLibrary } from './peers.ts';
import { middle, PtyMeter } from './pty-meter.ts';
import { makeBenchCables } from './sample.ts';

const EVENTS = 200_000;
const CABLES = 5_000;
const BEHIND = 1_000_000;
const APPENDS = 400;
const RUNS = 7;
const BEGIN = Date.parse('2023-01-05T08:00:00Z');
/** Three years of them. */
const YEARS_LONG = 3 * 365 * 24 * 3600 * 1000;
const DEVICE = '7f3a91c2';
const SLOT = 'k2v9';

export interface JournalFigure {
  readonly what: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: 'us' | 'ms';
  /** At most so many times as long; with `more`, at most so many milliseconds longer. */
  readonly bar: number;
  readonly more?: boolean;
}

export async function measureJournal(): Promise<JournalFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cables-bench-'));
  try {
    return [measureAppend(folder), ...measureReplay(), await measureStart(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a reader does in an evening, over and over: opens, reads, decides, tags; now and then a bookmark or an undo. */
function* inventDrafts(count: number): Generator<EventDraft> {
  const { below } = openStream(7, 0);
  for (let i = 0; i < count; i += 1) {
    const number = below(CABLES);
    const cable = `09ARCADIA${number}`;
    // Three tags a cable, of 23.
    const tag = `tag-${(number + below(3)) % 23}`;
    const via = { query: 'border* date:2003..', hit: below(9) + 1 };
    const kind = below(200);
    if (kind < 40) yield { type: 'cable.opened', data: { cable, via } };
    else if (kind < 110) yield { type: 'cable.read', data: { cable, version: 'a1b2c3', para: below(14) + 1, of: 14, ms: 30_000 } };
    else if (kind < 155) yield { type: kind < 130 ? 'cable.kept' : 'cable.skipped', data: { cables: [cable], queue: 'q1', via } };
    else if (kind < 199) yield { type: kind < 160 ? 'tag.removed' : 'tag.added', data: { cables: [cable], tag, via } };
    else yield { type: 'bookmark.added', data: { bookmark: `b${i}`, cable, para: below(14) + 1, quote: 'The wells were dug to', via } };
  }
}

/** The lines of a file. @param apart milliseconds between them */
function inventLines(count: number, apart = 1000): string {
  const lines: string[] = [];
  let clock = START;
  let prev = NO_LINE;
  let seq = 0;
  for (const draft of inventDrafts(count)) {
    seq += 1;
    const now = BEGIN + seq * apart;
    clock = tick(clock, now);
    const id = formatHlc(clock, DEVICE, SLOT);
    const line = formatLine(stampDraft(draft, { id, at: formatWallTime(now, 60), action: id }, 1), seq, prev);
    lines.push(line.text);
    prev = line.sum;
  }
  return lines.join('');
}

function measureAppend(folder: string): JournalFigure {
  const journal = join(folder, 'append', 'journal');
  mkdirSync(join(journal, DEVICE), { recursive: true });
  const slot = claimSlot(join(journal, DEVICE), 'host', null);
  const writer = new StreamWriter(slot, journal, 'decisions');
  const bare = openSync(join(folder, 'bare.ndjson'), 'a', 0o600);
  const lines = inventLines(APPENDS).trimEnd().split('\n');
  const ours: number[] = [];
  const theirs: number[] = [];
  let clock = START;
  let i = 0;
  for (const draft of inventDrafts(APPENDS)) {
    clock = tick(clock, BEGIN + i * 1000);
    const id = formatHlc(clock, DEVICE, slot.name);
    const begun = performance.now();
    writer.append({ ...stampDraft(draft, { id, at: formatWallTime(BEGIN, 60), action: id }, 1) });
    writer.syncNow();
    const turn = performance.now();
    writeSync(bare, `${lines[i]}\n`);
    fdatasyncSync(bare);
    const ended = performance.now();
    ours.push((turn - begun) * 1000);
    theirs.push((ended - turn) * 1000);
    i += 1;
  }
  writer.close();
  slot.release();
  closeSync(bare);
  return { what: 'a durable event / write + fdatasync of the same line', ours: middle(ours), theirs: middle(theirs), unit: 'us', bar: 1.2 };
}

function measureReplay(): JournalFigure[] {
  const bytes = Buffer.from(inventLines(EVENTS));
  const taken = { parse: [] as number[], plain: [] as number[], verified: [] as number[] };
  for (let run = 0; run <= RUNS; run += 1) {
    const parse = time(() => parseLines(bytes));
    const plain = time(() => replay(bytes, false));
    const verified = time(() => replay(bytes, true));
    // The first round only warms up.
    if (run === 0) continue;
    taken.parse.push(parse);
    taken.plain.push(plain);
    taken.verified.push(verified);
  }
  const theirs = middle(taken.parse);
  return [
    {
      what: 'replay of 200,000 events over 5,000 cables / JSON.parse of the lines',
      ours: middle(taken.plain),
      theirs,
      unit: 'ms',
      bar: 1.5,
    },
    { what: 'the same, every sum verified', ours: middle(taken.verified), theirs, unit: 'ms', bar: 2.5 },
  ];
}

function parseLines(bytes: Buffer): number {
  let events = 0;
  for (const line of bytes.toString('utf8').split('\n')) if (line !== '' && (JSON.parse(line) as { id: string }).id) events += 1;
  return events;
}

function replay(bytes: Buffer, verify: boolean): number {
  const ledger = new Ledger();
  ledger.add(readLines(bytes, verify).events);
  ledger.settle();
  return ledger.cables.size;
}

/** Whole processes in a pseudo-terminal: from spawn to the last byte of the first frame. */
async function measureStart(folder: string): Promise<JournalFigure> {
  const { cables } = makeBenchCables();
  const stores = ['full', 'empty'].map((name) => {
    mkdirSync(join(folder, name));
    return makeLibrary(join(folder, name), cables.slice(0, 200));
  });
  const [full] = stores as [string, string];
  mkdirSync(join(full, 'journal', DEVICE), { recursive: true });
  writeFileSync(join(full, 'journal', DEVICE, `${SLOT}-2023-01.ndjson`), inventLines(BEHIND, YEARS_LONG / BEHIND));
  const journal = openJournal({ folder: full, readOnly: false, snapshotAfter: 1 });
  await journal.close();
  const taken = stores.map(() => [] as number[]);
  for (let run = 0; run <= RUNS; run += 1)
    for (const [i, store] of stores.entries()) {
      const begun = performance.now();
      const meter = new PtyMeter({ file: process.execPath, args: [launcher], env: { CABLES_STORE: store }, columns: 80, rows: 24 });
      await meter.settle(8000, 300);
      await meter.end();
      if (run > 0) taken[i]!.push(meter.lastByteAt - begun);
    }
  const [ours, theirs] = taken.map(middle) as [number, number];
  return { what: 'first frame with a snapshot of 1,000,000 events / with no journal', ours, theirs, unit: 'ms', bar: 100, more: true };
}

function time(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** The figures and their bars, as Markdown. */
export function reportJournal(figures: readonly JournalFigure[]): string {
  const lines = ['| ours / theirs | ours | theirs | | bar | |', '|---|--:|--:|--:|--:|---|'];
  for (const { what, ours, theirs, unit, bar, more } of figures) {
    const against = more ? ours - theirs : ours / theirs;
    const shown = [ours, theirs].map((value) => `${value.toFixed(0)} ${unit}`).join(' | ');
    const [figure, most] = more ? [`+${against.toFixed(0)} ms`, `<= +${bar} ms`] : [`${against.toFixed(2)}x`, `<= ${bar}x`];
    lines.push(`| ${what} | ${shown} | ${figure} | ${most} | ${against <= bar ? 'holds' : 'MISSED'} |`);
  }
  return lines.join('\n');
}
