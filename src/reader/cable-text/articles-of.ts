import type { CableView } from '../state.ts';

/** Addresses of articles that quote the cable, those of all its versions. The pages have some with `http://` twice. */
export function articlesOf({ found }: Pick<CableView, 'found'>): readonly string[] {
  const written = (found ?? []).flatMap(({ cells }) => cells.articles);
  return [...new Set(written.map((address) => address.trim().replace(/^(?:https?:\/\/)+(?=https?:\/\/)/i, '')))];
}
