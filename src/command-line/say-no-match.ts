import type { FacetName } from '../../store/corpus/corpus.ts';
import type { Library } from '../../store/library/open-library.ts';
import { foldWords } from '../../store/query/fold-words.ts';
import { suggestValue } from '../../store/query/suggest-value.ts';
import { tokenizeQuery } from '../../store/query/tokenize-query.ts';
import { groupDigits } from '../text/group-digits.ts';
import { makeVisible } from '../text/visible.ts';

/** What a filter that found nothing says: with the nearest value that some cable has, where the one typed is in none. */
export async function sayNoMatch(query: string, { corpus, journal }: Library): Promise<string> {
  if (corpus.info.cables === 0) return 'This library holds no cables yet. Type: cables import PATH\n';
  const all = (by: FacetName) => corpus.facets({ kind: 'all' }, by);
  const [origins, countries, tags] = query.includes(':') ? await Promise.all([all('origin'), all('country'), all('tag')]) : [[], [], []];
  const mine = journal.personal.tags().map(({ tag, count }) => ({ value: tag, count }));
  const near = suggestValue(query, { origins, countries, tags, years: [], mine, searches: [] }) ?? (await suggestWord(query, corpus));
  return near === null
    ? 'No cable matches.\n'
    : `No cable matches. Did you mean ${makeVisible(near.better)} (${groupDigits(near.count)})?\n`;
}

/** For the first word that no cable has. */
async function suggestWord(query: string, corpus: Library['corpus']): Promise<{ readonly better: string; readonly count: number } | null> {
  for (const { kind, text, prefix } of tokenizeQuery(query)) {
    const words = foldWords(text);
    if (kind !== 'word' || prefix || words.length !== 1) continue;
    if ((await corpus.count({ kind: 'text', term: { words, prefix }, column: 'any' })) > 0) continue;
    const near = await corpus.nearWord(words[0]!);
    return near && { better: near.word, count: near.count };
  }
  return null;
}
