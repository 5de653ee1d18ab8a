/* What people do from the command line, on the sample cables. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openShell, SAMPLE, type Shell, shellForTests } from './shell.ts';

const firstIds = async (shell: Shell, count: number) =>
  (await shell.run(['list', '--ids', '--limit', String(count)])).out.trim().split('\n');

describe('an empty library', () => {
  const shell = shellForTests();

  it('shows the sample through a pipe, with the sentence how to import', async () => {
    const { code, out } = await shell.run([]);
    expect(code).toBe(0);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(22);
    expect(lines[20]).toMatch(/^the newest 20 of \d+ SAMPLE cables$/);
    expect(lines[21]).toMatch(/cables import PATH/);
  });

  it('is empty still where an import understood nothing', async () => {
    const other = openShell();
    const path = join(other.home, 'shopping.txt');
    writeFileSync(path, 'milk\n');
    expect((await other.run(['import', path])).code).toBe(2);
    expect((await other.run([])).out).toMatch(/^the newest 20 of \d+ SAMPLE cables$/m);
    other.end();
  });

  it('lists, decides and remembers on the sample too, and says so once on standard error', async () => {
    const told = 'SAMPLE cables: your own library is empty. To fill it: cables import PATH\n';
    const [id] = await firstIds(shell, 1);
    expect(await shell.run(['tag', '+border', '--', id!])).toMatchObject({ code: 0, err: told });
    expect(await shell.run(['list', 'mine:border', '--ids'])).toMatchObject({ out: `${id}\n`, err: expect.stringContaining(told) });
    const asked = await shell.run(['--sample', 'list', 'mine:border', '--ids']);
    expect(asked).toMatchObject({ out: `${id}\n`, err: expect.not.stringContaining('SAMPLE') });
    expect(await shell.json(['tags', '--json'])).toMatchObject([{ tag: 'border', count: 1 }]);
    expect((await shell.run(['why', id!])).out).toMatch(/^#border/);
    expect((await shell.run(['diff', 'yesterday'])).out).toMatch(/border/);
    expect((await shell.run(['doctor'])).out).toMatch(/no cables yet/);
  });

  it('names the nearest value where a filter finds nothing, and the field that another name means', async () => {
    expect(await shell.run(['--sample', 'list', 'from:arcadai'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/No cable matches\. Did you mean from:arcadia \(\d+\)\?\n$/),
    });
    expect((await shell.run(['--sample', 'list', 'gauges drougth'])).err).toMatch(/Did you mean drought \(\d+\)\?/);
    expect((await shell.run(['--sample', 'stats', 'tag:SENF'])).err).toMatch(/Did you mean tag:SENV \(\d+\)\?/);
    expect(await shell.run(['--sample', 'count', 'from:arcadai'])).toMatchObject({
      code: 1,
      out: '0\n',
      err: expect.stringMatching(/from:arcadia \(/),
    });
    expect((await shell.run(['--sample', 'count', '--by', 'year', 'from:arcadai'])).err).toMatch(/from:arcadia \(/);
    for (const [...change] of [
      ['tag', '+x'],
      ['mark', 'kept'],
    ])
      expect(await shell.run(['--sample', ...change, '--', 'from:arcadai'])).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^Nothing was changed\. No cable matches\. Did you mean from:arcadia \(\d+\)\?\n$/),
      });
    expect((await shell.run(['--sample', 'list', 'ref:09ARCADIA812'])).err).toContain('ref: is no field. Did you mean cites?');
  });

  it('stays with a journal of ones own that came before its cables', async () => {
    const other = openShell();
    const [id] = await firstIds(shell, 1);
    await shell.run(['tag', '+border', '--', id!]);
    expect((await other.run(['sync', join(shell.home, 'cables-sample')])).code).toBe(0);
    expect(await other.run(['log'])).toMatchObject({ code: 0, out: expect.stringContaining(id!), err: '' });
    expect((await other.run([])).out).not.toMatch(/SAMPLE/);
    other.end();
  });

  it.each([
    [['lsit'], 2, /did you mean {2}cables list/],
    [['keep', '09ARCADIA812'], 2, /cables mark kept -- 09ARCADIA812/],
    [['later'], 2, /cables mark later -- REF/],
    [['list', '--jsno'], 2, /jsno/],
    [['list', 'frm:arcadia'], 2, /from/],
    [['import'], 2, /cables import PATH/],
    [['show'], 2, /reference id/],
    [['show', '09NOWHERE1'], 1, /no cables yet|no such cable/],
    [['tag', 'border', '--', 'x'], 2, /\+border/],
    [['log', '--since', 'soon'], 2, /not a time/],
    [['tags', 'border'], 2, /border says nothing here/],
    [['searches', '--', 'border'], 2, /cables help searches/],
    [['undo', '3f2a', '7'], 2, /one handle at a time/],
    [['history', '09ARCADIA812', '--cable', '09ARCADIA790'], 2, /Type one of them/],
    [['history', '09NOWHERE1'], 1, /no cables yet|no such cable/],
    [['help', 'kyes'], 2, /cables help keys/],
  ] as const)('%j ends with %i and says why', async (args, code, message) => {
    const ran = await shell.run(args);
    expect(ran.err).toMatch(message);
    expect(ran.code).toBe(code);
  });
});

describe('a library of ones own', () => {
  let ids: string[];
  const shell = shellForTests(async (own) => {
    expect((await own.run(['import', SAMPLE])).code).toBe(0);
    ids = await firstIds(own, 5);
  });

  it('imports once; again changes nothing', async () => {
    const shards = () =>
      readdirSync(join(shell.home, 'cables', 'corpus'))
        .filter((name) => name.endsWith('.ndjson'))
        .map((name) => readFileSync(join(shell.home, 'cables', 'corpus', name)));
    const before = shards();
    const { code, out } = await shell.run(['import', SAMPLE]);
    expect(code).toBe(0);
    expect(out).toMatch(/^0 new/);
    expect(shards()).toEqual(before);
  });

  it('keeps everything private', () => {
    for (const name of readdirSync(join(shell.home, 'cables'), { recursive: true, encoding: 'utf8' })) {
      const { mode } = statSync(join(shell.home, 'cables', name));
      expect([name, mode & 0o077]).toEqual([name, 0]);
    }
  });

  it('shows a cable by any spelling of its id', async () => {
    const [, year, station, serial] = /^(\d\d)(\D+)(\d+)$/.exec(ids[0]!)!;
    for (const spelling of [
      ids[0]!,
      `${year} ${station} ${serial}`,
      ids[0]!.toLowerCase(),
      `${year}${station}${serial!.padStart(6, '0')}`,
      `${ids[0]}_a`,
    ]) {
      expect((await shell.json(['show', spelling, '--json']))[0]?.['id']).toBe(ids[0]);
    }
  });

  it('tags, explains, takes back and does again', async () => {
    expect((await shell.run(['tag', '+story', '--because', 'a test', '--', ids[0]!, ids[1]!])).code).toBe(0);
    expect((await shell.run(['list', 'mine:story', '--ids'])).out.trim().split('\n').sort()).toEqual([ids[0]!, ids[1]!].sort());
    expect((await shell.run(['tag', '+story', '--', ids[0]!])).out).toMatch(/already so/);
    expect((await shell.run(['why', ids[0]!])).out).toMatch(/#story.*one of 2.*because: a test.*cables undo \S+/s);
    expect((await shell.run(['undo', '--yes'])).out).toMatch(/story/);
    expect((await shell.run(['list', 'mine:story'])).code).toBe(1);
    expect((await shell.run(['redo', '--yes'])).code).toBe(0);
    expect((await shell.run(['count', 'mine:story'])).out.trim()).toBe('2');
    const log = (await shell.json(['log', '--json'])).map(({ type }) => type);
    expect(log).toEqual(['action.undone', 'action.undone', 'device.named', 'tag.added']);
    const lines = (await shell.run(['log'])).out.trimEnd().split('\n');
    const handle = /cables undo (\w+)/.exec((await shell.run(['why', ids[0]!])).out)?.[1] ?? 'none';
    expect(lines[3]).toMatch(new RegExp(`^\\S+ \\S+  ${handle}  tagged`));
    const column = lines[3]!.indexOf('tagged');
    expect(lines.map((line) => line.slice(column, column + 5))).toEqual(['redid', 'undid', 'named', 'tagge']);
    expect((await shell.run(['undo', handle, '--dry-run'])).out).toMatch(/story/);
  });

  it('decides, with ids from standard input', async () => {
    expect((await shell.run(['mark', 'kept', '--stdin'], `${ids[2]}\n${ids[3]}\n`)).code).toBe(0);
    expect((await shell.run(['count', 'is:kept'])).out.trim()).toBe('2');
    expect((await shell.run(['mark', 'keep', '--', ids[3]!])).out).toMatch(/already so/);
    expect((await shell.run(['mark', 'defer', '--until', 'tomorrow', '--', ids[4]!])).out).toMatch(/^marked later/);
    expect((await shell.run(['log', '--limit', '1'])).out).toMatch(/ later +\S+ +until tomorrow/);
    expect((await shell.run(['log', ids[3]!])).out).toMatch(/^[^\n]+ kept +2 cables\n$/);
    expect((await shell.run(['list', 'is:later', '--ids'])).out.trim()).toBe(ids[4]);
    expect((await shell.run(['mark', 'undecided', '--', ids[2]!])).code).toBe(0);
    expect((await shell.run(['list', 'is:kept', '--ids'])).out.trim()).toBe(ids[3]);
  });

  it('says what would change and changes nothing with --dry-run', async () => {
    expect((await shell.run(['tag', '+dry', '--dry-run', '--', ids[0]!])).out).toMatch(/would/);
    expect((await shell.run(['list', 'mine:dry'])).code).toBe(1);
  });

  it('bookmarks a paragraph and notes it', async () => {
    expect((await shell.run(['bookmark', `${ids[0]}#1`, '--label', 'the beginning'])).code).toBe(0);
    expect(await shell.json(['bookmarks', '--json'])).toMatchObject([{ cable: ids[0], para: 1, label: 'the beginning' }]);
    expect((await shell.run(['note', `${ids[0]}#1`, 'ask', 'the', 'archive'])).code).toBe(0);
    expect((await shell.run(['note', ids[0]!])).out).toBe('¶1  ask the archive\n');
    expect((await shell.run(['notes', ids[0]!])).out).toMatch(/ask the archive/);
    expect(await shell.run(['notes', ids[1]!])).toMatchObject({ code: 1, out: '', err: 'None of the notes is on a cable that matches.\n' });
    expect((await shell.run(['bookmarks', ids[0]!, ids[1]!, '--json'])).out).toMatch(/the beginning/);
    expect((await shell.run(['bookmark', `${ids[0]}#999`])).code).toBe(1);
    expect((await shell.run(['bookmark', `${ids[0]}#1`, '--remove'])).code).toBe(0);
    expect((await shell.run(['bookmarks'])).code).toBe(1);
  });

  it('draws how the cables lie in time and by name', async () => {
    const { out, code } = await shell.run(['stats']);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ cables {3}\d{4} .*█.* 2010\n/);
    expect(out).toMatch(/\nBy origin, 10 of \d+ posts\n {2}Embassy Arcadia +\d+ {2}█+\n/);
    expect(out).toMatch(/\n {2}SENV +\d+ {2}█+ +Environmental Affairs\n/);
    expect(out).toMatch(/\nYour reading\n {2}1 kept, 1 later, 1 tag, 1 note/);
    const some = await shell.json(['stats', 'tag:SENV', '--top', '2', '--json']);
    expect(some[0]).toEqual({ by: null, value: null, meaning: null, count: Number((await shell.run(['count', 'tag:SENV'])).out) });
    expect(some.filter(({ by }) => by === 'origin')).toHaveLength(2);
    expect((await shell.run(['stats', 'zinc'])).code).toBe(1);
    expect((await shell.run(['stats', '--top', '-3'])).code).toBe(2);
  });

  it('compares two moments', async () => {
    expect((await shell.run(['diff', '2001-01-01'])).out).toMatch(/kept/);
    expect((await shell.run(['list', 'is:kept', '--at', '2001-01-01'])).code).toBe(1);
  });

  it('prints nothing that a terminal would act on', async () => {
    for (const args of [['list'], ['show', ids[0]!], ['show', ids[0]!, '--raw'], ['show', ids[0]!, '--json'], ['log']]) {
      expect((await shell.run(args)).out).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
    }
  });

  it('checks itself', async () => {
    expect((await shell.run(['journal', 'verify'])).out).toMatch(/every sum, number, link and clock is right/);
    const { code, out } = await shell.run(['doctor']);
    expect(out).toMatch(/journal +\d+ events/);
    expect(code).toBe(0);
  });

  it('prints help for every verb and topic', async () => {
    const verbs = [...(await shell.run(['help', 'commands'])).out.matchAll(/^ {2}([a-z]+)/gm)].map(([, verb]) => verb!);
    expect(verbs.length).toBeGreaterThan(15);
    for (const verb of new Set(verbs)) expect((await shell.run(['help', verb])).out).toContain(`cables ${verb}`);
    for (const topic of ['cables', 'tags', 'keys', 'filters'])
      expect((await shell.run(['help', topic])).out.split('\n').length).toBeGreaterThan(10);
  });
});

describe('what is new', () => {
  const shell = shellForTests();

  it('is listed once, for each cursor', async () => {
    const lines = readFileSync(SAMPLE, 'utf8').split('\n').filter(Boolean);
    const bring = async (from: number, to: number) => {
      const path = join(shell.home, `${from}.ndjson`);
      writeFileSync(path, `${lines.slice(from, to).join('\n')}\n`);
      expect((await shell.run(['import', path])).code).toBe(0);
      return lines.slice(from, to).map((line) => (JSON.parse(line) as { id: string }).id);
    };
    const fresh = async (cursor: string, ...more: string[]) =>
      (await shell.run(['list', '--new', '--cursor', cursor, '--ids', ...more])).out.split('\n').filter(Boolean).sort();
    const first = (await bring(0, 5)).sort();
    expect(await fresh('mail')).toEqual(first);
    expect(await fresh('mail', '--advance')).toEqual(first);
    expect(await fresh('mail')).toEqual([]);
    const second = (await bring(5, 8)).sort();
    expect(await fresh('mail')).toEqual(second);
    expect(await fresh('other')).toEqual([...first, ...second].sort());
    expect(await fresh('mail', '--advance')).toEqual(second);
    const { code, err } = await shell.run(['list', '--new', '--cursor', 'mail']);
    expect([code, err]).toEqual([1, expect.stringContaining('Nothing new since mail was advanced.')]);
    expect((await shell.run(['list', '--new'])).code).toBe(2);
  });
});
