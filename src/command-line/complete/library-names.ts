/* Names of a library for completion. It is opened at the first question, read-only, and never indexed: a tab key must not take long. */
import type { Library } from '../../../store/library/open-library.ts';
import type { QueryNames } from '../../../store/query/complete-query.ts';
import { FIELDS, isField, type Takes } from '../../../store/query/fields.ts';
import type { Names } from './complete-words.ts';

const MOST = 200;

const NONE: QueryNames = { origins: [], countries: [], tags: [], years: [], mine: [], searches: [] };

export function libraryNames(open: () => Promise<Library | null>): Names {
  let opened: Promise<Library | null> | null = null;
  const library = () => (opened ??= open());
  const personal = async () => (await library())?.journal.personal ?? null;

  const own = async () => (await personal())?.tags().map(({ tag, count }) => ({ value: tag, count })) ?? [];
  const saved = async () => (await personal())?.searches().map(({ name, query }) => ({ value: name, meaning: query })) ?? [];

  return {
    async ids(begun) {
      const { corpus } = (await library()) ?? {};
      if (!corpus) return [];
      const pattern = begun.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
      const rows = await corpus.page({ kind: 'id', pattern: `${pattern}*`, glob: true }, { from: 0, limit: MOST, sort: 'newest' });
      return rows.map(({ id, subject }) => ({ value: id, detail: subject ?? '' }));
    },
    ownTags: async () => (await own()).map(({ value, count }) => ({ value, detail: `${count}` })),
    searches: async () => (await saved()).map(({ value, meaning }) => ({ value, detail: meaning })),
    async devices() {
      const history = (await personal())?.history({ stream: 'decisions', limit: 5000 }) ?? [];
      return [...new Set(history.map(({ device }) => device))].map((value) => ({ value }));
    },
    async handles(undone) {
      const steps = (await personal())?.undoList(MOST) ?? [];
      return steps.filter((step) => step.undone === undone).map(({ handle, summary }) => ({ value: handle, detail: summary }));
    },
    async query(field) {
      const takes: Takes = isField(field) ? FIELDS[field].takes : 'free';
      if (takes === 'free' || takes === 'class' || takes === 'state' || takes === 'portion') return NONE;
      const { corpus } = (await library()) ?? {};
      const facet = (by: 'origin' | 'country' | 'tag' | 'year') => corpus?.facets({ kind: 'all' }, by) ?? Promise.resolve([]);
      return {
        origins: takes === 'origin' ? await facet('origin') : [],
        countries: takes === 'country' ? await facet('country') : [],
        tags: takes === 'tags' || takes === 'tag' ? await facet('tag') : [],
        years: takes === 'time' ? await facet('year') : [],
        mine: takes === 'mine' || takes === 'tag' ? await own() : [],
        searches: takes === 'search' ? await saved() : [],
      };
    },
  };
}
