/* Cables whose every part is hostile: imported, listed, shown, tagged and read. Nothing of theirs may reach a terminal as it is. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verbs } from '../../src/commands/all-commands.ts';
import { type RunningScreen, startCables } from '../screen/start-cables.ts';
import { openShell, type Ran, type Shell } from '../stories/shell.ts';
import { hostileTexts } from './hostile-texts.ts';

/** Controls, direction marks, invisible characters, half pairs: what no output may hold. Line feed and tab are text. */
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]|\p{Cs}/u;
/** Everything that the reader itself sends: modes, motion, style, erasing, margins, scrolling, its one question. */
const OURS = /\x1b\[\d*(?:;\d+)*[ABCDEGHJKLMPSTXdmr]|\x1b\[\?(?:7|25|1049|2004|2026)[hl]|\x1b\[5n|\x1b\[22;0t|\x1b\[23;0t|\x1b[DM]|[\r\b]/g;
const MODES = ['applicationCursorKeysMode', 'bracketedPasteMode', 'mouseTrackingMode', 'originMode', 'insertMode'] as const;

const hostile = hostileTexts.map(([kind, text], i) => ({ kind, text, id: `09ARCADIA${i + 1}` }));
/** Long ones as they are in the body; a subject or an origin of 100,000 characters says nothing more. */
const brief = (text: string) => text.slice(0, 400);

function cableOf({ text, id }: (typeof hostile)[number]) {
  return {
    id,
    cells: {
      created: '2009-02-27 23:36',
      released: '2011-08-30 01:44',
      classification: 'UNCLASSIFIED',
      origin: `Embassy ${brief(text)}`,
      subject: `SUBJECT ${brief(text)}`,
      links: [brief(text)],
      articles: [`http://news.example/${brief(text)}`],
    },
    headerText: `VZCZCXYZ\nRR RUEHC\nDE RUEHAR #0001 0582336\n${brief(text)}\nR 272336Z FEB 09\nFM AMEMBASSY ARCADIA ${brief(text)}\nTO RUEHC/SECSTATE WASHDC 0001\n`,
    body: `UNCLAS ARCADIA 000001\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: PGOV, ${brief(text)}\nSUBJECT: SUBJECT ${brief(text)}\n\nREF: ${brief(text)}\n\n1. (U) Before. ${text} After.\n\n2. (U) ${text}\n\nSMITH ${brief(text)}\n`,
    source: { format: 'ndjson', edition: 'saved', path: 'hostile.ndjson', sha256: '0'.repeat(64) },
  };
}

const full = process.env['CABLES_FULL'] === '1';
let shell: Shell;
/** Hundreds of commands: as processes only in the full run. */
const run = async (...args: [string, ...string[]]): Promise<Ran> => (full ? shell.runProcess(args) : shell.run(args));
/** What a person types: an argument holds no NUL and no half of a pair. */
const typed = (text: string) => brief(text).replaceAll('\0', '').toWellFormed();

beforeAll(async () => {
  shell = openShell();
  const file = join(shell.home, 'hostile.ndjson');
  writeFileSync(file, `${hostile.map((one) => JSON.stringify(cableOf(one))).join('\n')}\n`);
  const { code, out, err } = shell.runProcess(['import', file]);
  expect(code, err).toBe(0);
  expect(out + err).not.toMatch(HIDDEN);
  for (const [i, { text, id }] of hostile.entries()) {
    await expectHarmless('tag', `+${typed(text)}`, '--', id);
    await (i % 2 === 0 ? expectHarmless('bookmark', id, '--label', typed(text)) : expectHarmless('note', id, typed(text)));
  }
  await expectHarmless('mark', 'kept', '--because', typed('\x1b]0;owned\x07\u202e'), '--', 'date:1900..');
}, 300_000);
afterAll(() => shell.end());

async function expectHarmless(...args: [string, ...string[]]): Promise<Ran> {
  const ran = await run(...args);
  // A row of CSV ends with both.
  const said = args.includes('csv') ? ran.out.replaceAll('\r\n', '\n') : ran.out;
  expect(said + ran.err, args.join(' ').slice(0, 80)).not.toMatch(HIDDEN);
  return ran;
}

/** Every verb that prints what is in a cable, in a personal thing or in its own arguments. `null`: it shows none of these. */
const printing: Record<string, readonly (readonly string[])[] | null> = {
  open: [[], ['owned']],
  list: [[], ['subject:owned'], ['--json'], ['--fields', 'id,subject,origin']],
  count: [
    ['--by', 'origin'],
    ['--by', 'tag'],
    ['--by', 'mine'],
  ],
  show: [['09ARCADIA1', '--json'], ['09ARCADIA1', '--header'], ['09ARCADIA1#2']],
  tag: [['+new', '--dry-run', '--', 'date:1900..']],
  mark: [['kept', '--dry-run', '--', 'date:1900..']],
  bookmark: [['09ARCADIA1#2', '--label', '\x1b[2J']],
  note: [['09ARCADIA2']],
  undo: [['--yes']],
  redo: [['--yes']],
  tags: [[], ['--json']],
  bookmarks: [[], ['--json']],
  notes: [[], ['--json']],
  searches: [[]],
  history: [[], ['--json']],
  log: [[], ['--json']],
  why: [['09ARCADIA1'], ['09ARCADIA2', '--json']],
  diff: [['2001-01-01'], ['2001-01-01', '--json']],
  import: [['/nowhere/\x1b[2J']],
  journal: [['verify'], ['\x1b[2J']],
  sync: [['/nowhere/\x1b[2J']],
  doctor: [[]],
  help: [['\x1b[2J']],
  config: [[]],
  stats: [[], ['--json']],
  export: ['bookmarks', 'notes', 'list', 'ledger'].flatMap((what) =>
    ['md', 'json', 'csv', 'bibtex', 'csl-json', 'chicago'].map((format) => [what, '--format', format]),
  ),
  completion: null,
};

describe('commands that print', () => {
  it('are all known here', () => {
    expect(Object.keys(printing).sort()).toEqual([...verbs].sort());
  });

  it.each(Object.entries(printing).flatMap(([verb, all]) => (all ?? []).map((args) => [verb, ...args] as [string, ...string[]])))(
    '%s %s %s %s',
    async (...args) => {
      const { out, err } = await expectHarmless(...args);
      expect(out + err).not.toBe('');
    },
  );

  it('as a process: list, log, bookmarks', () => {
    for (const verb of ['list', 'log', 'bookmarks']) {
      const { out, err } = shell.runProcess([verb]);
      expect(out.split('\n').length, verb).toBeGreaterThanOrEqual(hostile.length / 2);
      expect(out + err, verb).not.toMatch(HIDDEN);
    }
  });

  it.each(hostile)('show a cable that tries: $kind', async ({ id }) => {
    for (const how of [[], ['--raw'], ['--json']]) expect((await expectHarmless('show', id, ...how)).code).toBe(0);
  });

  it.each(hostile)('name an argument that tries: $kind', async ({ text }) => {
    await expectHarmless('list', typed(text));
    await expectHarmless('show', typed(text));
  });
});

describe('the reader', () => {
  it('shows each without a byte of theirs, and stays the owner of the screen', async () => {
    const app = startCables({ args: ['open', 'date:1900..'], env: { CABLES_STORE: join(shell.home, 'cables') }, columns: 100, rows: 30 });
    let heard = '';
    app.replay.terminal.onBell(() => (heard += 'bell '));
    app.replay.terminal.onTitleChange((title) => (heard += `title ${title} `));
    try {
      await app.expectText(/SUBJECT/);
      const modes = modesOf(app);
      app.enter();
      const seen = new Set<string>();
      for (let i = 0; i < hostile.length; i++) {
        await app.until(() => idShown(app) !== null && !seen.has(idShown(app)!), `cable ${i + 1}`);
        const id = idShown(app)!;
        const { kind } = hostile.find((one) => one.id === id)!;
        seen.add(id);
        expect(app.received.replaceAll(OURS, ''), kind).not.toMatch(HIDDEN);
        expect(modesOf(app), kind).toEqual(modes);
        expect(app.replay.terminal.buffer.active.type, kind).toBe('alternate');
        app.press('J');
      }
      expect(seen.size).toBe(hostile.length);
      expect(heard).toBe('');
    } finally {
      app.kill();
    }
  }, 180_000);
});

/** The cable that is open, as the first row says. */
const idShown = (app: RunningScreen): string | null => /09ARCADIA\d+/.exec(app.rows()[0] ?? '')?.[0] ?? null;

function modesOf({ replay: { terminal } }: RunningScreen): unknown[] {
  return MODES.map((mode) => terminal.modes[mode]);
}
