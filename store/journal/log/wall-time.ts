/* The writer's wall time with its offset: `2026-11-24T10:15:02.123+01:00`. */

/** @param offset minutes east of UTC */
export function formatWallTime(ms: number, offset: number): string {
  const sign = offset < 0 ? '-' : '+';
  const size = Math.abs(offset);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${new Date(ms + offset * 60_000).toISOString().slice(0, -1)}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Milliseconds since 1970 of a wall time with offset; NaN where it is none. */
export function instantOf(at: string): number {
  return Date.parse(at);
}
