/* The corpus interface over one library's shards and index. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ID_YEARS, parseReferenceId, stationCode, twinIds } from '../cable/ids/reference-id.ts';
import type { Plan } from '../query/plan.ts';
import type {
  CableVersions,
  Candidates,
  CatalogueRow,
  Corpus,
  CorpusInfo,
  FacetName,
  FacetValue,
  KnownWord,
  ListPage,
  Page,
  PersonalIds,
  ReferenceCount,
  Sort,
} from './corpus.ts';
import { type CurrentIndex, readCurrent } from './index/current.ts';
import { hasBit, rowsDown } from './index/searching/bitmap.ts';
import { catalogueRows } from './index/searching/catalogue-rows.ts';
import { type PersonalPlan, PersonalRows } from './index/searching/personal-rows.ts';
import { ownBits } from './index/searching/row-space.ts';
import { Answers, openSpace, type Source } from './questions/answers.ts';
import { type PersonalPart, personalParts, personalPlans } from './questions/personal-parts.ts';
import { type LineReader, openLines } from './shards/read-shards.ts';
import { uniteVersions } from './shards/unite-versions.ts';

export { indexIsCurrent } from './index/current.ts';

export interface OpenCorpusOptions {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly personalIds: PersonalIds;
  /** Grows with every change of these sets that is not one of the time. Where it is left out, they are gone through at every question. */
  readonly personalRevision?: () => number;
}

/** Opens it; a missing or empty corpus is a valid empty one. */
export function openCorpus(options: OpenCorpusOptions): LocalCorpus {
  return new LocalCorpus(options);
}

/** Ids that are looked up before keys are: some milliseconds. */
const IN_ONE_TURN = 2000;

const EMPTY: CorpusInfo = { cables: 0, generation: '', years: null, hasReleases: false, lastRun: 0 };

/** Everything that belongs to one generation of the index. */
interface Opened {
  readonly source: Source;
  readonly answers: Answers;
  readonly personal: PersonalRows;
  lines: LineReader | null;
}

export class LocalCorpus implements Corpus {
  readonly #options: OpenCorpusOptions;
  #opened: Opened;

  constructor(options: OpenCorpusOptions) {
    this.#options = options;
    this.#opened = this.#open(readCurrent(options.indexDir));
  }

  get info(): CorpusInfo {
    const { current } = this.source;
    if (!current) return EMPTY;
    const { cables, generation, years, hasReleases, lastRun } = current;
    return { cables, generation, years, hasReleases, lastRun };
  }

  /** The generation that is open. */
  get source(): Opened['source'] {
    return this.#opened.source;
  }

  #open(current: CurrentIndex | null): Opened {
    const { corpusDir, indexDir, personalIds, personalRevision } = this.#options;
    const source = { corpusDir, indexDir, current };
    const space = openSpace(source);
    const personal = new PersonalRows(space, personalIds, personalRevision);
    return { source, answers: new Answers(source, space, personal), personal, lines: null };
  }

  /** Filters are answered elsewhere from now on: what was loaded for them is let go. */
  rest(): void {
    this.#opened.answers.forget();
  }

  /**
   * Finds the cables of one's own reading and decisions that the filter asks for: a hundred thousand that were read are found in turns of the
   * event loop that are too short to be felt.
   * @returns null where they are found already
   */
  prepare(plan: Plan): Promise<void> | null {
    const parts = personalPlans(plan).filter((part) => !this.#follow(part));
    return parts.length === 0 ? null : this.#followInTurns(parts);
  }

  async #followInTurns(parts: readonly PersonalPlan[]): Promise<void> {
    for (const part of parts) while (!this.#follow(part)) await nextTurn();
  }

  /** As far as one turn goes. @returns whether that was all */
  #follow(part: PersonalPlan): boolean {
    return this.#opened.personal.follow(part, IN_ONE_TURN);
  }

  /** What the filter says of one's own reading and decisions, as it is now. */
  personalParts(plan: Plan): PersonalPart[] {
    return personalParts(plan, this.#opened.personal);
  }

  async get(id: string): Promise<CableVersions | null> {
    const { space } = this.#opened.answers;
    const row = space.rowOfId(id);
    if (row === null) return null;
    const { segment, base } = space.partOf(row);
    this.#opened.lines ??= openLines(this.#options.corpusDir);
    const { lines } = this.#opened;
    return { id, versions: uniteVersions(segment.placedCable(row - base).places.map((place) => lines.read(place))) };
  }

  async rows(ids: readonly string[]): Promise<readonly CatalogueRow[]> {
    const { space } = this.#opened.answers;
    return catalogueRows(
      space,
      space.rowsOfIds(ids).filter((row) => row >= 0),
    );
  }

  async list(plan: Plan, page: Page): Promise<ListPage> {
    return { rows: await this.page(plan, page), total: await this.count(plan) };
  }

  async page(plan: Plan, page: Page): Promise<readonly CatalogueRow[]> {
    await this.prepare(plan);
    return this.#opened.answers.page(plan, page);
  }

  async ids(plan: Plan, sort?: Sort): Promise<readonly string[]> {
    await this.prepare(plan);
    return this.#opened.answers.ids(plan, sort);
  }

  async count(plan: Plan): Promise<number> {
    await this.prepare(plan);
    return this.#opened.answers.count(plan);
  }

  async facets(plan: Plan, by: FacetName): Promise<readonly FacetValue[]> {
    await this.prepare(plan);
    return this.#opened.answers.facets(plan, by);
  }

  async candidates(text: string, limit: number): Promise<Candidates> {
    return this.#opened.answers.candidates(text, limit);
  }

  async nearWord(word: string): Promise<KnownWord | null> {
    return this.#opened.answers.nearWord(word);
  }

  async cites(id: string): Promise<readonly ReferenceCount[]> {
    const { space } = this.#opened.answers;
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
    return catalogueRows(this.#opened.answers.space, this.#citing(parseReferenceId(id)?.id ?? id));
  }

  /** Rows that cite the cable under any of its ids, newest first. */
  #citing(id: string): readonly number[] {
    const { space, order } = this.#opened.answers;
    const names = [id, ...twinIds(id)];
    const bits = space.gather((segment) =>
      names.flatMap((name) =>
        segment.all<{ source: number }>('SELECT source FROM reference WHERE target = ?', name).map(({ source }) => source),
      ),
    );
    return order.mergeNewest((part, limit) => {
      const found: number[] = [];
      for (const n of rowsDown(ownBits(bits, part))) if (hasBit(space.live, part.base + n) && found.push(part.base + n) >= limit) break;
      return found;
    }, Number.POSITIVE_INFINITY);
  }

  async resolve(text: string): Promise<readonly string[]> {
    const { space } = this.#opened.answers;
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
    const rows = await this.rows(codes.flatMap((code) => ID_YEARS.map((year) => `${year}${code}${serial}`)));
    return rows.toSorted((a, b) => ((a.created ?? '') < (b.created ?? '') ? 1 : -1)).map(({ id }) => id);
  }

  async newer(): Promise<{ readonly cables: number } | null> {
    const current = readCurrent(this.#options.indexDir);
    return current !== null && current.generation !== this.info.generation ? { cables: current.cables - this.info.cables } : null;
  }

  async adopt(): Promise<void> {
    const before = this.#opened;
    this.#opened = this.#open(readCurrent(this.#options.indexDir));
    closeAll(before);
  }

  close(): void {
    closeAll(this.#opened);
    this.#opened = this.#open(null);
  }

  #row(row: number): CatalogueRow {
    return catalogueRows(this.#opened.answers.space, [row])[0]!;
  }
}

function closeAll({ answers, lines }: Opened): void {
  answers.close();
  lines?.close();
}
