/* The one small interface between the cables and everything that shows them. SQLite serves it on one machine; the plan
 * holds no SQL, so that a shared corpus on a server could serve the same interface. All answers are promises: they may
 * come from a worker.
 */
import type { FoundCable } from '../cable/cable.ts';
import type { Plan } from '../query/plan.ts';

/** A row of the catalogue: what a list shows without opening the cable. */
export interface CatalogueRow {
  readonly id: string;
  /** `2009-02-27T23:36Z`, or null. */
  readonly created: string | null;
  readonly released: string | null;
  readonly classification: string | null;
  readonly origin: string | null;
  readonly subject: string | null;
  /** The cable's own TAGS. */
  readonly tags: readonly string[];
  /** How many different texts of it are here: 1 or more. */
  readonly versions: number;
  /** UTF-16 units of the preferred body. */
  readonly size: number;
}

export type Sort = 'newest' | 'oldest' | 'released' | 'origin' | 'subject' | 'relevance';

export interface Page {
  /** First row wanted, 0-based. */
  readonly from: number;
  readonly limit: number;
  readonly sort: Sort;
}

export interface ListPage {
  readonly rows: readonly CatalogueRow[];
  /** Exact number of all rows the plan matches. */
  readonly total: number;
}

export type FacetName = 'origin' | 'country' | 'tag' | 'class' | 'year' | 'month' | 'released';

export interface FacetValue {
  /** What a filter takes: `Embassy Mexico`, `KCRM`, `SECRET`, `2009`, `2009-02`. */
  readonly value: string;
  /** What it means, where there is a table for it: `TIP, trafficking in persons`. */
  readonly meaning: string | null;
  readonly count: number;
}

/** All texts of one id. */
export interface CableVersions {
  readonly id: string;
  /** Best first: final > later page > csv > earlier page. */
  readonly versions: readonly FoundCable[];
}

export interface ReferenceCount {
  readonly id: string;
  /** It is cited but not in the corpus. */
  readonly ghost: boolean;
  /** How many cables of the corpus cite it. */
  readonly cited: number;
  /** Where it is here. */
  readonly row: CatalogueRow | null;
}

/** Cables for fuzzy ranking. */
export interface Candidates {
  readonly rows: readonly Pick<CatalogueRow, 'id' | 'subject'>[];
  /** Of how many of the newest cables that hold the letters these were chosen; null: of all there are. */
  readonly ofNewest: number | null;
}

export interface CorpusInfo {
  readonly cables: number;
  /** Names the index generation: changes when an import published something. */
  readonly generation: string;
  /** First and last year of creation, null when empty. */
  readonly years: readonly [number, number] | null;
  /** False where no source has release dates (cables.csv). */
  readonly hasReleases: boolean;
  /** The last import run, for "what is new". */
  readonly lastRun: number;
}

/** Sets of ids for the personal predicates of a plan (`is:read`, `mine:x`), from the journal's projections. */
export type PersonalIds = (predicate: Extract<Plan, { kind: 'personal' }>) => ReadonlySet<string>;

/** A word of the texts, and how many cables have it. */
export interface KnownWord {
  readonly word: string;
  readonly count: number;
}

/** What is asked with a filter. */
export interface Questions {
  /** The rows alone, without counting the others: the newest are found by stopping early. */
  page(plan: Plan, page: Page): Promise<readonly CatalogueRow[]>;
  /** Every id the plan matches, newest first. */
  ids(plan: Plan, sort?: Sort): Promise<readonly string[]>;
  count(plan: Plan): Promise<number>;
  /** Most frequent first; years and months in order of time. */
  facets(plan: Plan, by: FacetName): Promise<readonly FacetValue[]>;
  /** Cables whose id or subject hold all the characters of the text in order, newest first, at most `limit`: candidates for fuzzy ranking. */
  candidates(text: string, limit: number): Promise<Candidates>;
  /** The word of the texts that a mistyped one may have meant; null where none is near. */
  nearWord(word: string): Promise<KnownWord | null>;
}

export interface Corpus extends Questions {
  readonly info: CorpusInfo;
  /** Null where it is not here. */
  get(id: string): Promise<CableVersions | null>;
  /** Rows by id, in the order asked; unknown ids are left out. */
  rows(ids: readonly string[]): Promise<readonly CatalogueRow[]>;
  list(plan: Plan, page: Page): Promise<ListPage>;
  /** Cables this one cites, in the text's order, ghosts included. */
  cites(id: string): Promise<readonly ReferenceCount[]>;
  /** Cables that cite this one (which may be a ghost), newest first. */
  citedBy(id: string): Promise<readonly CatalogueRow[]>;
  /** Ids that a person may have meant (`09 mexico 586`, `MEXICO 000586`, `09MEXICO586_a`), best first. */
  resolve(text: string): Promise<readonly string[]>;
  /** Looks whether an import published a newer generation; true if there is one (shown only after `adopt`). */
  newer(): Promise<{ readonly cables: number } | null>;
  adopt(): Promise<void>;
  close(): void;
}
