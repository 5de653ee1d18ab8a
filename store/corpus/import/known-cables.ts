/* Which cables the shards hold, by id: where their lines lie and from which source they came. */
import { LinesById, withRoom } from '../shards/lines-by-id.ts';
import type { Manifest } from '../shards/manifest.ts';
import { type LinePlace, placeLines } from '../shards/read-shards.ts';
import { readLineEnds } from '../shards/shard-line.ts';
import { asBuffer } from '../sources/decode-text.ts';

export interface KnownLine extends LinePlace {
  readonly sha256Start: string;
  /** It has the text itself. */
  readonly holder: boolean;
}

const COLUMNS = 3;
const HIGH = 0;
const LOW = 1;
const HOLDER = 2;

export class KnownCables {
  readonly #lines = new LinesById();
  /** By the line's row. */
  #sources = new Uint32Array(COLUMNS * 1024);

  /** The lines of an id, latest first. */
  *lines(id: string): Generator<KnownLine> {
    for (const row of this.#lines.rows(id)) {
      const column = (which: number) => this.#sources[row * COLUMNS + which]!;
      yield { ...this.#lines.place(row), sha256Start: toHex(column(HIGH)) + toHex(column(LOW)), holder: column(HOLDER) === 1 };
    }
  }

  has(id: string): boolean {
    return this.#lines.has(id);
  }

  /** Whether this very source of the id is here. */
  hasSource(id: string, sha256: string): boolean {
    const start = sha256.slice(0, 16);
    for (const line of this.lines(id)) if (line.sha256Start === start) return true;
    return false;
  }

  add(id: string, sha256: string, place: LinePlace, holder: boolean): void {
    const row = this.#lines.add(id, place);
    this.#sources = withRoom(this.#sources, (row + 1) * COLUMNS);
    const first = row * COLUMNS;
    this.#sources[first + HIGH] = Number.parseInt(sha256.slice(0, 8), 16);
    this.#sources[first + LOW] = Number.parseInt(sha256.slice(8, 16), 16);
    this.#sources[first + HOLDER] = holder ? 1 : 0;
  }
}

const toHex = (word: number): string => word.toString(16).padStart(8, '0');

const SAME = Buffer.from(',"sameAs":"');

/** Learns all lines of the shards from their ends, without parsing them. */
export function learnKnownCables(corpusDir: string, manifest: Manifest): KnownCables {
  const known = new KnownCables();
  for (const { bytes, number: _, ...place } of placeLines(corpusDir, manifest)) {
    const line = asBuffer(bytes);
    const { id, sha256 } = readLineEnds(line);
    known.add(id, sha256, place, !line.includes(SAME));
  }
  return known;
}
