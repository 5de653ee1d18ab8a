/* Which cables go into new segments.
 *
 *     a whole corpus   |  rest / 4  |  rest / 4  |  rest / 4  |  rest / 4  | FIRST | FIRST |
 *                      oldest                                                  newest, written first
 *
 * Stretches do not overlap in time, so that the newest cables of an answer are mostly found in one segment. The newest are few, so that
 * there is something to read soon.
 */
export interface StretchSizes {
  /** Cables of each of the two segments that are there first, where there are many in all. */
  readonly first: number;
  /** Cables that are worth a second thread. */
  readonly pays: number;
}

const SIZES: StretchSizes = { first: 10_000, pays: 5000 };

/** Cuts what is in order of creation; the newest come first, each stretch in order of creation. */
export function cutStretches(ids: readonly string[], { first, pays }: StretchSizes = SIZES): string[][] {
  const stretches: string[][] = [];
  let left = ids.length;
  const cut = (count: number): void => {
    if (count > 0) stretches.push(ids.slice(left - count, left));
    left -= count;
  };
  if (left > 10 * first) for (let i = 0; i < 2; i++) cut(first);
  for (let parts = stretches.length > 0 ? 4 : left > pays ? 2 : 1; parts > 0; parts--) cut(Math.ceil(left / parts));
  return stretches;
}
