/* Lines as each version wrote them. These files never change: what they say must be understood for ever. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatLine, NO_LINE, readLine } from '../../store/journal/log/line.ts';
import { readLines } from '../../store/journal/log/read-lines.ts';
import { schemas } from '../../store/journal/log/schema.ts';
import { VERSIONS } from '../../store/journal/log/upcast.ts';
import { viewOf } from './invented-journal.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/events/', import.meta.url));

describe.each(readdirSync(FOLDER))('%s', (name) => {
  const bytes = readFileSync(FOLDER + name);
  const { events, damaged, unknown, newer } = readLines(bytes);

  it('is read whole', () => {
    expect({ damaged, unknown, newer }).toEqual({ damaged: [], unknown: 0, newer: 0 });
    for (const { type, data } of events) expect({ type, ...schemas[type].safeParse(data) }).toMatchObject({ type, success: true });
  });

  it('holds every type of its version', () => {
    const version = Number(/^v(\d+)/.exec(name)![1]);
    const wanted = Object.entries(VERSIONS).filter(([, current]) => current >= version);
    expect(new Set(wanted.map(([type]) => type)).difference(new Set(events.map(({ type }) => type)))).toEqual(new Set());
  });
});

describe('version 1', () => {
  const bytes = readFileSync(`${FOLDER}v1.ndjson`);

  it('is still written the same, byte for byte', () => {
    let prev = NO_LINE;
    for (const text of bytes.toString().split('\n').slice(0, -1)) {
      const { seq, prev: _, sum, ...event } = readLine(Buffer.from(text))!;
      expect(formatLine(event, seq, prev)).toEqual({ text: `${text}\n`, sum });
      prev = sum;
    }
  });

  it('means what it meant', () => {
    const personal = viewOf(readLines(bytes).events);
    const marks = ['09ARCADIA812', '09ARCADIA790', '09ARCADIA744', '08CARDENA455'].map((cable) => {
      const { verdict, tags, read, bookmarks, notes, because } = personal.mark(cable, 'border');
      return [cable, verdict, tags.join(' '), read, bookmarks, notes, because];
    });
    expect(marks).toEqual([
      ['09ARCADIA812', 'kept', 'todo', true, 1, 1, 'names the gauges'],
      ['09ARCADIA790', 'kept', '', false, 0, 0, 'names the gauges'],
      ['09ARCADIA744', null, '', false, 0, 0, null],
      ['08CARDENA455', 'later', '', true, 0, 0, null],
    ]);
    expect(personal.searches()).toMatchObject([{ id: 'border', query: 'border* date:2003..', looked: 3 }]);
    expect(personal.place('09ARCADIA812')).toMatchObject({ para: 12, of: 14, via: { search: 'border', hit: 2 } });
    expect(
      personal
        .history({})
        .map(({ verb, cables, detail }) => [verb, cables.length === 1 ? cables[0] : cables.length, detail].join(' ').trim()),
    ).toMatchInlineSnapshot(`
      [
        "searched 0 water AND treaty (143)",
        "read 09ARCADIA812 to ¶12, 30 s",
        "forgot 0 reading before 2026-01-01",
        "adopted 0 the library of device 0badcafe",
        "undid 09ARCADIA812 tagged +taken-back",
        "tagged 09ARCADIA812 +taken-back",
        "removed 0 search water",
        "saved 0 search water: water*",
        "looked 0 through border",
        "marked 08CARDENA455 read",
        "unnoted 09ARCADIA744",
        "drafted 09ARCADIA744 unfinis",
        "noted 09ARCADIA812 ¶2 ask M. about the 2004 survey",
        "unbookmarked 09ARCADIA744",
        "bookmarked 09ARCADIA744",
        "bookmarked 09ARCADIA812 ¶2 the gauge quote",
        "renamed 0 tag follow-up to todo",
        "untagged 09ARCADIA744 -follow-up",
        "tagged 2 +follow-up",
        "cleared 09ARCADIA744 the verdict",
        "later 08CARDENA455 until fri (2026-11-27) for border",
        "skipped 09ARCADIA744",
        "kept 2 for border",
        "saved 0 search border: border* date:2003..",
        "named 0 this device laptop",
      ]
    `);
  });
});
