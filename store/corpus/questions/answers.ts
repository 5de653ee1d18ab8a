/* Questions with a filter, answered at once from one generation of the index. */
import type { Plan } from '../../query/plan.ts';
import type { Candidates, CatalogueRow, FacetName, FacetValue, KnownWord, Page, Questions, Sort } from '../corpus.ts';
import type { CurrentIndex } from '../index/current.ts';
import { type Bits, sameBits } from '../index/searching/bitmap.ts';
import { catalogueRows } from '../index/searching/catalogue-rows.ts';
import { countFacets } from '../index/searching/count-facets.ts';
import { findCandidates } from '../index/searching/find-candidates.ts';
import { nearWord } from '../index/searching/near-word.ts';
import { openSegments } from '../index/searching/open-segment.ts';
import { RowOrder } from '../index/searching/order-rows.ts';
import type { PersonalBits } from '../index/searching/personal-rows.ts';
import { rankByRelevance } from '../index/searching/rank-by-relevance.ts';
import { RowNames } from '../index/searching/row-names.ts';
import { RowSpace } from '../index/searching/row-space.ts';
import { RowSearch } from '../index/searching/search-rows.ts';
import { readManifest } from '../shards/manifest.ts';

/** What a thread is asked: whole questions, and parts of long ones. */
export interface ThreadQuestions extends Questions {
  /** How many cables of one segment match: of the one at this place in current.json. */
  countIn(plan: Plan, segment: number): Promise<number>;
}

export type QuestionName = keyof ThreadQuestions;
export type Asks<Name extends QuestionName> = Parameters<ThreadQuestions[Name]>;
export type AnswerTo<Name extends QuestionName> = Awaited<ReturnType<ThreadQuestions[Name]>>;

/** The same questions without waiting. */
type AtOnce = { [Name in QuestionName]: (...asked: Asks<Name>) => AnswerTo<Name> };

/** Where the index lies, and the generation of it. */
export interface Source {
  readonly corpusDir: string;
  readonly indexDir: string;
  /** Null: there are no cables. */
  readonly current: CurrentIndex | null;
}

/** @throws where a segment is gone: a later generation was built meanwhile */
export const openSpace = ({ indexDir, current }: Source): RowSpace => new RowSpace(current ? openSegments(indexDir, current) : []);

/** Rows up to which the newest are found by stopping early. */
const EARLY = 1000;

export const stopsEarly = ({ sort, from, limit }: Page): boolean => sort === 'newest' && from + limit <= EARLY;

/** Rows of a plan by relevance. */
interface Ranked {
  readonly plan: string;
  readonly bits: Bits;
  readonly rows: Uint32Array;
}

export class Answers implements AtOnce {
  readonly space: RowSpace;
  readonly order: RowOrder;
  readonly #cables: number;
  readonly #search: RowSearch;
  readonly #names: RowNames;
  readonly #facets = new Map<FacetName, readonly FacetValue[]>();
  /** What was ranked last: a list is read page by page. */
  #ranked: Ranked | null = null;

  constructor({ corpusDir, current }: Source, space: RowSpace, personal: PersonalBits) {
    this.space = space;
    this.order = new RowOrder(space);
    this.#names = new RowNames(space);
    this.#cables = current?.cables ?? 0;
    this.#search = new RowSearch(space, personal, ({ from, to }) => {
      const { runs } = readManifest(corpusDir);
      const minute = (at: string): string => `${new Date(at).toISOString().slice(0, 16)}Z`;
      const within = runs.filter(({ at }) => (from === null || minute(at) >= from) && (to === null || minute(at) <= to));
      return new Set(within.map(({ run }) => run));
    });
  }

  page(plan: Plan, page: Page): readonly CatalogueRow[] {
    const { from, limit, sort } = page;
    const rows = stopsEarly(page)
      ? this.order.mergeNewest(this.#search.newest(plan), from + limit).slice(from)
      : sort === 'relevance'
        ? this.#rank(plan).subarray(from, from + limit)
        : this.order.page(this.#search.matching(plan), sort, from, limit);
    return catalogueRows(this.space, rows);
  }

  ids(plan: Plan, sort: Sort = 'newest'): readonly string[] {
    const rows = sort === 'relevance' ? this.#rank(plan) : this.order.page(this.#search.matching(plan), sort, 0, Number.POSITIVE_INFINITY);
    return Array.from(rows, (row) => {
      const { segment, base } = this.space.partOf(row);
      return segment.idOf(row - base);
    });
  }

  #rank(asked: Plan): Uint32Array {
    const plan = JSON.stringify(asked);
    const bits = this.#search.matching(asked);
    if (this.#ranked?.plan !== plan || !sameBits(this.#ranked.bits, bits))
      this.#ranked = { plan, bits, rows: rankByRelevance(this.space, this.order, asked, bits) };
    return this.#ranked.rows;
  }

  count(plan: Plan): number {
    return plan.kind === 'all' ? this.#cables : this.#search.count(plan);
  }

  countIn(plan: Plan, segment: number): number {
    return this.#search.countIn(this.space.parts[segment]!, plan);
  }

  facets(plan: Plan, by: FacetName): readonly FacetValue[] {
    const { space } = this;
    if (plan.kind !== 'all') return countFacets(space, this.#search.matching(plan), by);
    let values = this.#facets.get(by);
    if (!values) {
      values = countFacets(space, space.live, by);
      this.#facets.set(by, values);
    }
    return values;
  }

  candidates(text: string, limit: number): Candidates {
    const { rows, ofNewest } = findCandidates(this.#search, this.order, this.#names, text, limit);
    return { rows: this.#names.of(rows).map(({ id, subject }) => ({ id, subject })), ofNewest };
  }

  nearWord(word: string): KnownWord | null {
    const near = nearWord(this.space, word);
    return near === null
      ? null
      : { word: near, count: this.count({ kind: 'text', term: { words: [near], prefix: false }, column: 'any' }) };
  }

  /** Lets go of what was loaded and remembered for answers. */
  forget(): void {
    for (const { segment } of this.space.parts) segment.forget();
    this.order.forget();
    this.#names.forget();
    this.#facets.clear();
    this.#ranked = null;
  }

  close(): void {
    for (const { segment } of this.space.parts) segment.close();
  }
}
