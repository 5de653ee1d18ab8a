/* The program made one's own: config.json in a real terminal and on the command line. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type HeadlessReader, openHeadlessReader } from '../../src/generate/headless-reader.ts';
import { lineText } from '../../src/text/fit-line.ts';
import { startCables } from '../screen/start-cables.ts';
import { openShell } from './shell.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function configFolder(config: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cables-config-'));
  folders.push(folder);
  mkdirSync(join(folder, 'cables'));
  writeFileSync(join(folder, 'cables', 'config.json'), config);
  return folder;
}

const shown = (reader: HeadlessReader) => reader.draw().map((line) => lineText(line));

describe('keys of one’s own', () => {
  it('work, and hints, the box, help, which-key and reasons name them, at 80x24 and 40x12', async () => {
    const reader = await openHeadlessReader({
      config: { keys: { keep: ['ö', 'v'], 'go-unread': ['# u'], 'go-home': ['# h'], help: ['f1'], narrow: [], 'next-stop': ['ü'] } },
    });
    try {
      expect(shown(reader).at(-1)).toMatch(/# go .*f1 keys/);
      await reader.press('#');
      expect(shown(reader).at(-1)).toMatch(/# +h home {2}u unread/);
      await reader.press('u');
      expect(shown(reader).at(-1)).toMatch(/ö keep {2}x skip/);
      await reader.press('ö');
      expect(shown(reader).at(-2)).toMatch(/kept \w+/);
      await reader.press(':', ...'keep');
      expect(shown(reader).join('\n')).toMatch(/▌ ö +keep /);
      await reader.press('esc', 'l');
      expect(shown(reader).at(-2)).toMatch(/l does nothing here/);
      await reader.press('f1');
      expect(shown(reader).join('\n')).toMatch(/ö v +keep /);
      await reader.press('q', 'enter', 'y', 'p');
      expect(shown(reader).join('\n')).toMatch(/no paragraph under the cursor: ü goes to the first/);
      await reader.resize({ columns: 40, rows: 12 });
      await reader.press('#');
      expect(shown(reader).at(-1)).toMatch(/# +h home {2}u unread/);
      await reader.press('esc', 'f1');
      expect(shown(reader).join('\n')).toMatch(/ü +next paragraph/);
    } finally {
      await reader.close();
    }
  });
});

it('favourite tags have their digits; the rest goes to those used most', async () => {
  const reader = await openHeadlessReader({ config: { favourites: ['quote', 'check/names'] } });
  try {
    await reader.press('/', ...'gauge', 'enter', 't', ...'+delta', 'enter', 'j', 't');
    expect(shown(reader).at(-2)).toMatch(/1 #quote {2}2 #check\/names {2}3 #delta/);
    await reader.press('2');
    expect(shown(reader).join('\n')).toMatch(/tagged \w+ \+check\/names/);
  } finally {
    await reader.close();
  }
});

it('columns of one’s own, and no excerpts', async () => {
  const reader = await openHeadlessReader({ config: { columns: ['created', 'origin', 'subject', 'id'], excerpts: false } });
  try {
    await reader.press('/', ...'scanner', 'enter');
    const [, , first, second] = shown(reader);
    expect(first).toMatch(/^▌● \d{4}-\d\d-\d\d (Embassy|Consulate) \w+ +[A-Z].* \w+\d+ +$/);
    expect(second).toMatch(/^ [● ] \d{4}-\d\d-\d\d /);
  } finally {
    await reader.close();
  }
});

it('a config with mistakes never stops the reader: one line says so, what is right holds', async () => {
  const config = '{\n  "keys": { "keep": "ö", "kepe": "x" },\n  "theme": "light"\n}\n';
  const app = startCables({ args: ['--sample'], env: { XDG_CONFIG_HOME: configFolder(config) } });
  try {
    await app.expectText('A mistake in config.json (cables config): line 2: keys.kepe: there is no comma');
    await app.press('g', 'u').expectText('ö keep');
    await app.press('ö').expectText(/kept \w+/);
    expect(app.received).toMatch(/38;5;28m/);
    await app.press('Q').exit();
  } finally {
    app.kill();
  }
});

describe('cables config', () => {
  it('names every mistake with line, field and the nearest that is right, and ends with 2', async () => {
    const shell = openShell();
    try {
      const file = join(shell.home, 'own.json');
      expect((await shell.run(['config'])).out).toMatch(/config\.json {2}\(not there: /);
      writeFileSync(file, '{\n  "keys": { "kepe": "x" },\n  "colours": { "accent": "cyna" },\n  "zone": "Asia/Tokyo"\n}\n');
      const ran = await shell.run(['config', 'check', '--config', file]);
      expect(ran.code).toBe(2);
      expect(ran.out).toBe(
        `${file}\n  line 2: keys.kepe: there is no command kepe; nearest: keep\n  line 3: colours.accent: "cyna" is no colour; nearest: cyan\n`,
      );
      expect((await shell.run(['doctor', '--config', file])).out).toContain('keys.kepe: there is no command kepe; nearest: keep');
      // The second time from what was kept of the first.
      expect(await shell.run(['config', 'check', '--config', file])).toEqual(ran);
      writeFileSync(file, '{\n  "zone": "Asia/Tokyo"\n}\n');
      expect(await shell.run(['config', 'check', '--config', file])).toMatchObject({ code: 0, out: `${file}\nall sound\n` });
      expect(await shell.json(['config', '--json', '--config', file])).toMatchObject([{ zone: 'Asia/Tokyo' }]);
      writeFileSync(file, '{ "zone" "Asia/Tokyo" }');
      expect((await shell.run(['config', 'check', '--config', file])).out).toMatch(
        /line 1: expected : after "zone"\. Nothing of the file is used/,
      );
      expect((await shell.run(['list', '--config', join(shell.home, 'nowhere.json')])).code).toBe(0);
      expect((await shell.run(['config', 'check', '--config', join(shell.home, 'nowhere.json')])).out).toMatch(/there is no such file/);
    } finally {
      shell.end();
    }
  });

  it('prints an example that is sound, and the schema of the documents', async () => {
    const shell = openShell();
    try {
      const file = join(shell.home, 'example.json');
      writeFileSync(file, (await shell.run(['config', 'example'])).out);
      expect(await shell.run(['config', 'check', '--config', file])).toMatchObject({ code: 0, out: `${file}\nall sound\n` });
      expect((await shell.run(['config', 'schema'])).out).toBe(
        readFileSync(new URL('../../docs/config.schema.json', import.meta.url), 'utf8'),
      );
    } finally {
      shell.end();
    }
  });
});
