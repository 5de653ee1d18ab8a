/* Bytes and milliseconds a key, beside the peers, in one run through real pseudo-terminals. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../terminal/build-demo.ts';
import { type Measured, middle, PtyMeter } from './pty-meter.ts';
import { makeBenchCables } from './sample.ts';

interface Gesture {
  readonly name: string;
  /** Keys that bring the program to where the gesture is measured. */
  readonly before: readonly string[];
  readonly key: string;
  readonly times: number;
}

interface Peer extends Omit<Measured, 'columns' | 'rows'> {
  readonly name: string;
  readonly gestures: readonly Gesture[];
}

export interface TerminalFigure {
  readonly peer: string;
  readonly gesture: string;
  readonly size: string;
  readonly bytes: number;
  readonly ms: number;
}

/** Silence after which a program has started: some paint before they have read everything. */
const STARTED_MS = 1200;
const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
];
const launcher = fileURLToPath(new URL('../../dist/cables.cjs', import.meta.url));

export async function measureTerminal(): Promise<TerminalFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cables-bench-'));
  const figures: TerminalFigure[] = [];
  const inkReader = await bundle('../bench/ink-reader.tsx', 'bench');
  try {
    for (const size of SIZES) {
      for (const peer of peers(folder, size.rows, inkReader)) {
        for (const { name, before, key, times } of peer.gestures) {
          const meter = new PtyMeter({ ...peer, ...size });
          await meter.settle(8000, STARTED_MS);
          for (const step of before) await meter.press(step);
          const { bytes, ms } = await meter.median(key, times);
          figures.push({ peer: peer.name, gesture: name, size: `${size.columns}x${size.rows}`, bytes, ms });
          await meter.end();
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

function peers(folder: string, rows: number, inkReader: string): Peer[] {
  const { cables, long } = makeBenchCables();
  const text = join(folder, 'cable.txt');
  const list = join(folder, 'list.txt');
  const mail = join(folder, 'mail');
  writeFileSync(text, long.body.replaceAll('¶', ''));
  writeFileSync(list, cables.map(({ id, cells }) => `${id.padEnd(18)}${cells.created ?? ''}  ${cells.subject ?? ''}`).join('\n'));
  writeFileSync(
    mail,
    cables
      .map(
        ({ cells, body }) =>
          `From reader@localhost Thu Dec  3 14:07:00 2009\nFrom: ${cells.origin ?? 'post'} <post@localhost>\nDate: Thu, 3 Dec 2009 14:07:00 +0000\nSubject: ${cells.subject ?? '-'}\n\n${body.replaceAll(/^From /gm, '>From ')}\n`,
      )
      .join('\n'),
  );
  const muttrc = join(folder, 'muttrc');
  writeFileSync(muttrc, 'set folder=/tmp\nset read_inc=0\nset quit=yes\nset pager_stop=yes\nset wait_key=no\n');
  const store = join(folder, `store-${rows}`, 'cables');
  mkdirSync(dirname(store), { recursive: true });
  const lines = join(folder, 'cables.ndjson');
  writeFileSync(lines, cables.map((cable) => JSON.stringify(cable)).join('\n'));
  execFileSync(process.execPath, [launcher, 'import', lines], { env: { ...process.env, CABLES_STORE: store } });
  const toScrolling = Array.from({ length: rows }, () => 'j').join('');
  const ours: Peer = {
    name: 'cables',
    file: process.execPath,
    args: [launcher, 'open', 'date:1900..'],
    env: { CABLES_STORE: store },
    gestures: [
      { name: 'list j in window', before: [], key: 'j', times: 9 },
      { name: 'list j scrolling', before: [toScrolling], key: 'j', times: 25 },
      { name: 'list page down', before: [], key: ' ', times: 3 },
      { name: 'read j', before: [`:${long.id}`, '\r'], key: 'j', times: 25 },
      { name: 'read page down', before: [`:${long.id}`, '\r'], key: ' ', times: 5 },
      { name: 'open', before: [], key: '\r', times: 1 },
      { name: 'filter letter', before: ['/'], key: 'd', times: 1 },
      { name: 'quit', before: [], key: 'Q', times: 1 },
    ],
  };
  const ink = (how: string): Peer => ({ ...ours, name: `Ink ${how}`, args: [inkReader, store, how] });
  return [
    ours,
    ink('default'),
    ink('incremental'),
    {
      name: 'less',
      file: 'less',
      args: ['-S', list],
      gestures: [
        { name: 'list j scrolling', before: [], key: 'j', times: 15 },
        { name: 'list page down', before: [], key: ' ', times: 3 },
      ],
    },
    {
      name: 'less',
      file: 'less',
      args: [text],
      gestures: [
        { name: 'read j', before: [], key: 'j', times: 25 },
        { name: 'read page down', before: [], key: ' ', times: 5 },
        { name: 'quit', before: [], key: 'q', times: 1 },
      ],
    },
    ...installed('tig', {
      name: 'tig',
      file: 'tig',
      args: ['-C', historyOf(folder, cables)],
      gestures: [
        { name: 'list j in window', before: [], key: 'j', times: 9 },
        { name: 'list j scrolling', before: [toScrolling], key: 'j', times: 15 },
        { name: 'list page down', before: [], key: ' ', times: 3 },
      ],
    }),
    ...installed('neomutt', {
      name: 'neomutt',
      file: 'neomutt',
      args: ['-F', muttrc, '-R', '-f', mail],
      gestures: [
        { name: 'list j in window', before: ['='], key: 'j', times: 9 },
        { name: 'list j scrolling', before: ['=', toScrolling], key: 'j', times: 15 },
        { name: 'list page down', before: ['='], key: 'z', times: 3 },
      ],
    }),
  ];
}

/** A git history with a commit a cable, for tig. */
function historyOf(
  folder: string,
  cables: readonly { readonly id: string; readonly cells: { readonly subject: string | null } }[],
): string {
  const repository = join(folder, 'history');
  if (!existsSync(repository)) {
    execFileSync('git', ['init', '-q', repository]);
    const stream = cables
      .slice(0, 300)
      .map(({ id, cells }, i) => {
        const message = `${id} ${cells.subject ?? ''}`;
        return `commit refs/heads/main\ncommitter Reader <reader@localhost> ${1_250_000_000 + i * 3600} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n`;
      })
      .join('');
    execFileSync('git', ['-C', repository, 'fast-import', '--quiet'], { input: stream });
    execFileSync('git', ['-C', repository, 'symbolic-ref', 'HEAD', 'refs/heads/main']);
  }
  return repository;
}

function installed(program: string, peer: Peer): Peer[] {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return [peer];
  } catch {
    process.stdout.write(`${program} is not installed: left out of the table\n`);
    return [];
  }
}

/** The bars: ours against a peer's median for the same gesture and size. */
const BARS = [
  { gesture: 'read j', peer: 'less', size: '80x24', most: 1.5 },
  { gesture: 'read j', peer: 'less', size: '200x50', most: 1.7 },
  { gesture: 'list j scrolling', peer: 'neomutt', size: '80x24', most: 1.0 },
  { gesture: 'list j scrolling', peer: 'neomutt', size: '200x50', most: 1.0 },
  { gesture: 'list j in window', peer: 'neomutt', size: '80x24', most: 0.25 },
  { gesture: 'list j in window', peer: 'neomutt', size: '200x50', most: 0.25 },
  { gesture: 'read page down', peer: 'less', size: '80x24', most: 1.3 },
];

/** The table and the bars, as Markdown. */
export function reportTerminal(figures: readonly TerminalFigure[]): string {
  const lines = ['| size | gesture | program | bytes | ms |', '|---|---|---|--:|--:|'];
  const order = figures.toSorted((a, b) => a.size.localeCompare(b.size) || a.gesture.localeCompare(b.gesture));
  for (const { size, gesture, peer, bytes, ms } of order) lines.push(`| ${size} | ${gesture} | ${peer} | ${bytes} | ${ms.toFixed(1)} |`);
  lines.push('', '| size | gesture | against | ratio | bar | |', '|---|---|---|--:|--:|---|');
  for (const { gesture, peer, size, most } of BARS) {
    const of = (name: string) =>
      middle(figures.filter((f) => f.peer === name && f.gesture === gesture && f.size === size).map(({ bytes }) => bytes));
    const ratio = of('cables') / of(peer);
    if (Number.isFinite(ratio))
      lines.push(`| ${size} | ${gesture} | ${peer} | ${ratio.toFixed(2)} | <= ${most} | ${ratio <= most ? 'holds' : 'MISSED'} |`);
  }
  return lines.join('\n');
}
