/* Hybrid logical clock: order without trusting anybody's wall clock.
 *
 *     2026-11-24T09:15:02.123Z-0000-7f3a91c2-k2v9
 *     └─ UTC milliseconds ──┘ └ctr┘ └device┘ └slot┘     fixed width, so that text order is the order of events
 *
 * An id is always greater than every id its writer has seen: a wall clock that jumps back is ignored until it has caught
 * up, and a counter that overflows carries into the milliseconds. Pure: the wall time comes in.
 */
import type { Hlc } from '../events.ts';

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  readonly ms: number;
  /** 0..65535. */
  readonly counter: number;
}

export const START: Clock = { ms: 0, counter: -1 };

const PATTERN = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)-([0-9a-f]{4})-([0-9a-f]{8})-([0-9a-z]{4})$/;
const MAX_COUNTER = 0xffff;

/** More than this ahead of the wall clock is worth a line in `doctor`; milliseconds. */
export const FAR_AHEAD = 5 * 60_000;

/** The next reading, greater than `clock` whatever the wall clock says. */
export function tick(clock: Clock, now: number): Clock {
  if (now > clock.ms) return { ms: now, counter: 0 };
  return clock.counter < MAX_COUNTER ? { ms: clock.ms, counter: clock.counter + 1 } : { ms: clock.ms + 1, counter: 0 };
}

/** Advances past an id that was read. Text that is no id leaves the clock alone. */
export function observe(clock: Clock, id: string): Clock {
  const read = parseHlc(id);
  if (!read) return clock;
  return read.ms > clock.ms || (read.ms === clock.ms && read.counter > clock.counter) ? { ms: read.ms, counter: read.counter } : clock;
}

export function formatHlc(clock: Clock, device: string, slot: string): Hlc {
  return `${new Date(clock.ms).toISOString()}-${clock.counter.toString(16).padStart(4, '0')}-${device}-${slot}` as Hlc;
}

export interface HlcParts extends Clock {
  readonly device: string;
  readonly slot: string;
}

export function parseHlc(id: string): HlcParts | null {
  const match = PATTERN.exec(id);
  const ms = match ? Date.parse(match[1]!) : Number.NaN;
  if (!match || Number.isNaN(ms)) return null;
  return { ms, counter: Number.parseInt(match[2]!, 16), device: match[3]!, slot: match[4]! };
}

/** Whether the text has the shape of an id, without looking closer: for the hot path. */
export function looksLikeHlc(id: unknown): id is Hlc {
  return typeof id === 'string' && id.length === 43 && id.charCodeAt(23) === 90 && id.charCodeAt(10) === 84;
}

export const deviceOf = (id: string): string => id.slice(30, 38);
export const slotOf = (id: string): string => id.slice(39, 43);
