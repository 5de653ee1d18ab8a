/* One segment: one SQLite file, written once, then opened immutable.
 *
 *     cable      n (dense, in order of creation and id), id, what a list shows, where its lines lie in the shards
 *     tag        one row a TAG of a cable                     tag -> n
 *     reference  one row a cited id, in the order of the text  source n -> target id
 *     addressee  TO and INFO of the header                    kind, name -> n
 *     portion    portion marks that occur                     mark -> n
 *     text       FTS5 without content: subject, body (the reading text: without page markers and repeated heads); rowid = n
 */
export const SEGMENT_SCHEMA = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA page_size = 8192;
  CREATE TABLE cable (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL, created TEXT, released TEXT, class INTEGER, origin TEXT, country TEXT, subject TEXT,
    tags TEXT NOT NULL, versions INTEGER NOT NULL, size INTEGER NOT NULL, sections INTEGER NOT NULL, redacted INTEGER NOT NULL,
    refs INTEGER NOT NULL, run INTEGER NOT NULL, lines TEXT NOT NULL
  );
  CREATE TABLE tag (tag TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (tag, n)) WITHOUT ROWID;
  CREATE TABLE reference (source INTEGER NOT NULL, ordinal INTEGER NOT NULL, target TEXT NOT NULL, PRIMARY KEY (source, ordinal)) WITHOUT ROWID;
  CREATE TABLE addressee (kind TEXT NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL);
  CREATE TABLE portion (mark TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (mark, n)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE text USING fts5(subject, body, content='', tokenize='unicode61 remove_diacritics 2');
`;

export const SEGMENT_INDEXES = `
  CREATE UNIQUE INDEX cable_id ON cable (id);
  CREATE INDEX cable_released ON cable (released);
  CREATE INDEX cable_origin ON cable (origin);
  CREATE INDEX reference_target ON reference (target);
  CREATE INDEX addressee_name ON addressee (kind, name);
  INSERT INTO text(text) VALUES ('optimize');
`;
