/* The cables of a build: where their lines lie and when they were created, in columns. A quarter of a million take 40 MB, until the build is
 * planned; as objects they took 150, until it had ended.
 */
import { LinesById, withRoom } from '../shards/lines-by-id.ts';
import type { LinePlace } from '../shards/read-shards.ts';
import type { Stretch } from './writing/stretch.ts';

/** A cable to be indexed. */
export interface PlacedCable {
  readonly id: string;
  /** UTC, `2009-02-27T23:36Z`. */
  readonly created: string | null;
  /** All its lines, in the order of the shards. */
  readonly places: readonly LinePlace[];
  /** Number of the import run that brought its first line. */
  readonly run: number;
}

export class PlacedCables {
  readonly #lines = new LinesById();
  /** By the row of a cable's latest line: the digits of its creation as one number, in the order of time, 0 for none; and its run. */
  #created = new Float64Array(1024);
  #runs = new Uint16Array(1024);

  get size(): number {
    return this.#lines.size;
  }

  has(id: string): boolean {
    return this.#lines.has(id);
  }

  ids(): IterableIterator<string> {
    return this.#lines.ids();
  }

  /** Its lines, in the order of the shards. */
  places(id: string): readonly LinePlace[] {
    return [...this.#lines.rows(id)].reverse().map((row) => this.#lines.place(row));
  }

  /** Adds a cable, or puts it in the place of what was known of its id. */
  set({ id, created, places, run }: PlacedCable): void {
    this.#lines.forgetLines(id);
    for (const place of places) this.#setFacts(this.#lines.add(id, place), 0, run);
    this.setCreated(id, created);
  }

  /** Adds another line of a cable. */
  addPlace(id: string, place: LinePlace): void {
    const before = this.#lines.latest(id);
    this.#setFacts(this.#lines.add(id, place), this.#created[before]!, this.#runs[before]!);
  }

  setCreated(id: string, created: string | null): void {
    this.#created[this.#lines.latest(id)] = created === null ? 0 : Number(created.replaceAll(/\D/g, ''));
  }

  delete(id: string): void {
    this.#lines.delete(id);
  }

  #setFacts(row: number, created: number, run: number): void {
    this.#created = withRoom(this.#created, row + 1);
    this.#runs = withRoom(this.#runs, row + 1);
    this.#created[row] = created;
    this.#runs[row] = run;
  }

  /** All ids, in order of creation and id. */
  inOrder(): string[] {
    const ids = [...this.ids()];
    const created = Float64Array.from(ids, (id) => this.#created[this.#lines.latest(id)]!);
    const order = Uint32Array.from(ids.keys()).sort((a, b) => created[a]! - created[b]! || compare(ids[a]!, ids[b]!));
    return Array.from(order, (at) => ids[at]!);
  }

  /** What the writer of a segment has to know of these. */
  stretch(ids: readonly string[]): Stretch {
    const runs = new Uint16Array(ids.length);
    const ends = new Uint32Array(ids.length);
    let lines = new Uint32Array(ids.length * 3);
    let end = 0;
    for (const [n, id] of ids.entries()) {
      for (const { shard, offset, length } of this.places(id)) {
        lines = withRoom(lines, (end + 1) * 3);
        lines.set([shard, offset, length], end++ * 3);
      }
      runs[n] = this.#runs[this.#lines.latest(id)]!;
      ends[n] = end;
    }
    return { runs, ends, lines: lines.slice(0, end * 3) };
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
