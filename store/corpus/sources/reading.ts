import type { FoundCable } from '../../cable/cable.ts';
import type { ShardLine } from '../shards/shard-line.ts';
import type { Refused } from './refused.ts';

/** One thing read from a source: a cable, or why there is none, in the order of the source. */
export interface Reading {
  readonly read: FoundCable | Refused;
  /** Codes of what had to be mended to read it: counted, never an error. */
  readonly problems: readonly string[];
  /** Byte of the source behind it: where reading goes on after an interruption. */
  readonly end: number;
  /** What to say of a refused one beside the path: `line 12`, `record at byte 4711`. */
  readonly where: string | null;
  /** Beside a refusal for want of a text: the line, which names a text that the corpus may have. */
  readonly textless?: ShardLine;
}

/** A line, a record or a file longer than this is refused: the longest real cable has 0.1 MB. Bytes. */
export const LONGEST = 16 * 1024 * 1024;

export const tooLong = (what: string): Refused => ({
  refused: 'too-long',
  message: `${what} is longer than ${LONGEST / 1024 / 1024} MB, no cable is: passed over`,
});
