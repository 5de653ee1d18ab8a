/* One segment: one SQLite file, written once in order of creation, then opened immutable.
 *
 *     cable       n: dense from 0, in order of creation and id. What a row of a list shows; `lines`: where its lines lie in the shards,
 *                 JSON [[shard, offset, length], …]
 *     origin      number -> display name, country
 *     tag         number -> tag
 *     column      typed columns as blobs, one value a cable, little-endian; loaded whole when first asked for:
 *                   created  Int32   minutes since 1970, UNKNOWN where there is none
 *                   released Uint16  days since 1970, 0: none
 *                   month    Uint16  (year - 1900) * 12 + month 0..11 of creation, 0: none
 *                   class    Uint8   index of the classification + 1, 0: none
 *                   origin   Uint16  number + 1, 0: none
 *                   run      Uint16  import run that brought it
 *                   size     Uint32  UTF-16 units of the body
 *                   sections Uint16
 *                   flags    Uint8   1 cites something, 2 redacted, 4 several versions
 *                   letters  Uint32  which letters and digits occur in id and subject (letter-mask.ts)
 *                 and numbers of cables in another order, Uint32: by-released, by-origin, by-subject
 *     posting     kind and value -> numbers of cables, Uint32, ascending. Kinds: tag, to, info (folded words between blanks), portion
 *     reference   cited ids in the order of the text, what only the source's own column says behind them
 *     mask        rows of older segments that this one replaces, cumulative: path of the segment -> numbers, Uint32
 *     prefix      rows of the cables with words that begin with 1 to 3 letters (prefix-lists.ts)
 *     text        FTS5 with positions, without content; rowid = n
 *
 * Subject and reading text (without page markers and repeated heads) are indexed, and facts of the cable as tokens nobody types: U+E000,
 * a letter, a number (o12 origin, t7 tag, c3 class), so that `water from:x tags:Y` is one question to the full text.
 *
 * FTS5's own prefix lists take as much room as half of the text again; a second FTS5 table without positions, with prefix lists, a fifth
 * of it. The lists here take a thirtieth, and answer the same.
 */
import type { DatabaseSync } from 'node:sqlite';

export const UNKNOWN_TIME = -0x80000000;
export const FACT = '\u{E000}';
export const FLAGS = { refs: 1, redaction: 2, versions: 4 } as const;

/** Nothing is ever rolled back: a segment that could not be written is thrown away. Kept in memory, a journal of the last step would be as large as the file. */
export function createSegment(db: Pick<DatabaseSync, 'exec'>): void {
  db.exec(`
    PRAGMA page_size = 8192;
    PRAGMA auto_vacuum = INCREMENTAL;
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -8192;
    PRAGMA temp_store = MEMORY;
    CREATE TABLE cable (
      n INTEGER PRIMARY KEY, id TEXT NOT NULL, created TEXT, released TEXT, class INTEGER, origin INTEGER, subject TEXT,
      tags TEXT NOT NULL, versions INTEGER NOT NULL, size INTEGER NOT NULL, lines TEXT NOT NULL
    );
    CREATE TABLE origin (number INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT);
    CREATE TABLE tag (number INTEGER PRIMARY KEY, tag TEXT NOT NULL);
    CREATE TABLE column (name TEXT PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE posting (kind TEXT NOT NULL, value TEXT NOT NULL, rows BLOB NOT NULL);
    CREATE TABLE reference (source INTEGER NOT NULL, ordinal INTEGER NOT NULL, target TEXT NOT NULL, PRIMARY KEY (source, ordinal)) WITHOUT ROWID;
    CREATE TABLE mask (segment TEXT PRIMARY KEY, rows BLOB NOT NULL);
    CREATE TABLE prefix (prefix TEXT PRIMARY KEY, rows BLOB NOT NULL);
    CREATE VIRTUAL TABLE text USING fts5(subject, body, facts, content='', tokenize='unicode61 remove_diacritics 2');
    INSERT INTO text(text, rank) VALUES ('hashsize', 16777216);
    INSERT INTO text(text, rank) VALUES ('automerge', 0);
    BEGIN;
  `);
}

/** Joining the parts of the full text leaves a twelfth of the file unused: it is given back. */
export function finishSegment(db: Pick<DatabaseSync, 'exec'>): void {
  db.exec(`
    COMMIT;
    INSERT INTO text(text) VALUES ('optimize');
    CREATE UNIQUE INDEX cable_id ON cable (id);
    CREATE INDEX posting_value ON posting (kind, value);
    CREATE INDEX reference_target ON reference (target);
    PRAGMA incremental_vacuum;
  `);
}
