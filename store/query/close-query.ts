import { tokenizeQuery } from './tokenize-query.ts';

/** The filter with what is still open at its end closed: `(a OR "b c` -> `(a OR "b c")`. */
export function closeQuery(query: string): string {
  const tokens = tokenizeQuery(query);
  const count = (wanted: 'open' | 'close') => tokens.filter(({ kind }) => kind === wanted).length;
  return `${query.trimEnd()}${tokens.at(-1)?.unclosed ? '"' : ''}${')'.repeat(Math.max(0, count('open') - count('close')))}`;
}
