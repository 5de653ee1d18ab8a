/* Whole screens as text a person can read in a diff. After a change that was meant: UPDATE_GOLDEN=1 npm test -- test/golden */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../src/generate/headless-reader.ts';
import { lineText, lineWidth } from '../../src/text/fit-line.ts';
import { isHere, SEED } from '../real/unpack.ts';

const SMALL = { columns: 40, rows: 12 };
const LARGE = { columns: 200, rows: 50 };
const NORMAL = { columns: 80, rows: 24 };

/** One reader, one screen after the other. */
const SCREENS: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ['home', []],
  ['values-origins', ['j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'enter']],
  ['list', ['q', '/', ...'from:arcadia ', 'enter']],
  ['list-decided', ['v', 'x', 'w', 't', ...'+follow-up', 'enter', 'tab', 'tab']],
  ['list-empty', ['/', '^u', ...'zinc', 'enter']],
  ['list-preview', ['/', '^u', ...'from:arcadia', 'enter', 'j', 'i']],
  ['list-excerpts', ['i', '/', '^u', ...'border gau', 'enter', 'j', 'j']],
  ['list-folded', ['s']],
  ['completing', ['s', '/', '^u', ...'gauge from:', 'tab', 'tab']],
  ['values-of-list', ['enter', 'g', 'b', 'right', 'right']],
  ['list-suggestion', ['q', '/', '^u', ...'tag:SENF', 'enter']],
  ['narrowing', ['/', '^u', ...'gauge']],
  ['cable-top', ['esc', ':', ...'09ARCADIA812', 'enter']],
  ['cable-bookmarked', ['2', 'G', 'm', 'a', ...'ask the cooperatives', 'enter']],
  ['copying', ['y']],
  ['cable-found', ['esc', '/', ...'gauge', 'enter']],
  ['cable-end', ['G']],
  ['cable-as-received', ['g', 'g', 'O']],
  ['outline', ['O', 'i']],
  ['references', ['q', 'r', 'r']],
  ['explained', ['q', 'e']],
  ['prefix', ['q', 'g']],
  ['history', ['l']],
  ['undo-list', ['g', 'z']],
  ['undo-why', ['e']],
  ['bookmarks', ['q', 'g', 'm']],
  ['help', ['?']],
  ['box', ['q', ':', ...'delta']],
  ['home-later', ['esc', 'g', 'h']],
  ['triage', ['/', ...'gauges', 'enter', 'D', 'x', 'v']],
  ['triage-read', ['enter']],
  ['triage-list', ['q', 'D']],
];

let reader: HeadlessReader;
beforeAll(async () => {
  reader = await openHeadlessReader();
});
afterAll(() => reader.close());

/** The screen as text; what is random (the device, handles of actions) as dots. */
function screen(of: HeadlessReader): string {
  const rows = of.draw().map((line) => lineText(line).trimEnd());
  return `${rows.join('\n')}\n`
    .replaceAll(/(?<= on )[0-9a-f]{8}/g, '........')
    .replaceAll(/(?<=\d\d:\d\d {2})[0-9a-f]{4}(?= )/g, '....')
    .replaceAll(/(?<=cables (?:un|re)do )[0-9a-f]{4}/g, '....');
}

function expectGolden(name: string, shown: string): void {
  const file = fileURLToPath(new URL(`./screens/${name}.txt`, import.meta.url));
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, shown);
  }
  expect(existsSync(file), `${file} is missing: UPDATE_GOLDEN=1 makes it`).toBe(true);
  expect(shown).toBe(readFileSync(file, 'utf8'));
}

describe('screens', () => {
  it.each(SCREENS)('%s', async (name, keys) => {
    await reader.press(...keys);
    const lines = reader.draw();
    expect(lines).toHaveLength(NORMAL.rows);
    for (const line of lines) expect(lineWidth(line)).toBe(NORMAL.columns);
    expectGolden(name, screen(reader));
  });

  it('fit small and large terminals', async () => {
    await reader.press('g', 'h');
    for (const [size, name] of [
      [SMALL, '40x12'],
      [LARGE, '200x50'],
    ] as const) {
      await reader.resize(size);
      const shown: string[] = [];
      for (const keys of [['g', 'h'], ['/', ...'from:arcadia ', 'enter'], ['enter'], ['q', 'g', 'l'], ['?'], ['q', 'g', 'h']]) {
        await reader.press(...keys);
        const lines = reader.draw();
        expect(lines).toHaveLength(size.rows);
        for (const line of lines) expect(lineWidth(line)).toBe(size.columns);
        shown.push(screen(reader));
      }
      expectGolden(name, shown.slice(0, 3).join(`${'='.repeat(size.columns)}\n`));
    }
    await reader.resize(NORMAL);
  });
});

/** The sizes that people work at, smallest first. */
const SIZES = ['40x12', '60x20', '80x24', '120x40', '200x50', '250x70'];

/** One evening of triage. */
const TRIAGE: readonly (readonly string[])[] = [
  ['/', ...'border gauges date:2003..', 'enter', 'D'],
  ['x', 'v', 'w'],
  ['X', ...'the same figures as in 09LOWFORD253, with another date'],
  ['enter', 't'],
  [...'+follow-up', 'enter', 'enter'],
  ['q', 'W'],
  ['esc', 'space'],
];

describe('triage', () => {
  it.each(SIZES)('at %s', async (name) => {
    const [columns, rows] = name.split('x').map(Number) as [number, number];
    const small = await openHeadlessReader({ size: { columns, rows } });
    try {
      const shown: string[] = [];
      for (const keys of TRIAGE) {
        await small.press(...keys);
        const lines = small.draw();
        expect(lines).toHaveLength(rows);
        for (const line of lines) expect(lineWidth(line)).toBe(columns);
        shown.push(screen(small));
      }
      expectGolden(`triage-${name}`, shown.join(`${'='.repeat(columns)}\n`));
    } finally {
      await small.close();
    }
  });
});

describe.skipIf(!isHere(SEED, 'the screens of the saved page'))('screens of the saved page', () => {
  it('have no page marker, no repeated head, no broken sentence', async () => {
    const seed = await openHeadlessReader({ source: SEED });
    try {
      await seed.press(':', ...'09MEXICO586', 'enter');
      const top = screen(seed);
      expect(top).toMatch(/Viewing cable 09MEXICO586, NINTH ANNUAL TRAFFICKING IN PERSONS \(TIP\)/);
      expect(top).toMatch(/ROUTINE 272336Z FEB 09 +AMEMBASSY MEXICO → SECSTATE WASHDC, INFO 5/);
      await seed.press('1', '2', 'G');
      const twelve = screen(seed);
      expect(twelve).toMatch(/¶12 of 43/);
      expect(twelve).toMatch(/▌ +12\. \(SBU\) +QUESTION A\. Existing Laws against TIP/);
      await seed.press('G');
      const end = screen(seed);
      expect(end).toMatch(/BASSETT/);
      expect(end).toMatch(/ end/);
      for (const shown of [top, twelve, end]) {
        expect(shown).not.toMatch(/\d{8} +\d{3} OF \d{3}/);
        expect(shown.match(/^ .*UNCLAS SECTION/gm)).toBeNull();
        for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
      }
    } finally {
      await seed.close();
    }
  });
});
