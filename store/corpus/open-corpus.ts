/* The corpus interface over one library's shards and index. */
import { parseReferenceId, stationCode, twinIds } from '../cable/ids/reference-id.ts';
import { CLASSIFICATIONS } from '../cable/vocabulary/classifications.ts';
import type { Plan } from '../query/plan.ts';
import type {
  CableVersions,
  Candidates,
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
import { type CurrentIndex, readCurrent } from './index/current.ts';
import { hasBit, rowsDown } from './index/searching/bitmap.ts';
import { countFacets } from './index/searching/count-facets.ts';
import { findCandidates } from './index/searching/find-candidates.ts';
import { openSegments } from './index/searching/open-segment.ts';
import { type FixedSort, RowOrder } from './index/searching/order-rows.ts';
import { PersonalRows } from './index/searching/personal-rows.ts';
import { rankByRelevance } from './index/searching/rank-by-relevance.ts';
import { RowSpace } from './index/searching/row-space.ts';
import { RowSearch } from './index/searching/search-rows.ts';
import { readManifest } from './shards/manifest.ts';
import { type LineReader, openLines } from './shards/read-shards.ts';
import { uniteVersions } from './shards/unite-versions.ts';

export { indexIsCurrent } from './index/current.ts';

export interface OpenCorpusOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly personalIds: PersonalIds;
}

/** Opens it; a missing or empty corpus is a valid empty one. */
export function openCorpus(options: OpenCorpusOptions): Corpus {
  return new LocalCorpus(options);
}

/** Everything that belongs to one generation of the index. */
interface Opened {
  readonly current: CurrentIndex | null;
  readonly space: RowSpace;
  readonly search: RowSearch;
  readonly order: RowOrder;
  readonly facets: Map<FacetName, readonly FacetValue[]>;
  lines: LineReader | null;
}

const EMPTY: CorpusInfo = { cables: 0, generation: '', years: null, hasReleases: false, lastRun: 0 };
/** Rows up to which the newest are found by stopping early. */
const EARLY = 1000;

class LocalCorpus implements Corpus {
  readonly #options: OpenCorpusOptions;
  #opened: Opened;

  constructor(options: OpenCorpusOptions) {
    this.#options = options;
    this.#opened = this.#open();
  }

  get info(): CorpusInfo {
    const { current } = this.#opened;
    if (!current) return EMPTY;
    const { cables, generation, years, hasReleases, lastRun } = current;
    return { cables, generation, years, hasReleases, lastRun };
  }

  #open(): Opened {
    const { corpusDir, indexDir, personalIds } = this.#options;
    const current = readCurrent(indexDir);
    const space = new RowSpace(current ? openSegments(indexDir, current) : []);
    const search = new RowSearch(space, new PersonalRows(space, personalIds), ({ from, to }) => {
      const { runs } = readManifest(corpusDir);
      const minute = (at: string): string => `${new Date(at).toISOString().slice(0, 16)}Z`;
      const within = runs.filter(({ at }) => (from === null || minute(at) >= from) && (to === null || minute(at) <= to));
      return new Set(within.map(({ run }) => run));
    });
    return { current, space, search, order: new RowOrder(space), facets: new Map(), lines: null };
  }

  async get(id: string): Promise<CableVersions | null> {
    const { space } = this.#opened;
    const row = space.rowOfId(id);
    if (row === null) return null;
    const { segment, base } = space.partOf(row);
    this.#opened.lines ??= openLines(this.#options.corpusDir);
    const { lines } = this.#opened;
    return { id, versions: uniteVersions(segment.placedCable(row - base).places.map((place) => lines.read(place))) };
  }

  async rows(ids: readonly string[]): Promise<readonly CatalogueRow[]> {
    return [...this.#opened.space.rowsOfIds(ids)].filter((row) => row >= 0).map((row) => this.#row(row));
  }

  async list(plan: Plan, page: Page): Promise<ListPage> {
    return { rows: await this.page(plan, page), total: await this.count(plan) };
  }

  async page(plan: Plan, { from, limit, sort }: Page): Promise<readonly CatalogueRow[]> {
    const { search, order } = this.#opened;
    if (sort === 'newest' && from + limit <= EARLY)
      return order
        .mergeNewest(search.newest(plan), from + limit)
        .slice(from)
        .map((row) => this.#row(row));
    const rows =
      sort === 'relevance' ? this.#ranked(plan).subarray(from, from + limit) : order.page(search.matching(plan), sort, from, limit);
    return Array.from(rows, (row) => this.#row(row));
  }

  #ranked(plan: Plan): Uint32Array {
    const { space, search, order } = this.#opened;
    return rankByRelevance(space, order, plan, search.matching(plan));
  }

  async ids(plan: Plan, sort: Sort = 'newest'): Promise<readonly string[]> {
    const { space, search, order } = this.#opened;
    const rows =
      sort === 'relevance' ? this.#ranked(plan) : order.page(search.matching(plan), sort as FixedSort, 0, Number.POSITIVE_INFINITY);
    return Array.from(rows, (row) => {
      const { segment, base } = space.partOf(row);
      return segment.idOf(row - base);
    });
  }

  async count(plan: Plan): Promise<number> {
    return plan.kind === 'all' ? this.info.cables : this.#opened.search.count(plan);
  }

  async facets(plan: Plan, by: FacetName): Promise<readonly FacetValue[]> {
    const { space, search, facets } = this.#opened;
    if (plan.kind !== 'all') return countFacets(space, search.matching(plan), by);
    let values = facets.get(by);
    if (!values) {
      values = countFacets(space, space.allLive ? null : space.live, by);
      facets.set(by, values);
    }
    return values;
  }

  async cites(id: string): Promise<readonly ReferenceCount[]> {
    const { space } = this.#opened;
    const row = space.rowOfId(id);
    if (row === null) return [];
    const { segment, base } = space.partOf(row);
    const targets = segment
      .all<{ target: string }>('SELECT target FROM reference WHERE source = ? ORDER BY ordinal', row - base)
      .map(({ target }) => target);
    return targets.map((target) => {
      // A garbled id, or a post with two codes: the cable that is meant may be here under the other one.
      const found = [target, ...twinIds(target)].map((name) => [name, space.rowOfId(name)] as const).find(([, there]) => there !== null);
      return {
        id: found?.[0] ?? target,
        ghost: found === undefined,
        cited: this.#citing(found?.[0] ?? target).length,
        row: found ? this.#row(found[1]!) : null,
      };
    });
  }

  async citedBy(id: string): Promise<readonly CatalogueRow[]> {
    return this.#citing(parseReferenceId(id)?.id ?? id).map((row) => this.#row(row));
  }

  /** Rows that cite the cable under any of its ids, newest first. */
  #citing(id: string): readonly number[] {
    const { space, order } = this.#opened;
    const names = [id, ...twinIds(id)];
    const bits = space.gather((segment) =>
      names.flatMap((name) =>
        segment.all<{ source: number }>('SELECT source FROM reference WHERE target = ?', name).map(({ source }) => source),
      ),
    );
    return order.mergeNewest(({ segment, base }, limit) => {
      const found: number[] = [];
      for (const n of rowsDown(bits.subarray(base >>> 5, (base + segment.size + 31) >>> 5)))
        if (hasBit(space.live, base + n) && found.push(base + n) >= limit) break;
      return found;
    }, Number.POSITIVE_INFINITY);
  }

  async resolve(text: string): Promise<readonly string[]> {
    const { space } = this.#opened;
    const isHere = (id: string): boolean => space.rowOfId(id) !== null;
    if (isHere(text)) return [text];
    const read = parseReferenceId(text);
    if (read) {
      const here = [read.id, ...twinIds(read.id)].filter(isHere);
      if (here.length > 0) return here;
    }
    const [, station, serial] = /^([A-Z]+?)0*(\d{1,7})$/.exec(text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')) ?? [];
    if (station === undefined) return [];
    const codes = [...new Set([stationCode(station), station])];
    const years = [...Array(100).keys()].map((year) => String(year).padStart(2, '0'));
    const ids = codes.flatMap((code) => years.map((year) => `${year}${code}${serial}`)).filter(isHere);
    const rows = await this.rows(ids);
    return rows.toSorted((a, b) => ((a.created ?? '') < (b.created ?? '') ? 1 : -1)).map(({ id }) => id);
  }

  async candidates(text: string, limit: number): Promise<Candidates> {
    const { space, search, order } = this.#opened;
    const { rows, ofNewest } = findCandidates(space, search, order, text, limit);
    return { rows: rows.map((row) => this.#row(row)), ofNewest };
  }

  async newer(): Promise<{ readonly cables: number } | null> {
    const current = readCurrent(this.#options.indexDir);
    return current !== null && current.generation !== this.info.generation ? { cables: current.cables - this.info.cables } : null;
  }

  async adopt(): Promise<void> {
    const before = this.#opened;
    this.#opened = this.#open();
    closeAll(before);
  }

  close(): void {
    closeAll(this.#opened);
    this.#opened = { ...this.#opened, current: null, space: new RowSpace([]), lines: null };
  }

  #row(row: number): CatalogueRow {
    const { segment, id, created, released, class: level, origin, subject, tags, versions, size } = this.#opened.space.record(row);
    return {
      id,
      created,
      released,
      classification: level === null ? null : CLASSIFICATIONS[level]!,
      origin: origin === null ? null : segment.origins()[origin]!.name,
      subject,
      tags: JSON.parse(tags) as string[],
      versions,
      size,
    };
  }
}

function closeAll({ space, lines }: Opened): void {
  for (const { segment } of space.parts) segment.close();
  lines?.close();
}
