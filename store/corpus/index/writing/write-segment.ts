/* Cables in order of creation -> one segment file. */
import { chmodSync, closeSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Cable, Cells } from '../../../cable/cable.ts';
import { canonicalId, yearOfId } from '../../../cable/ids/reference-id.ts';
import { parseCable } from '../../../cable/parse-cable.ts';
import { CLASSIFICATIONS } from '../../../cable/vocabulary/classifications.ts';
import { countryOf } from '../../../cable/vocabulary/stations.ts';
import { PRIVATE_FILE } from '../../../disk/private-folder.ts';
import { foldWords } from '../../../query/fold-words.ts';
import { type LinePlace, openLines } from '../../shards/read-shards.ts';
import { uniteVersions } from '../../shards/unite-versions.ts';
import { compareSubjects } from '../compare-subjects.ts';
import { countProblems, type ProblemCounts } from '../problem-counts.ts';
import { readingText } from '../reading-text.ts';
import { letterMask } from '../searching/letter-mask.ts';
import { collectPrefixes } from './prefix-lists.ts';
import { createSegment, FACT, FLAGS, finishSegment, UNKNOWN_TIME } from './segment-schema.ts';
import { placesOf, type Stretch } from './stretch.ts';

export interface SegmentJob {
  readonly corpusDir: string;
  /** Must not exist. */
  readonly path: string;
  readonly cables: Stretch;
}

export interface SegmentSummary {
  readonly rows: number;
  /** First and last year of creation. */
  readonly years: readonly [number, number] | null;
  readonly hasReleases: boolean;
  readonly problems: ProblemCounts;
}

/** Writes it and makes it durable; gives how many cables are done every now and then. @throws the system's error */
export function* writeSegment({ corpusDir, path, cables }: SegmentJob): Generator<number, SegmentSummary> {
  closeSync(openSync(path, 'wx', PRIVATE_FILE));
  chmodSync(path, PRIVATE_FILE);
  const db = new DatabaseSync(path);
  try {
    return yield* fillSegment(db, corpusDir, cables);
  } finally {
    db.close();
    syncFile(path);
  }
}

/** Makes what was written durable. */
export function syncFile(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** What of a database is written to. */
export type SegmentDatabase = Pick<DatabaseSync, 'exec'> & { prepare(sql: string): { run(...values: SQLInputValue[]): unknown } };

export function* fillSegment(db: SegmentDatabase, corpusDir: string, cables: Stretch): Generator<number, SegmentSummary> {
  const lines = openLines(corpusDir);
  try {
    createSegment(db);
    const writer = openWriter(db, cables.runs.length);
    const problems = new Map<string, number>();
    for (const [n, run] of cables.runs.entries()) {
      const places = placesOf(cables, n);
      const versions = uniteVersions(places.map((place) => lines.read(place)));
      const cable = parseCable(versions[0]!);
      countProblems(problems, cable);
      writer.add(n, cable, versions[0]!.cells, versions.length, run, places);
      if (n % 100 === 99) yield n + 1;
    }
    const summary = writer.finish();
    finishSegment(db);
    return { ...summary, problems };
  } finally {
    lines.close();
  }
}

/**
 * UTF-16 units that go into the full text one cable after the other: its table of words stays in the processor's cache meanwhile, where
 * understanding a cable in between drives it out. A twelfth of the processor time of the whole.
 */
const TEXTS_AT_ONCE = 256 * 1024;

function openWriter(db: SegmentDatabase, size: number) {
  const cableRow = db.prepare('INSERT INTO cable VALUES (?,?,?,?,?,?,?,?,?,?,?)');
  const referenceRow = db.prepare('INSERT INTO reference VALUES (?,?,?)');
  const textRow = db.prepare('INSERT INTO text (rowid, subject, body, facts) VALUES (?,?,?,?)');
  const created = new Int32Array(size);
  const released = new Uint16Array(size);
  const month = new Uint16Array(size);
  const classes = new Uint8Array(size);
  const origin = new Uint16Array(size);
  const runs = new Uint16Array(size);
  const sizes = new Uint32Array(size);
  const sections = new Uint16Array(size);
  const flags = new Uint8Array(size);
  const letters = new Uint32Array(size);
  const subjects: string[] = [];
  const prefixes = collectPrefixes(size);
  const origins = new Map<string, number>();
  const tagNumbers = new Map<string, number>();
  /** Thousands of cables name the same addressees. */
  const foldedNames = new Map<string, string>();
  const foldedName = (name: string): string => {
    let folded = foldedNames.get(name);
    if (folded === undefined) foldedNames.set(name, (folded = ` ${foldWords(name).join(' ')} `));
    return folded;
  };
  const postings = {
    tag: new Map<string, number[]>(),
    to: new Map<string, number[]>(),
    info: new Map<string, number[]>(),
    portion: new Map<string, number[]>(),
  };

  const texts: [n: number, subject: string, body: string, facts: string][] = [];
  let held = 0;
  const addTexts = (): void => {
    for (const text of texts.splice(0)) textRow.run(...text);
    held = 0;
  };

  return {
    add(n: number, cable: Cable, cells: Cells, versions: number, run: number, places: readonly LinePlace[]): void {
      const tags = [...new Set(cable.tags.map(({ tag }) => tag))];
      const cited = citedIds(cable, cells);
      const subject = cable.subject ?? '';
      created[n] = cable.created === null ? UNKNOWN_TIME : Date.parse(cable.created) / 60_000;
      released[n] = cable.released === null ? 0 : Date.parse(cable.released.slice(0, 10)) / 86_400_000;
      month[n] = cable.created === null ? 0 : (Number(cable.created.slice(0, 4)) - 1900) * 12 + Number(cable.created.slice(5, 7)) - 1;
      classes[n] = cable.classification === null ? 0 : CLASSIFICATIONS.indexOf(cable.classification) + 1;
      origin[n] = cable.origin === null ? 0 : numberIn(origins, cable.origin) + 1;
      runs[n] = run;
      sizes[n] = cable.body.length;
      sections[n] = cable.sections;
      flags[n] =
        (cited.length > 0 ? FLAGS.refs : 0) |
        (cable.layout.redactions.length > 0 ? FLAGS.redaction : 0) |
        (versions > 1 ? FLAGS.versions : 0);
      letters[n] = letterMask(`${cable.id}${subject}`);
      subjects.push(subject.toLowerCase());
      cableRow.run(
        n,
        cable.id,
        cable.created,
        cable.released,
        cable.classification === null ? null : CLASSIFICATIONS.indexOf(cable.classification),
        cable.origin === null ? null : origin[n]! - 1,
        cable.subject,
        JSON.stringify(tags),
        versions,
        cable.body.length,
        JSON.stringify(places.map(({ shard, offset, length }) => [shard, offset, length])),
      );
      for (const [ordinal, id] of cited.entries()) referenceRow.run(n, ordinal, id);
      for (const tag of tags) post(postings.tag, tag, n);
      for (const kind of ['to', 'info'] as const) for (const { name } of cable.header[kind]) post(postings[kind], foldedName(name), n);
      for (const { portion } of cable.paragraphs) if (portion !== null) post(postings.portion, portion.toUpperCase(), n);
      const facts = [
        ...(cable.origin === null ? [] : [`${FACT}o${origin[n]! - 1}`]),
        ...(classes[n] === 0 ? [] : [`${FACT}c${classes[n]! - 1}`]),
        ...tags.map((tag) => `${FACT}t${numberIn(tagNumbers, tag)}`),
      ].join(' ');
      const body = readingText(cable);
      prefixes.add(n, subject);
      prefixes.add(n, body);
      texts.push([n, subject, body, facts]);
      held += body.length;
      if (held > TEXTS_AT_ONCE) addTexts();
    },

    finish(): Omit<SegmentSummary, 'problems'> {
      addTexts();
      const columnRow = db.prepare('INSERT INTO column VALUES (?,?)');
      const save = (name: string, { buffer, byteOffset, byteLength }: ArrayBufferView) =>
        columnRow.run(name, new Uint8Array(buffer, byteOffset, byteLength));
      for (const [name, values] of Object.entries({
        created,
        released,
        month,
        class: classes,
        origin,
        run: runs,
        size: sizes,
        sections,
        flags,
        letters,
      }))
        save(name, values);
      const names = [...origins.keys()];
      const rank = new Map([...names].sort(compare).map((name, at) => [name, at]));
      const originRank = (n: number) => (origin[n] === 0 ? names.length : rank.get(names[origin[n]! - 1]!)!);
      const newest = Uint32Array.from({ length: size }, (_, n) => size - 1 - n);
      save(
        'by-released',
        newest.toSorted((a, b) => released[b]! - released[a]! || b - a),
      );
      save(
        'by-origin',
        newest.toSorted((a, b) => originRank(a) - originRank(b) || b - a),
      );
      save(
        'by-subject',
        newest.toSorted((a, b) => compareSubjects(subjects[a]!, subjects[b]!) || b - a),
      );
      const originRow = db.prepare('INSERT INTO origin VALUES (?,?,?)');
      for (const [name, number] of origins) originRow.run(number, name, nameCountry(name));
      const tagRow = db.prepare('INSERT INTO tag VALUES (?,?)');
      for (const [tag, number] of tagNumbers) tagRow.run(number, tag);
      const postingRow = db.prepare('INSERT INTO posting VALUES (?,?,?)');
      for (const [kind, values] of Object.entries(postings))
        for (const [value, rows] of values) postingRow.run(kind, value, new Uint8Array(Uint32Array.from(rows).buffer));
      const prefixRow = db.prepare('INSERT INTO prefix VALUES (?,?)');
      for (const [prefix, rows] of prefixes.entries()) prefixRow.run(prefix, rows);
      const months = month.filter((value) => value > 0);
      const years = months.length === 0 ? null : ([yearOf(months.reduce(smaller)), yearOf(months.reduce(larger))] as const);
      return { rows: size, years, hasReleases: released.some((day) => day > 0) };
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const smaller = (a: number, b: number): number => Math.min(a, b);
const larger = (a: number, b: number): number => Math.max(a, b);
const yearOf = (month: number): number => 1900 + Math.floor(month / 12);

function numberIn(numbers: Map<string, number>, name: string): number {
  let number = numbers.get(name);
  if (number === undefined) numbers.set(name, (number = numbers.size));
  return number;
}

/** Each cable once, also where it names the value twice. */
function post(postings: Map<string, number[]>, value: string, n: number): void {
  const rows = postings.get(value);
  if (!rows) postings.set(value, [n]);
  else if (rows.at(-1) !== n) rows.push(n);
}

/** An embassy that the table does not know is named after its country or capital. */
export function nameCountry(origin: string): string | null {
  return countryOf(origin) ?? /^Embassy (.+)$/.exec(origin)?.[1] ?? null;
}

/** Ids the cable cites: those of its text, then what only the source's own column names; each once, never itself. */
export function citedIds(cable: Cable, cells: Cells): string[] {
  const found = new Set(cable.references.flatMap(({ id }) => (id === null ? [] : [id])));
  const year = cable.created === null ? yearOfId(cable.id) : Number(cable.created.slice(0, 4));
  for (const written of cells.references ?? []) {
    const id = canonicalId(written, year);
    if (id !== null) found.add(id);
  }
  found.delete(cable.id);
  return [...found];
}
