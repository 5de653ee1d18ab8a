/* Which cables the shards hold, by id: where their lines lie and from which source they came. Numbers in columns: some 30 bytes a line, with
 * 251,287 cables less than the ids themselves.
 */

import type { Manifest } from '../shards/manifest.ts';
import { type LinePlace, placeLines } from '../shards/read-shards.ts';
import { readLineEnds } from '../shards/shard-line.ts';
import { asBuffer } from '../sources/decode-text.ts';

export interface KnownLine extends LinePlace {
  readonly sha256Start: string;
  /** It has the text itself. */
  readonly holder: boolean;
}

const COLUMNS = 7;
const SHARD = 0;
const OFFSET = 1;
const LENGTH = 2;
const HIGH = 3;
const LOW = 4;
const HOLDER = 5;
const EARLIER = 6;

export class KnownCables {
  readonly #last = new Map<string, number>();
  #rows = new Uint32Array(COLUMNS * 1024);
  #count = 0;

  /** The lines of an id, latest first. */
  *lines(id: string): Generator<KnownLine> {
    for (let row = this.#last.get(id) ?? 0; row !== 0; row = this.#rows[row * COLUMNS + EARLIER]!) {
      const column = (which: number) => this.#rows[row * COLUMNS + which]!;
      yield {
        shard: column(SHARD),
        offset: column(OFFSET),
        length: column(LENGTH),
        sha256Start: toHex(column(HIGH)) + toHex(column(LOW)),
        holder: column(HOLDER) === 1,
      };
    }
  }

  has(id: string): boolean {
    return this.#last.has(id);
  }

  /** Whether this very source of the id is here. */
  hasSource(id: string, sha256: string): boolean {
    const start = sha256.slice(0, 16);
    for (const line of this.lines(id)) if (line.sha256Start === start) return true;
    return false;
  }

  add(id: string, sha256: string, place: LinePlace, holder: boolean): void {
    const row = ++this.#count;
    if ((row + 1) * COLUMNS > this.#rows.length) {
      const larger = new Uint32Array(this.#rows.length * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    const rows = this.#rows;
    const first = row * COLUMNS;
    rows[first + SHARD] = place.shard;
    rows[first + OFFSET] = place.offset;
    rows[first + LENGTH] = place.length;
    rows[first + HIGH] = Number.parseInt(sha256.slice(0, 8), 16);
    rows[first + LOW] = Number.parseInt(sha256.slice(8, 16), 16);
    rows[first + HOLDER] = holder ? 1 : 0;
    rows[first + EARLIER] = this.#last.get(id) ?? 0;
    this.#last.set(id, row);
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
