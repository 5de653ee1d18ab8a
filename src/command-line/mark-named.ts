/* The marks of `cables mark`, and the words that people type for them. */

export const MARKS = ['kept', 'skipped', 'later', 'undecided', 'read', 'unread'] as const;
export type Mark = (typeof MARKS)[number];

const SAME: Readonly<Record<string, Mark>> = { keep: 'kept', skip: 'skipped', defer: 'later', deferred: 'later' };

/** The mark that a word means, or null: `keep` is `kept`. */
export function markNamed(word: string): Mark | null {
  return MARKS.find((name) => name === word) ?? (Object.hasOwn(SAME, word) ? SAME[word]! : null);
}

/** Whether it is a verdict, as `cables keep REF` wants one. */
export function verdictNamed(word: string): Mark | null {
  const named = markNamed(word);
  return named === 'kept' || named === 'skipped' || named === 'later' ? named : null;
}
