/* How long a key takes at 200x50, whether a held key is kept up with, and whether memory stays where it is. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launcher, makeLibrary } from './peers.ts';
import { PtyMeter } from './pty-meter.ts';
import { makeBenchCables } from './sample.ts';

const SIZE = { columns: 200, rows: 50 };
const PER_SECOND = 30;
const HELD_SECONDS = 10;
/** Pressed before memory is first read: caches are full then, and the heap has its size. */
const WARM_KEYS = 8000;
/** Keys sent at once, as a slow link delivers those of a held key; each chunk is painted before the next is sent. */
const CHUNK = 4;
/** Milliseconds after which a chunk is taken to have changed nothing. */
const NOTHING_CHANGED = 300;

interface Measured {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  readonly most: number | null;
}

export async function measureKeys(full: boolean): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cables-bench-'));
  try {
    const { cables, long } = makeBenchCables();
    const store = makeLibrary(folder, cables);
    const open = async (): Promise<PtyMeter> => {
      const meter = new PtyMeter({
        file: process.execPath,
        args: [launcher, 'open', 'date:1900..'],
        env: { CABLES_STORE: store },
        ...SIZE,
      });
      await meter.settle(8000, 300);
      return meter;
    };
    return [...(await timeKeys(await open(), long.id)), ...(await holdKey(await open())), ...(await watchMemory(await open(), full))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Single keys, each answered before the next. */
async function timeKeys(meter: PtyMeter, long: string): Promise<Measured[]> {
  const inList = ['j', 'j', 'j', 'k', ' ', 'j', 'b', 'G', 'k', 'g'];
  const inCable = ['j', 'j', 'j', ' ', 'k', 'j', 'b', '}', 'j', '{'];
  const times: number[] = [];
  const pressAll = async (keys: readonly string[], rounds: number): Promise<void> => {
    for (let round = 0; round < rounds; round++) {
      for (const key of keys) {
        const { ms, bytes } = await meter.press(key);
        if (bytes > 0) times.push(ms);
      }
    }
  };
  await pressAll(inList, 10);
  await meter.press(`:${long}`);
  await meter.press('\r');
  await pressAll(inCable, 10);
  await meter.end();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return [
    { what: `key to last byte, median of ${times.length}`, figure: at(0.5), unit: 'ms', most: null },
    { what: 'key to last byte, p95', figure: at(0.95), unit: 'ms', most: 16 },
  ];
}

/** A held key, as a keyboard repeats it. */
async function holdKey(meter: PtyMeter): Promise<Measured[]> {
  const before = meter.bytes;
  const started = performance.now();
  for (let i = 0; i < PER_SECOND * HELD_SECONDS; i++) {
    await until(started + (i * 1000) / PER_SECOND);
    meter.write('j');
  }
  const released = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const lag = Math.max(0, meter.lastByteAt - released);
  const bytes = meter.bytes - before;
  await meter.end();
  return [
    { what: `${PER_SECOND} keys a second for ${HELD_SECONDS} s, lag after the last`, figure: lag, unit: 'ms', most: 1000 / PER_SECOND },
    { what: 'bytes a held key', figure: bytes / PER_SECOND / HELD_SECONDS, unit: 'bytes', most: null },
  ];
}

/** Lists, cables, prompts and back, many thousand keys, as fast as the reader paints them; the memory of the process on the way. */
async function watchMemory(meter: PtyMeter, full: boolean): Promise<Measured[]> {
  const round = [
    ...'jjjj j',
    '\r',
    ...'jj jj}{',
    'q',
    ...'kjjG',
    ...'ggjj',
    '/',
    ...'wat',
    '\x1b',
    ...'jj',
    '\r',
    ' ',
    ']',
    ' ',
    '[',
    'q',
    'j',
  ];
  const keys = full ? 100_000 : 20_000;
  let pressed = 0;
  const pressUntil = async (count: number): Promise<void> => {
    while (pressed < count) {
      for (let at = 0; at < round.length; at += CHUNK) {
        for (const part of splitAtEscape(round.slice(at, at + CHUNK))) {
          const framed = meter.framed(NOTHING_CHANGED);
          meter.write(part);
          await framed;
          // A lone escape must not meet the next key.
          if (part.endsWith('\x1b')) await meter.answered();
        }
      }
      pressed += round.length;
    }
  };
  await pressUntil(WARM_KEYS);
  const memory = [residentMegabytes(meter.pid)];
  for (let part = 1; part <= 4; part++) {
    await pressUntil(WARM_KEYS + ((keys - WARM_KEYS) * part) / 4);
    memory.push(residentMegabytes(meter.pid));
  }
  await meter.end();
  const [warm] = memory as [number, ...number[]];
  return [
    {
      what: `resident memory over ${pressed.toLocaleString('en')} keys in chunks of ${CHUNK} (${memory.map((mb) => mb.toFixed(0)).join(', ')}), most`,
      figure: Math.max(...memory),
      unit: 'MB',
      most: 180,
    },
    { what: 'memory at the end against memory when warm', figure: memory.at(-1)! / warm, unit: 'x', most: 1.15 },
  ];
}

function splitAtEscape(keys: readonly string[]): string[] {
  const at = keys.indexOf('\x1b');
  return at === -1 ? [keys.join('')] : [keys.slice(0, at + 1).join(''), keys.slice(at + 1).join('')].filter(Boolean);
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

const until = (moment: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())));

/** The table with its bars, as Markdown. */
export function reportKeys(measured: readonly Measured[]): string {
  return [
    '| at 200x50 | | bar | |',
    '|---|--:|--:|---|',
    ...measured.map(
      ({ what, figure, unit, most }) =>
        `| ${what} | ${figure.toFixed(unit === 'x' ? 2 : 1)} ${unit} | ${most === null ? '' : `<= ${most.toFixed(unit === 'x' ? 2 : 0)}`} | ${most === null ? '' : figure <= most ? 'holds' : 'MISSED'} |`,
    ),
  ].join('\n');
}
