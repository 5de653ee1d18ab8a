/* What an import says at its end. */
import type { SourceEntry } from '../shards/manifest.ts';
import type { Refused } from '../sources/refused.ts';

export interface RefusedPath {
  readonly path: string;
  /** Its code. */
  readonly refused: string;
  /** One sentence: what it is, what to do. */
  readonly reason: string;
}

export interface ImportSummary {
  /** Ids that were not here. */
  readonly new: number;
  /** Cables that were here from the same source. */
  readonly unchanged: number;
  /** Texts that were here from another source. */
  readonly sameText: number;
  /** Other texts of ids that were here. */
  readonly versions: number;
  /** Pages of the site without a cable. */
  readonly listPages: number;
  /** What had to be mended, by code. */
  readonly problems: ReadonlyMap<string, number>;
  /** At most 1,000 of them. */
  readonly refused: readonly RefusedPath[];
  readonly refusedCount: number;
  /** Shards in the corpus now. */
  readonly shards: number;
  /** Milliseconds. */
  readonly ms: number;
  /** It was interrupted: the same command goes on. */
  readonly stopped: boolean;
}

const REFUSED_AT_MOST = 1000;

/** Counts that go into a summary; those of a source also into the manifest, so that an import that goes on tells the whole. */
export class Tally {
  new = 0;
  unchanged = 0;
  sameText = 0;
  versions = 0;
  listPages = 0;
  refusedCount = 0;
  readonly problems = new Map<string, number>();
  readonly refused: RefusedPath[] = [];

  get cables(): number {
    return this.new + this.unchanged + this.sameText + this.versions;
  }

  refuse(path: string, { refused, message }: Refused): void {
    if (refused === 'list-page') {
      this.listPages += 1;
      return;
    }
    this.refusedCount += 1;
    if (this.refused.length < REFUSED_AT_MOST) this.refused.push({ path, refused, reason: message });
  }

  countProblems(codes: readonly string[]): void {
    for (const code of codes) this.problems.set(code, (this.problems.get(code) ?? 0) + 1);
  }

  /** Takes over what an interrupted import of a source had counted; its cables are here now. */
  takeOver({ cables, listPages, problems, refused }: NonNullable<SourceEntry['reached']>): void {
    this.unchanged += cables;
    this.listPages += listPages;
    for (const [code, times] of Object.entries(problems)) this.problems.set(code, (this.problems.get(code) ?? 0) + times);
    this.refusedCount += refused.length;
    this.refused.push(...refused);
  }

  add(other: Tally): void {
    this.new += other.new;
    this.unchanged += other.unchanged;
    this.sameText += other.sameText;
    this.versions += other.versions;
    this.listPages += other.listPages;
    this.refusedCount += other.refusedCount;
    for (const [code, times] of other.problems) this.problems.set(code, (this.problems.get(code) ?? 0) + times);
    this.refused.push(...other.refused.slice(0, Math.max(0, REFUSED_AT_MOST - this.refused.length)));
  }
}
