import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { foldWords } from '../../store/query/fold-words.ts';

/* The index is FTS5's: where this disagreed with it, words would not be found. */
it('words are those of FTS5 for every letter of the scripts that cables may hold', () => {
  const db = new DatabaseSync(':memory:');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(b, content='', tokenize='unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance'); BEGIN`);
  const insert = db.prepare('INSERT INTO t(rowid, b) VALUES (?,?)');
  // Latin and its extensions, marks, Greek, Cyrillic, Hebrew, Arabic; signs; kana, CJK, Hangul; private use. Letters that are new in Unicode, and three that nobody writes, aside.
  const ranges = [
    [1, 0x377],
    [0x384, 0x527],
    [0x5d0, 0x5ea],
    [0x620, 0x6ef],
    [0x1e00, 0x1eff],
    [0x2010, 0x205e],
    [0x3041, 0x30ff],
    [0x4e00, 0x4fff],
    [0xac00, 0xacff],
    [0xe000, 0xe0ff],
  ] as const;
  const isNew = /[\u01e0\u01e1\u1e9b\u3097\u3098\u037f\u052a-\u052f\u0528\u0529\u05f5-\u05ff\u061c\u061d\u038b\u038d\u03a2\u058d\u058e]/;
  const probes = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((code) => !isNew.test(String.fromCodePoint(code))),
  );
  for (const code of probes) insert.run(code, `x${String.fromCodePoint(code)}y`);
  const words = new Map<number, string[]>();
  for (const { term, doc, offset } of db.prepare('SELECT term, doc, offset FROM v').all() as {
    term: string;
    doc: number;
    offset: number;
  }[]) {
    const own = words.get(doc) ?? [];
    own[offset] = term;
    words.set(doc, own);
  }
  db.close();
  const different = probes.filter((code) => foldWords(`x${String.fromCodePoint(code)}y`).join(' ') !== words.get(code)!.join(' '));
  expect(different.map((code) => code.toString(16))).toEqual([]);
});
