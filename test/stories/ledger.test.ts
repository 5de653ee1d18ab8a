/* An editor asks what was looked at for a question, and why: four hundred decisions on two machines, and the ledger that says so of each. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type HeadlessReader, openHeadlessReader, type WrittenCable } from '../../src/generate/headless-reader.ts';
import { openShell, type Shell } from './shell.ts';

// The reader lets a person rest for a moment before it counts; four hundred moments are too long for a test.
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

const DECIDED = 400;
const ELSEWHERE = 20;
const TAKEN_BACK = 3;
const UNSEEN = 5;

const id = (n: number) => `09ARCADIA${n}`;

/** The word stands in paragraph 1, 2 or 3. */
function writeCable(n: number): WrittenCable {
  const hit = (n % 3) + 1;
  const paragraphs = [1, 2, 3].map(
    (number) => `${number}. (U) ${number === hit ? `The border gauge number ${n} was read.` : 'Nothing was read.'}`,
  );
  return {
    id: id(n),
    created: `2009-${String((n % 12) + 1).padStart(2, '0')}-11T09:15Z`,
    origin: 'Embassy Arcadia',
    subject: `GAUGE ${n}`,
    body: `UNCLAS ARCADIA ${String(n).padStart(6, '0')}\n\nSUBJECT: GAUGE ${n}\n\n${paragraphs.join('\n\n')}\n\nQUILL\n`,
  };
}

interface Line {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly action: string;
  readonly data: {
    readonly cables?: readonly string[];
    readonly cable?: string;
    readonly queue?: string | null;
    readonly search?: string;
    readonly because?: string;
    readonly until?: string;
    readonly action?: string;
    readonly name?: string;
    readonly via?: { readonly query?: string; readonly search?: string; readonly hit?: number };
  };
}

/** The journal as any program can read it: lines of text. */
function journalLines(store: string): Line[] {
  const files = readdirSync(join(store, 'journal'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ndjson'));
  return files
    .flatMap((file) => readFileSync(join(store, 'journal', file), 'utf8').split('\n'))
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)
    .filter(({ type }) => typeof type === 'string')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

let reader: HeadlessReader;
let other: Shell;
let folder: string;
let lines: Line[];

/** As many decisions by key as the reader has cables for: kept or skipped, every tenth with its reason, every fourth later until a day. */
async function decide(from: number, to: number): Promise<void> {
  for (let n = from; n < to; n++) {
    if (n % 10 === 0) await reader.press('V', ...`gauge ${n}, "read" twice`, 'enter');
    else if (n % 4 === 0) await reader.press('W', ...'next month', 'enter');
    else await reader.press(n % 2 === 0 ? 'v' : 'x');
  }
}

beforeAll(async () => {
  const cables = Array.from({ length: DECIDED + UNSEEN }, (_, i) => writeCable(i + 1));
  reader = await openHeadlessReader({ source: cables });
  await reader.press('/', ...'border', 'enter', 'S', ...'border', 'enter', 'D');
  await decide(0, DECIDED - ELSEWHERE);
  for (let i = 0; i < TAKEN_BACK; i++) await reader.press('z');
  // One more is looked at and left.
  await reader.press('D', 'G', 'enter', 'q');
  await reader.flush();

  // The other machine: the same cables, the journal through a folder.
  folder = mkdtempSync(join(tmpdir(), 'cables-ledger-'));
  const source = join(folder, 'cables.ndjson');
  writeFileSync(source, cables.map((cable) => `${JSON.stringify(cable)}\n`).join(''));
  other = openShell();
  expect((await other.run(['import', source])).code).toBe(0);
  expect((await other.run(['sync', reader.store])).code).toBe(0);
  const undecided = (await other.run(['list', 'undecided:border', '--ids', '--limit', String(ELSEWHERE)])).out.trim().split('\n');
  expect(undecided).toHaveLength(ELSEWHERE);
  const marked = await other.run(['mark', 'skipped', '--for', 'border', '--because', 'seen in the archive', '--', ...undecided]);
  expect(marked).toMatchObject({ code: 0, out: expect.stringMatching(/marked skipped: 20 of 20/) as string });
  lines = journalLines(join(other.home, 'cables'));
}, 120_000);

afterAll(async () => {
  await reader.close();
  other.end();
  rmSync(folder, { recursive: true, force: true });
});

describe('the ledger of a question with 400 decisions', () => {
  const VERDICTS: Readonly<Record<string, string>> = {
    'cable.kept': 'kept',
    'cable.skipped': 'skipped',
    'cable.deferred': 'later',
  };

  /** Each verdict of the journal that was not taken back and that no later one replaced: made from the lines alone. */
  function expectedRows() {
    const undone = new Set(lines.filter(({ type }) => type === 'action.undone').map(({ data }) => data.action));
    const names = new Map(lines.filter(({ type }) => type === 'device.named').map(({ id, data }) => [id.slice(30, 38), data.name]));
    const last = new Map<string, Line>();
    for (const line of lines.filter(({ type, action }) => VERDICTS[type] !== undefined && !undone.has(action)))
      for (const cable of line.data.cables!) last.set(cable, line);
    return [...last].map(([cable, { id: event, at, type, data }]) => ({
      cable,
      verdict: VERDICTS[type],
      at,
      device: names.get(event.slice(30, 38)) ?? event.slice(30, 38),
      hit: data.via?.hit ?? null,
      because: data.because ?? null,
      until: data.until ?? null,
      event,
    }));
  }

  const byCable = <T extends { readonly cable: unknown }>(rows: readonly T[]) =>
    rows.toSorted((a, b) => (String(a.cable) < String(b.cable) ? -1 : 1));

  it('says of every cable what, when, on which machine, through which hit and why, kept and rejected alike', async () => {
    const rows = await other.json(['export', 'ledger', '--for', 'border', '--format', 'json']);
    const decided = rows.filter(({ verdict }) => verdict !== 'examined');
    const expected = expectedRows();
    expect(expected).toHaveLength(DECIDED - TAKEN_BACK);
    expect(
      byCable(
        decided.map(({ cable, verdict, at, device, hit, because, until, event }) => ({
          cable,
          verdict,
          at,
          device,
          hit,
          because,
          until,
          event,
        })),
      ),
    ).toEqual(byCable(expected));
    for (const row of decided) {
      const n = Number(String(row['cable']).slice(9));
      expect(row).toMatchObject({
        question: 'border',
        subject: `GAUGE ${n}`,
        standing: 'stands',
        created: `2009-${String((n % 12) + 1).padStart(2, '0')}-11T09:15Z`,
      });
      if (row['because'] !== 'seen in the archive')
        expect(row).toMatchObject({ hit: (n % 3) + 1, through: `from border, by border, hit in ¶${(n % 3) + 1}`, of: 1 });
      else expect(row).toMatchObject({ hit: null, of: ELSEWHERE });
    }
    expect(new Set(decided.map(({ device }) => device)).size).toBe(2);
    const count = (verdict: string) => decided.filter((row) => row['verdict'] === verdict).length;
    expect([count('kept') > 100, count('skipped') > 100, count('later') > 50]).toEqual([true, true, true]);
    const left = (await other.run(['list', 'undecided:border', '--ids'])).out.trim().split('\n');
    expect(rows.filter(({ verdict }) => verdict === 'examined').map(({ cable }) => cable)).toEqual([left.at(-1)]);
  });

  it('--all has what was taken back as well, marked so', async () => {
    const rows = (await other.json(['export', 'ledger', '--for', 'border', '--all', '--format', 'json'])).filter(
      ({ verdict }) => verdict !== 'examined',
    );
    expect(rows).toHaveLength(
      lines.filter(({ type }) => VERDICTS[type] !== undefined).reduce((sum, { data }) => sum + data.cables!.length, 0),
    );
    expect(rows.filter(({ standing }) => standing === 'taken back')).toHaveLength(TAKEN_BACK);
  });

  it('is the same as CSV that a spreadsheet reads, and as a table in Markdown', async () => {
    const csv = (await other.run(['export', 'ledger', '--for', 'border', '--format', 'csv'])).out;
    const rows = parse(csv, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    const json = await other.json(['export', 'ledger', '--for', 'border', '--format', 'json']);
    expect(rows).toEqual(json.map((row) => Object.fromEntries(Object.keys(rows[0]!).map((name) => [name, String(row[name] ?? '')]))));
    const table = (await other.run(['export', 'ledger', '--for', 'border'])).out.trim().split('\n');
    expect(table).toHaveLength(2 + 2 + json.length);
    expect(table.filter((line) => line.includes('gauge 10, "read" twice'))).toHaveLength(1);
  });

  it('can be narrowed by a filter, and cites what was kept', async () => {
    const kept = await other.json(['list', 'kept:border', '--json']);
    const rows = await other.json(['export', 'ledger', 'kept:border', '--for', 'border', '--format', 'json']);
    expect(rows.map(({ cable }) => cable).toSorted()).toEqual(kept.map((row) => row['id']).toSorted());
    const bibliography = (await other.run(['export', 'list', 'kept:border', '--format', 'bibtex'])).out;
    expect(bibliography.match(/^@misc\{/gm)).toHaveLength(kept.length);
    const items = JSON.parse((await other.run(['export', 'list', 'kept:border', '--format', 'csl-json'])).out) as unknown[];
    expect(items).toHaveLength(kept.length);
  });
});
