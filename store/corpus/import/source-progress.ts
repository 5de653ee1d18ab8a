/* How far each path of an import got, for the manifest; and what of it need not be read again after an interruption. */
import { resolve } from 'node:path';
import type { Manifest, SourceEntry } from '../shards/manifest.ts';
import { Tally } from './import-summary.ts';
import { type FileToRead, STANDARD_INPUT, type Walked } from './reading/walk-paths.ts';

interface Place {
  readonly file: FileToRead;
  readonly offset: number;
}

export class SourceProgress {
  readonly tallies: readonly Tally[];
  readonly #paths: readonly string[];
  readonly #others: readonly SourceEntry[];
  readonly #before: readonly (SourceEntry | undefined)[];
  readonly #begunMs: readonly number[];
  readonly #resumeAt = new Map<FileToRead, number>();
  #source = 0;
  #place: Place | null = null;

  /** @param files of all paths, in the order they will be read */
  constructor(paths: readonly string[], manifest: Manifest, nowMs: number) {
    this.#paths = paths.map((path) => (path === STANDARD_INPUT ? path : resolve(path)));
    this.#others = manifest.sources.filter(({ path }) => !this.#paths.includes(path));
    this.#before = this.#paths.map((path) => manifest.sources.find((entry) => entry.path === path));
    this.#begunMs = this.#before.map((entry) => entry?.reached?.begunMs ?? nowMs);
    this.tallies = this.#paths.map(() => new Tally());
  }

  /** Leaves out what an interrupted import of the same paths has read, and takes over its counts. */
  resume(walked: readonly Walked[]): readonly Walked[] {
    const from = this.#before.map((entry, source) => {
      const reached = entry?.finished === false ? entry.reached : undefined;
      if (!reached) return 0;
      const at = walked.findIndex((file) => file.source === source && !('refused' in file) && file.name === reached.file);
      const file = walked[at];
      if (!file || 'refused' in file) return 0;
      this.tallies[source]!.takeOver(reached);
      if (file.size === reached.size && file.mtimeMs === reached.mtimeMs) {
        this.#resumeAt.set(file, reached.offset);
        this.reach(file, reached.offset);
      }
      return at;
    });
    return walked.filter((file, at) => {
      if (at >= from[file.source]!) return true;
      return !('refused' in file) && file.ctimeMs > this.#begunMs[file.source]!;
    });
  }

  /** Bytes of the file whose cables are in the shards. */
  resumeAt(file: FileToRead): number {
    return this.#resumeAt.get(file) ?? 0;
  }

  /** Everything up to here is in the shards, or will be with the next that is published. */
  reach(file: FileToRead, offset: number): void {
    /* What was changed since an interruption is read again before; that is no step back. */
    if (this.#place !== null && file.order < this.#place.file.order) return;
    this.#source = file.source;
    this.#place = { file, offset };
  }

  /** For the manifest. @param ended all was read */
  entries(ended: boolean): readonly SourceEntry[] {
    const mine = this.#paths.map((path, source): SourceEntry | undefined => {
      if (ended || source < this.#source) return { path, finished: true };
      if (source > this.#source || this.#place === null) return this.#before[source];
      const { file, offset } = this.#place;
      const tally = this.tallies[source]!;
      return {
        path,
        finished: false,
        reached: {
          file: file.name,
          offset,
          size: file.size,
          mtimeMs: file.mtimeMs,
          begunMs: this.#begunMs[source]!,
          cables: tally.cables,
          listPages: tally.listPages,
          problems: Object.fromEntries(tally.problems),
          refused: [...tally.refused],
        },
      };
    });
    const known = mine.filter((entry) => entry !== undefined && entry.path !== STANDARD_INPUT) as SourceEntry[];
    const unique = known.filter((entry, at) => known.findIndex(({ path }) => path === entry.path) === at);
    return [...this.#others, ...unique].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}
