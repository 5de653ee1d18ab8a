/* The corpus interface over one library's shards and index. */
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Classification } from '../cable/cable.ts';
import { parseReferenceId } from '../cable/ids/reference-id.ts';
import { CLASSIFICATIONS } from '../cable/vocabulary/classifications.ts';
import { explainTag } from '../cable/vocabulary/tags.ts';
import type { Plan } from '../query/plan.ts';
import type {
  CableVersions,
  CatalogueRow,
  Corpus,
  CorpusInfo,
  FacetName,
  FacetValue,
  ListPage,
  Page,
  PersonalIds,
  ReferenceCount,
  Sort,
} from './corpus.ts';
import { type CurrentIndex, readCurrent } from './index/build-index.ts';
import { planToSql } from './index/plan-to-sql.ts';
import { readManifest } from './shards/manifest.ts';
import { type LineReader, openLines } from './shards/read-shards.ts';
import { uniteVersions } from './shards/unite-versions.ts';

export { indexIsCurrent } from './index/build-index.ts';

export interface OpenCorpusOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly personalIds: PersonalIds;
}

const ORDERS: Readonly<Record<Sort, string>> = {
  newest: 'n DESC',
  oldest: 'n ASC',
  released: 'released DESC, n DESC',
  origin: 'origin ASC, n DESC',
  subject: 'subject ASC, n DESC',
  relevance: 'n DESC',
};

const ROW = 'n, id, created, released, class, origin, subject, tags, versions, size';

/** Opens it; a missing or empty corpus is a valid empty one. */
export function openCorpus(options: OpenCorpusOptions): Corpus {
  return new LocalCorpus(options);
}

class LocalCorpus implements Corpus {
  readonly #options: OpenCorpusOptions;
  #current: CurrentIndex | null = null;
  #db: DatabaseSync | null = null;
  #lines: LineReader | null = null;
  #info: CorpusInfo;

  constructor(options: OpenCorpusOptions) {
    this.#options = options;
    this.#info = this.#open();
  }

  get info(): CorpusInfo {
    return this.#info;
  }

  #open(): CorpusInfo {
    this.close();
    this.#current = readCurrent(this.#options.indexDir);
    if (!this.#current) return { cables: 0, generation: '', years: null, hasReleases: false, lastRun: 0 };
    const { generation, cables, lastRun } = this.#current;
    this.#db = new DatabaseSync(join(this.#options.indexDir, generation, 'main.sqlite'), { readOnly: true });
    this.#lines = openLines(this.#options.corpusDir);
    const { first, last, released } = this.#one(
      'SELECT min(created) first, max(created) last, max(released) released FROM cable',
    ) as Record<string, string | null>;
    const years = first && last ? ([Number(first.slice(0, 4)), Number(last.slice(0, 4))] as const) : null;
    return { cables, generation, years, hasReleases: released != null, lastRun };
  }

  async get(id: string): Promise<CableVersions | null> {
    const row = this.#one('SELECT lines FROM cable WHERE id = ?', id);
    if (!row) return null;
    const places = JSON.parse(row['lines'] as string) as [number, number, number][];
    const lines = places.map(([shard, offset, length]) => this.#lines!.read({ shard, offset, length }));
    return { id, versions: uniteVersions(lines) };
  }

  async rows(ids: readonly string[]): Promise<readonly CatalogueRow[]> {
    const found = new Map(
      this.#all(`SELECT ${ROW} FROM cable WHERE id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids)).map((row) => [
        row['id'] as string,
        toRow(row),
      ]),
    );
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  async list(plan: Plan, { from, limit, sort }: Page): Promise<ListPage> {
    const { sql, values } = this.#condition(plan);
    const rows = this.#all(`SELECT ${ROW} FROM cable WHERE ${sql} ORDER BY ${ORDERS[sort]} LIMIT ? OFFSET ?`, ...values, limit, from);
    return { rows: rows.map(toRow), total: await this.count(plan) };
  }

  async ids(plan: Plan, sort: Sort = 'newest'): Promise<readonly string[]> {
    const { sql, values } = this.#condition(plan);
    return this.#all(`SELECT id FROM cable WHERE ${sql} ORDER BY ${ORDERS[sort]}`, ...values).map(({ id }) => id as string);
  }

  async count(plan: Plan): Promise<number> {
    if (plan.kind === 'all') return this.#info.cables;
    const { sql, values } = this.#condition(plan);
    return Number(this.#one(`SELECT count(*) c FROM cable WHERE ${sql}`, ...values)?.['c'] ?? 0);
  }

  async facets(plan: Plan, by: FacetName): Promise<readonly FacetValue[]> {
    const { sql, values } = this.#condition(plan);
    const of = (expression: string, order = 'c DESC, v'): FacetValue[] =>
      this.#all(
        `SELECT ${expression} v, count(*) c FROM cable WHERE ${sql} AND ${expression} IS NOT NULL GROUP BY v ORDER BY ${order}`,
        ...values,
      ).map(({ v, c }) => ({
        value: String(v),
        meaning: null,
        count: Number(c),
      }));
    switch (by) {
      case 'origin':
      case 'country':
        return of(by);
      case 'class':
        return of('class', 'v').map(({ value, count }) => ({
          value: CLASSIFICATIONS[Number(value)] as Classification,
          meaning: null,
          count,
        }));
      case 'year':
        return of('substr(created, 1, 4)', 'v');
      case 'month':
        return of('substr(created, 1, 7)', 'v');
      case 'released':
        return of('substr(released, 1, 10)', 'v DESC');
      case 'tag':
        return this.#all(
          `SELECT tag v, count(*) c FROM tag WHERE n IN (SELECT n FROM cable WHERE ${sql}) GROUP BY tag ORDER BY c DESC, tag`,
          ...values,
        ).map(({ v, c }) => ({
          value: v as string,
          meaning: explainTag(v as string)?.meaning ?? null,
          count: Number(c),
        }));
    }
  }

  async cites(id: string): Promise<readonly ReferenceCount[]> {
    const targets = this.#all('SELECT target FROM reference WHERE source = (SELECT n FROM cable WHERE id = ?) ORDER BY ordinal', id).map(
      ({ target }) => target as string,
    );
    const rows = new Map((await this.rows(targets)).map((row) => [row.id, row]));
    return targets.map((target) => ({
      id: target,
      ghost: !rows.has(target),
      cited: Number(this.#one('SELECT count(*) c FROM reference WHERE target = ?', target)?.['c'] ?? 0),
      row: rows.get(target) ?? null,
    }));
  }

  async citedBy(id: string): Promise<readonly CatalogueRow[]> {
    const target = parseReferenceId(id)?.id ?? id;
    return this.#all(`SELECT ${ROW} FROM cable WHERE n IN (SELECT source FROM reference WHERE target = ?) ORDER BY n DESC`, target).map(
      toRow,
    );
  }

  async resolve(text: string): Promise<readonly string[]> {
    const exact =
      this.#one('SELECT id FROM cable WHERE id = ?', text) ??
      this.#one('SELECT id FROM cable WHERE id = ?', parseReferenceId(text)?.id ?? '');
    if (exact) return [exact['id'] as string];
    const [, station, serial] = /^([A-Z]+?)0*(\d{1,7})$/.exec(text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')) ?? [];
    if (station === undefined) return [];
    return this.#all('SELECT id FROM cable WHERE id GLOB ? ORDER BY n DESC', `[0-9][0-9]${station}${serial}`).map(({ id }) => id as string);
  }

  async candidates(text: string, limit: number): Promise<readonly CatalogueRow[]> {
    const pattern = `%${[...text.replaceAll(/\s/g, '')].map((c) => c.replace(/[\\%_]/, '\\$&')).join('%')}%`;
    return this.#all(
      `SELECT ${ROW} FROM cable WHERE id || ' ' || ifnull(subject, '') LIKE ? ESCAPE '\\' ORDER BY n DESC LIMIT ?`,
      pattern,
      limit,
    ).map(toRow);
  }

  async newer(): Promise<{ readonly cables: number } | null> {
    const current = readCurrent(this.#options.indexDir);
    return current !== null && current.generation !== this.#current?.generation ? { cables: current.cables - this.#info.cables } : null;
  }

  async adopt(): Promise<void> {
    this.#info = this.#open();
  }

  close(): void {
    this.#db?.close();
    this.#lines?.close();
    this.#db = null;
    this.#lines = null;
  }

  #condition(plan: Plan) {
    return planToSql(plan, this.#options.personalIds, (from, to) => {
      const { runs } = readManifest(this.#options.corpusDir);
      return runs.filter(({ at }) => (from === null || at >= from) && (to === null || at <= to)).map(({ run }) => run);
    });
  }

  #all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return this.#db ? (this.#db.prepare(sql).all(...values) as Record<string, unknown>[]) : [];
  }

  #one(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | undefined {
    return this.#db?.prepare(sql).get(...values) as Record<string, unknown> | undefined;
  }
}

function toRow(row: Record<string, unknown>): CatalogueRow {
  return {
    id: row['id'] as string,
    created: row['created'] as string | null,
    released: row['released'] as string | null,
    classification: row['class'] === null ? null : CLASSIFICATIONS[row['class'] as number]!,
    origin: row['origin'] as string | null,
    subject: row['subject'] as string | null,
    tags: JSON.parse(row['tags'] as string) as string[],
    versions: row['versions'] as number,
    size: row['size'] as number,
  };
}
