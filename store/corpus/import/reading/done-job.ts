/* What came of a job, in a form that costs little to hand to another thread: the lines one behind the other, and numbers for each thing that was
 * read. What is not ordinary is told apart.
 */
import type { ShardLine } from '../../shards/shard-line.ts';
import type { Refused } from '../../sources/refused.ts';
import type { LineBuffer } from './line-buffer.ts';

export interface DoneJob {
  readonly lines: Uint8Array;
  /** Three for each thing read, in order: index of its file in the job; byte of the source behind it; byte of `lines` behind its line. */
  readonly numbers: Float64Array;
  /** By place in the order. */
  readonly remarks: ReadonlyMap<number, Remark>;
}

/** What is to be said of a thing read. */
export interface Remark {
  readonly problems: readonly string[];
  /** Where in its file it stands, for a person. */
  readonly where: string | null;
  /** Why there is no cable, and no line. */
  readonly refused: Refused | null;
  /** Beside a refusal for want of a text: the line, which names a text that the corpus may have. */
  readonly textless: ShardLine | null;
}

export interface DoneReading {
  readonly file: number;
  /** Byte of the source behind it. */
  readonly end: number;
  /** Its line, newline included; empty without one. */
  readonly line: Uint8Array;
  readonly remark: Remark | undefined;
}

const NUMBERS = 3;

/** Gathers what is read in a job. */
export class DoneReadings {
  readonly #lines: LineBuffer;
  readonly #numbers: number[] = [];
  readonly #remarks = new Map<number, Remark>();

  constructor(lines: LineBuffer) {
    this.#lines = lines;
  }

  /** To be called when the line, if there is one, was written into the buffer. */
  add(file: number, end: number, remark?: Remark): void {
    if (remark) this.#remarks.set(this.#numbers.length / NUMBERS, remark);
    this.#numbers.push(file, end, this.#lines.length);
  }

  /** Empties the buffer. */
  take(): DoneJob {
    return { lines: this.#lines.take(), numbers: Float64Array.from(this.#numbers), remarks: this.#remarks };
  }
}

/** The things read, in order. */
export function* readingsOf({ lines, numbers, remarks }: DoneJob): Generator<DoneReading> {
  let from = 0;
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    const to = numbers[at + 2]!;
    yield { file: numbers[at]!, end: numbers[at + 1]!, line: lines.subarray(from, to), remark: remarks.get(at / NUMBERS) };
    from = to;
  }
}
