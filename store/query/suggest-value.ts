/* "Did you mean": for a filter that found nothing, the value of a field that no cable has, and the nearest one that some have. */
import type { KnownName, QueryNames } from './complete-query.ts';
import { FIELDS, isField } from './fields.ts';
import { foldCase, foldWords } from './fold-words.ts';
import { matchesOrigin } from './match-origin.ts';
import { nearestName } from './nearest-name.ts';
import { tokenizeQuery } from './tokenize-query.ts';

export interface Suggestion {
  /** `tag:SENF`, as typed. */
  readonly typed: string;
  /** `tag:SENV`. */
  readonly better: string;
  readonly count: number;
}

/** The first value that is not there and has a near one; null where all values are there. */
export function suggestValue(query: string, names: QueryNames): Suggestion | null {
  for (const { kind, field, text, prefix } of tokenizeQuery(query)) {
    if (kind !== 'field' || field === null || !isField(field) || prefix || text === '') continue;
    const near = nearestValue(field, text, names);
    if (near) return { typed: `${field}:${text}`, better: `${field}:${quote(near.value)}`, count: near.count ?? 0 };
  }
  return null;
}

function nearestValue(field: keyof typeof FIELDS, text: string, names: QueryNames): KnownName | null {
  switch (FIELDS[field].takes) {
    case 'origin':
      return names.origins.some(({ value }) => matchesOrigin(text, value)) ? null : nearestOf(text, names.origins.flatMap(placesOf));
    case 'country':
      return nearestOf(text, names.countries);
    case 'tags':
      return nearestOf(text, names.tags);
    case 'mine':
      return nearestOf(text, names.mine);
    case 'tag':
      return nearestOf(text, [...names.tags, ...names.mine]);
    default:
      return null;
  }
}

/** Null where it is one of them, or far from all. */
function nearestOf(text: string, known: readonly KnownName[]): KnownName | null {
  if (known.some(({ value }) => foldCase(value) === foldCase(text))) return null;
  const near = nearestName(
    text,
    known.map(({ value }) => value),
  );
  return known.find(({ value }) => value === near) ?? null;
}

/** `Embassy Port Vesper` is also `port vesper` and `vesper`. */
const placesOf = ({ value, count = 0 }: KnownName): KnownName[] => {
  const words = foldWords(value);
  return words.map((_, at) => ({ value: words.slice(at).join(' '), count }));
};

const quote = (value: string): string => (/[\s()"]/.test(value) ? `"${value}"` : value);
