/* The reader and less over ssh, through a link of 200 ms and 10 KB/s. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSshd } from './own-sshd.ts';
import { isInstalled, launcher, makeLibrary } from './peers.ts';
import { middle, PtyMeter } from './pty-meter.ts';
import { makeBenchCables } from './sample.ts';
import { openSlowLink } from './slow-link.ts';

const LINK = { roundTripMs: 200, bytesPerSecond: 10_000 };
const SIZE = { columns: 80, rows: 24 };
const PER_SECOND = 30;
const HELD_SECONDS = 3;
const RUNS = 1;
const FIRST_PAINTS = 3;
/** Silence after which nothing more is under way: several round trips. */
const QUIET_MS = 900;

export interface LinkFigure {
  readonly what: string;
  readonly cables: number;
  readonly less: number;
  /** Milliseconds for cables. */
  readonly most: number;
}

export interface LinkResult {
  readonly figures: readonly LinkFigure[];
  /** Cables skipped by `xxx` typed ahead; null where it was not measured. */
  readonly skipped: number | null;
}

type Open = (command: string) => PtyMeter;

export async function measureLink(): Promise<LinkResult> {
  if (!['sshd', 'ssh', 'ssh-keygen', 'less'].map(isInstalled).every(Boolean)) return { figures: [], skipped: null };
  const folder = mkdtempSync(join(tmpdir(), 'cables-bench-'));
  const closing: (() => void)[] = [];
  try {
    const bench = makeBenchCables();
    // Long enough that a page down held for three seconds does not reach the end.
    const long = { ...bench.long, body: `${bench.long.body}\n`.repeat(8) };
    const store = makeLibrary(
      folder,
      bench.cables.map((cable) => (cable.id === long.id ? long : cable)),
    );
    const text = join(folder, 'cable.txt');
    writeFileSync(text, long.body.replaceAll('¶', ''));
    const sshd = await startSshd(join(folder, 'ssh'));
    closing.push(() => sshd.end());
    const link = await openSlowLink({ to: sshd.port, ...LINK });
    closing.push(() => link.close());
    const open: Open = (command) =>
      new PtyMeter({
        file: 'ssh',
        args: [...sshd.sshArguments(link.port), `stty -echo; export LANG=C.UTF-8; sleep 1; printf GO; sleep 0.5; exec ${command}`],
        ...SIZE,
      });
    const ours = (words: string) => `env CABLES_STORE='${store}' '${process.execPath}' '${launcher}' open ${words}`;
    const less = `less '${text}'`;
    const figures: LinkFigure[] = [];
    for (const { what, key } of [
      { what: 'held j, lag after release', key: 'j' },
      { what: 'held page down, lag after release', key: ' ' },
    ]) {
      const [a, b] = await inTurn([() => lagOf(open, ours(long.id), key), () => lagOf(open, less, key)]);
      figures.push({ what, cables: a!, less: b!, most: 1.2 * b! });
    }
    const [a, b] = await inTurn([() => firstPaint(open, ours(long.id)), () => firstPaint(open, less)], FIRST_PAINTS);
    figures.push({ what: 'first paint', cables: a!, less: b!, most: b! + 400 });
    return { figures, skipped: await typeAhead(open, ours) };
  } finally {
    for (const close of closing.reverse()) close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The median of each, measured in turn. */
async function inTurn(measures: readonly (() => Promise<number>)[], runs = RUNS): Promise<number[]> {
  const taken = measures.map(() => [] as number[]);
  for (let run = 0; run < runs; run++) for (const [i, measure] of measures.entries()) taken[i]!.push(await measure());
  return taken.map(middle);
}

/** Milliseconds from the release of a key held for three seconds to the last byte that reaches this end. */
async function lagOf(open: Open, command: string, key: string): Promise<number> {
  const meter = open(command);
  try {
    await begun(meter);
    await meter.settleAnew(10_000, QUIET_MS);
    const started = performance.now();
    for (let i = 0; i < PER_SECOND * HELD_SECONDS; i++) {
      await until(started + (i * 1000) / PER_SECOND);
      meter.write(key);
    }
    const released = performance.now();
    await meter.settle(30_000, QUIET_MS);
    return Math.max(0, meter.lastByteAt - released);
  } finally {
    await meter.end();
  }
}

/** Milliseconds from the start of the program at the far end, as this end sees it, to the end of its first frame. */
async function firstPaint(open: Open, command: string): Promise<number> {
  const meter = open(command);
  try {
    const started = await begun(meter);
    await meter.settleAnew(10_000, QUIET_MS);
    return meter.lastByteAt - started;
  } finally {
    await meter.end();
  }
}

/** When the far end begins the program, as this end sees it: half a second after it says so, or both would come in one packet. */
async function begun(meter: PtyMeter): Promise<number> {
  const deadline = performance.now() + 15_000;
  while (!meter.tail.includes('GO')) {
    if (performance.now() > deadline) throw new Error(`No connection: ${meter.tail}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return performance.now();
}

/** `xxx` in one burst in triage, before the first has been answered. @returns how many cables were skipped */
async function typeAhead(open: Open, ours: (words: string) => string): Promise<number> {
  const meter = open(ours('date:1900..'));
  await begun(meter);
  await meter.settleAnew(10_000, QUIET_MS);
  for (const keys of ['D', 'xxx', 'q', 'q']) {
    meter.write(keys);
    await until(performance.now() + 2 * QUIET_MS);
  }
  await meter.end();
  const count = open(ours('').replace(/open $/, 'count is:skipped'));
  await begun(count);
  await Promise.race([count.exited, until(performance.now() + 10_000)]);
  const said = count.tail.slice(count.tail.indexOf('GO') + 2);
  await count.end().catch(() => {});
  return Number(/\d+/.exec(said)?.[0] ?? Number.NaN);
}

const until = (moment: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())));

/** The table with its bars, as Markdown. */
export function reportLink({ figures, skipped }: LinkResult): string {
  if (figures.length === 0) return 'not measured: sshd, ssh or less is missing';
  return [
    `| ${LINK.roundTripMs} ms, ${LINK.bytesPerSecond / 1000} KB/s, ${SIZE.columns}x${SIZE.rows} | cables ms | less ms | bar ms | |`,
    '|---|--:|--:|--:|---|',
    ...figures.map(
      ({ what, cables, less, most }) =>
        `| ${what} | ${cables.toFixed(0)} | ${less.toFixed(0)} | <= ${most.toFixed(0)} | ${cables <= most ? 'holds' : 'MISSED'} |`,
    ),
    '',
    `\`xxx\` typed ahead skipped ${skipped} (bar: 1): ${skipped === 1 ? 'holds' : 'MISSED'}`,
  ].join('\n');
}
