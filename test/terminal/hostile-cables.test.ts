/* Cables whose every part is hostile: imported, listed, shown, tagged and read. Nothing of theirs may reach a terminal as it is. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningScreen, startCables } from '../screen/start-cables.ts';
import { openShell, type Shell } from '../stories/run-cables.ts';
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

let shell: Shell;
beforeAll(() => {
  shell = openShell();
  const file = join(shell.home, 'hostile.ndjson');
  writeFileSync(file, `${hostile.map((one) => JSON.stringify(cableOf(one))).join('\n')}\n`);
  const { code, out, err } = shell.run(['import', file]);
  expect(code, err).toBe(0);
  expect(out + err).not.toMatch(HIDDEN);
  // What a person types is theirs to get wrong as well.
  for (const [i, { text, id }] of hostile.entries()) {
    // An argument holds no NUL and no half of a pair.
    const word = brief(text).replaceAll('\0', '').toWellFormed();
    for (const args of [['tag', `+${word}`, '--', id], i % 2 === 0 ? ['bookmark', id, '--label', word] : ['note', id, word]]) {
      const ran = shell.run(args);
      expect(ran.out + ran.err, `${args[0]} ${id}`).not.toMatch(HIDDEN);
    }
  }
}, 300_000);
afterAll(() => shell.end());

describe('commands that print', () => {
  it.each([
    ['list', ['list']],
    ['list with the subject asked for', ['list', 'subject:owned']],
    ['log', ['log']],
    ['history', ['history']],
    ['bookmarks', ['bookmarks']],
    ['notes', ['notes']],
    ['tags', ['tags']],
    ['list as JSON', ['list', '--json']],
    ['the newest, without a terminal', ['open']],
  ])('%s', (_name, args) => {
    const { out, err } = shell.run(args);
    expect(out + err).not.toMatch(HIDDEN);
  });

  it('lists every one of them, so that there was something to look at', () => {
    expect(shell.run(['count']).out.trim()).toMatch(new RegExp(`^${hostile.length}\\b`));
    expect(shell.run(['bookmarks']).out.split('\n').length).toBeGreaterThan(hostile.length / 2);
  });

  it.each(hostile)('show a cable that tries: $kind', ({ id }) => {
    for (const args of [
      ['show', id],
      ['show', id, '--raw'],
    ]) {
      const { out, err } = shell.run(args);
      expect(out.length, args.join(' ')).toBeGreaterThan(0);
      expect(out + err, args.join(' ')).not.toMatch(HIDDEN);
    }
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
