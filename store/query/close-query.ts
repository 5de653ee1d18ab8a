import { isField } from './fields.ts';
import { tokenizeQuery } from './tokenize-query.ts';

/** The filter with what is still open at its end closed: `(a OR "b c` -> `(a OR "b c")`. A quote ends before a filter: `"a b tag:SENV` -> `"a b" tag:SENV`. */
export function closeQuery(typed: string): string {
  const query = closeQuote(typed.trimEnd());
  const tokens = tokenizeQuery(query);
  const count = (wanted: 'open' | 'close') => tokens.filter(({ kind }) => kind === wanted).length;
  return `${query}${')'.repeat(Math.max(0, count('open') - count('close')))}`;
}

function closeQuote(query: string): string {
  const last = tokenizeQuery(query).at(-1);
  if (!last?.unclosed) return query;
  const inside = query.indexOf('"', last.start) + 1;
  for (const { index, 1: name } of query.slice(inside).matchAll(/(?<=\S)\s+-?([a-z]+):/gi))
    if (isField(name!.toLowerCase())) return `${query.slice(0, inside + index)}"${query.slice(inside + index)}`;
  return `${query}"`;
}
