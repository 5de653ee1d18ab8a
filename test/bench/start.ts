/* From spawn to the last byte of the first frame, through a real pseudo-terminal, peers in turn with ours. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled, launcher, makeLibrary, writeMail, writeMuttrc } from './peers.ts';
import { type Measured, middle, PtyMeter } from './pty-meter.ts';
import { makeBenchCables } from './sample.ts';

const RUNS = 15;
const CABLES = 200;
const MAILS = 3000;
const SIZE = { columns: 80, rows: 24 };

interface Started extends Omit<Measured, 'columns' | 'rows'> {
  readonly name: string;
  /** It shows nothing: its end is measured. */
  readonly ends?: boolean;
}

export interface StartFigure {
  readonly name: string;
  /** Median milliseconds to the first byte and to the last of the first frame; to the end of a program without a frame. */
  readonly first: number;
  readonly whole: number;
  readonly least: number;
}

export async function measureStart(): Promise<StartFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cables-bench-'));
  try {
    const programs = startedPrograms(folder);
    const taken = programs.map(() => [] as { first: number; whole: number }[]);
    // The first round only warms the caches.
    for (let run = 0; run <= RUNS; run++) {
      for (const [i, program] of programs.entries()) {
        const one = await measureOnce(program);
        if (run > 0) taken[i]!.push(one);
      }
    }
    return programs.map(({ name }, i) => ({
      name,
      first: middle(taken[i]!.map(({ first }) => first)),
      whole: middle(taken[i]!.map(({ whole }) => whole)),
      least: Math.min(...taken[i]!.map(({ whole }) => whole)),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureOnce(program: Started): Promise<{ first: number; whole: number }> {
  const started = performance.now();
  const meter = new PtyMeter({ ...program, ...SIZE });
  if (program.ends) {
    await meter.exited;
    const whole = performance.now() - started;
    return { first: whole, whole };
  }
  // neomutt pauses between the first words and the list.
  await meter.settle(8000, 1000);
  await meter.end();
  return { first: meter.firstByteAt - started, whole: meter.lastByteAt - started };
}

function startedPrograms(folder: string): Started[] {
  const { cables, long } = makeBenchCables();
  const store = makeLibrary(folder, cables.slice(0, CABLES));
  const text = join(folder, 'cable.txt');
  writeFileSync(text, long.body.replaceAll('¶', ''));
  const mail = { mbox: join(folder, 'mbox'), maildir: join(folder, 'maildir') };
  writeMail(mail, cables, MAILS);
  const muttrc = join(folder, 'muttrc');
  writeMuttrc(muttrc);
  const all: Started[] = [
    { name: 'node -e 0', file: process.execPath, args: ['-e', '0'], ends: true },
    { name: 'cables', file: process.execPath, args: [launcher], env: { CABLES_STORE: store } },
    { name: 'less', file: 'less', args: [text] },
    { name: 'neomutt, maildir', file: 'neomutt', args: ['-n', '-F', muttrc, '-R', '-f', mail.maildir] },
    { name: 'neomutt, mbox', file: 'neomutt', args: ['-n', '-F', muttrc, '-R', '-f', mail.mbox] },
  ];
  return all.filter(({ file }) => file === process.execPath || isInstalled(file));
}

const BARS = [
  { against: 'node -e 0', most: 5 },
  { against: 'neomutt, maildir', most: 1 },
];

/** The table and the bars, as Markdown. */
export function reportStart(figures: readonly StartFigure[]): string {
  const lines = ['| program | first byte ms | whole frame ms | least ms |', '|---|--:|--:|--:|'];
  for (const { name, first, whole, least } of figures)
    lines.push(`| ${name} | ${first.toFixed(0)} | ${whole.toFixed(0)} | ${least.toFixed(0)} |`);
  lines.push('', '| first whole frame against | ratio | bar | |', '|---|--:|--:|---|');
  const of = (name: string) => figures.find((figure) => figure.name === name)?.whole ?? Number.NaN;
  for (const { against, most } of BARS) {
    const ratio = of('cables') / of(against);
    if (Number.isFinite(ratio)) lines.push(`| ${against} | ${ratio.toFixed(2)} | <= ${most} | ${ratio <= most ? 'holds' : 'MISSED'} |`);
  }
  return lines.join('\n');
}
