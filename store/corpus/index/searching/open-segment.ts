/* One segment open for reading. What is asked of it is loaded when first asked for. */
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { LinePlace } from '../../shards/read-shards.ts';
import type { CurrentIndex } from '../current.ts';
import type { PlacedCable } from '../placed-cables.ts';
import { UNKNOWN_TIME } from '../writing/segment-schema.ts';
import { TagTable } from './tag-table.ts';

const COLUMNS = {
  created: Int32Array,
  released: Uint16Array,
  month: Uint16Array,
  class: Uint8Array,
  origin: Uint16Array,
  run: Uint16Array,
  size: Uint32Array,
  sections: Uint16Array,
  flags: Uint8Array,
  letters: Uint32Array,
  'by-released': Uint32Array,
  'by-origin': Uint32Array,
  'by-subject': Uint32Array,
} as const;

/** Kilobytes of pages that a connection keeps. There are many connections, a segment and a thread each; the system has the file in its memory. */
const CACHE = 1024;

export type ColumnName = keyof typeof COLUMNS;
export type Column<N extends ColumnName = ColumnName> = InstanceType<(typeof COLUMNS)[N]>;
export type PostingKind = 'tag' | 'to' | 'info' | 'portion';

export interface Origin {
  readonly name: string;
  readonly country: string | null;
}

/** What a list shows of a row of the table `cable`. */
export type CableRecord = readonly [
  id: string,
  created: string | null,
  released: string | null,
  level: number | null,
  origin: number | null,
  subject: string | null,
  tags: string,
  versions: number,
  size: number,
];

export class Segment {
  /** As current.json names it. */
  readonly path: string;
  readonly size: number;
  readonly #db: DatabaseSync;
  #masked = new Uint32Array(0);
  #dead: ReadonlySet<number> = new Set();
  readonly #statements = new Map<string, StatementSync>();
  readonly #columns = new Map<ColumnName, Column>();
  #newest: number | null = null;
  #origins: readonly Origin[] | null = null;
  #tags: { readonly numbers: ReadonlyMap<string, number>; readonly names: readonly string[] } | null = null;
  #tagTable: TagTable | null = null;

  constructor(indexDir: string, path: string) {
    this.path = path;
    const url = pathToFileURL(join(indexDir, path));
    // A segment never changes: SQLite needs no locks, and nothing is written beside it on a read-only disk.
    url.searchParams.set('immutable', '1');
    this.#db = new DatabaseSync(url, { readOnly: true });
    this.#db.exec(`PRAGMA cache_size = -${CACHE}`);
    this.size = Number(this.one<{ n: number | null }>('SELECT max(n) + 1 n FROM cable')?.n ?? 0);
  }

  /** Creation of its newest row, in minutes since 1970; rows without a time are the oldest. Asked by every start, so no column is loaded for it. */
  get newest(): number {
    this.#newest ??= this.#findNewest();
    return this.#newest;
  }

  #findNewest(): number {
    const created = this.one<{ created: string | null }>('SELECT created FROM cable WHERE n = ?', this.size - 1)?.created ?? null;
    return created === null ? UNKNOWN_TIME : Date.parse(created) / 60_000;
  }

  /** Rows that a later segment replaced, ascending. */
  get masked(): Uint32Array {
    return this.#masked;
  }

  mask(rows: Uint32Array<ArrayBuffer>): void {
    this.#masked = rows;
    this.#dead = new Set(rows);
  }

  isLive(n: number): boolean {
    return !this.#dead.has(n);
  }

  prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  one<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.prepare(sql).get(...values) as T | undefined;
  }

  all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.prepare(sql).all(...values) as T[];
  }

  column<N extends ColumnName>(name: N): Column<N> {
    let column = this.#columns.get(name);
    if (!column) {
      const data = this.one<{ data: Uint8Array }>('SELECT data FROM column WHERE name = ?', name)!.data;
      column = new COLUMNS[name](data.slice().buffer);
      this.#columns.set(name, column);
    }
    return column as Column<N>;
  }

  /** Masked rows too. */
  numberOfId(id: string): number | null {
    return this.one<{ n: number }>('SELECT n FROM cable WHERE id = ?', id)?.n ?? null;
  }

  /** In the order asked: `CROSS JOIN` keeps it. As arrays, which take half the time of objects. */
  records(numbers: readonly number[]): CableRecord[] {
    const statement = this.prepare(
      `SELECT c.id, created, released, class, origin, subject, tags, versions, size
       FROM json_each(?) asked CROSS JOIN cable c ON c.n = asked.value`,
    );
    statement.setReturnArrays(true);
    return statement.all(JSON.stringify(numbers)) as unknown as CableRecord[];
  }

  /** Minutes since 1970. */
  createdAt(n: number): number {
    return this.column('created')[n]!;
  }

  subjectOf(n: number): string | null {
    return this.one<{ subject: string | null }>('SELECT subject FROM cable WHERE n = ?', n)!.subject;
  }

  idOf(n: number): string {
    return this.one<{ id: string }>('SELECT id FROM cable WHERE n = ?', n)!.id;
  }

  placedCable(n: number): PlacedCable {
    const { id, created, lines } = this.one<{ id: string; created: string | null; lines: string }>(
      'SELECT id, created, lines FROM cable WHERE n = ?',
      n,
    )!;
    const places = (JSON.parse(lines) as [number, number, number][]).map(
      ([shard, offset, length]): LinePlace => ({ shard, offset, length }),
    );
    return { id, created, places, run: this.column('run')[n]! };
  }

  origins(): readonly Origin[] {
    this.#origins ??= this.all<{ name: string; country: string | null }>('SELECT name, country FROM origin ORDER BY number');
    return this.#origins;
  }

  /** Numbers of the tags as facts. */
  tagNumbers(): ReadonlyMap<string, number> {
    this.#tags ??= this.#loadTags();
    return this.#tags.numbers;
  }

  #loadTags() {
    const names = this.all<{ tag: string }>('SELECT tag FROM tag ORDER BY number').map(({ tag }) => tag);
    return { names, numbers: new Map(names.map((tag, number) => [tag, number])) };
  }

  /** Rows with a word that begins so, as prefix-lists.ts writes them. */
  prefixList(prefix: string): Uint8Array | null {
    return this.one<{ rows: Uint8Array }>('SELECT rows FROM prefix WHERE prefix = ?', prefix)?.rows ?? null;
  }

  /** Words of the texts that begin so, and how many cables have each. Tens of milliseconds for two letters. */
  wordsWith(beginning: string): { readonly term: string; readonly cables: number }[] {
    this.#db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab('main', 'text', 'row')`);
    return this.all('SELECT term, doc cables FROM temp.word WHERE term >= ? AND term < ?', beginning, `${beginning}\u{10FFFF}`);
  }

  posting(kind: PostingKind, value: string): Uint32Array | null {
    return toRows(this.one<{ rows: Uint8Array }>('SELECT rows FROM posting WHERE kind = ? AND value = ?', kind, value)?.rows);
  }

  values(kind: PostingKind): string[] {
    return this.all<{ value: string }>('SELECT value FROM posting WHERE kind = ?', kind).map(({ value }) => value);
  }

  /** Of how many rows every tag is. Home asks for it at each start: the lists themselves are not read. */
  tagTotals(): TagTable['totals'] {
    return this.#tagTable?.totals ?? this.all(`SELECT value tag, length(rows) / 4 rows FROM posting WHERE kind = 'tag'`);
  }

  tagTable(): TagTable {
    this.#tagTable ??= new TagTable(
      this.all<{ tag: string; rows: Uint8Array }>(`SELECT value tag, rows FROM posting WHERE kind = 'tag'`).map(({ tag, rows }) => ({
        tag,
        rows: toRows(rows)!,
      })),
      this.size,
    );
    return this.#tagTable;
  }

  /** Lets go of what was loaded; it is loaded again when it is asked for. */
  forget(): void {
    this.#columns.clear();
    this.#tagTable = null;
    this.#db.exec('PRAGMA shrink_memory');
  }

  close(): void {
    this.#db.close();
  }
}

/** Opens the segments of an index, each with the rows that a later one replaced: the last one holds them for all. */
export function openSegments(indexDir: string, { segments }: Pick<CurrentIndex, 'segments'>): Segment[] {
  const opened = segments.map(({ path }) => new Segment(indexDir, path));
  const masks = opened.at(-1)?.all<{ segment: string; rows: Uint8Array }>('SELECT segment, rows FROM mask') ?? [];
  for (const { segment, rows } of masks) opened.find(({ path }) => path === segment)?.mask(toRows(rows)!);
  return opened;
}

const toRows = (bytes: Uint8Array | undefined): Uint32Array<ArrayBuffer> | null => (bytes ? new Uint32Array(bytes.slice().buffer) : null);
