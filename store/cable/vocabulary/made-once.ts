/** A table that is made when it is first asked for: making all of them is felt at each start, and most starts ask for few. */
export function madeOnce<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
