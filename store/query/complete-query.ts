/* What may be typed next in a filter: the names of fields, then the values that there are. Pure; the names come from the caller.
 *
 *     water fr│          ->  from:
 *     water from:por│    ->  from:"Embassy Port Vesper"  from:"Consulate Porto"
 *     water -is:un│      ->  is:unread  is:undecided
 */

import { FIELD_NAMES, FIELDS, isField, PORTIONS, type Takes } from './fields.ts';
import { foldCase, foldWords } from './fold-words.ts';
import { holdsWords, matchesOrigin } from './match-origin.ts';
import { STATE_NAMES } from './plan-field.ts';
import { CLASSES } from './values/read-classes.ts';

export interface KnownName {
  readonly value: string;
  readonly meaning?: string | null;
  readonly count?: number;
}

/** The names of a library, most frequent first. */
export interface QueryNames {
  readonly origins: readonly KnownName[];
  readonly countries: readonly KnownName[];
  readonly tags: readonly KnownName[];
  readonly years: readonly KnownName[];
  readonly mine: readonly KnownName[];
  readonly searches: readonly KnownName[];
}

export interface CompletionOption {
  /** What stands in place of the word: `from:"Embassy Arcadia"`. */
  readonly text: string;
  /** What is shown: `Embassy Arcadia`. */
  readonly label: string;
  /** How many cables have it, or what it means. */
  readonly detail: string;
}

export interface Completion {
  /** The word that is completed, UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly options: readonly CompletionOption[];
  /** How values are written where they cannot be listed: `size:50k..  size:..10k`; empty otherwise. */
  readonly examples: readonly string[];
}

const MOST = 50;
/** Letters of a word from which on fields are offered. */
const FIELD_FROM = 2;

const NOTHING: Pick<Completion, 'options' | 'examples'> = { options: [], examples: [] };

/** Completes the word before the cursor. */
export function completeQuery(query: string, cursor: number, names: QueryNames): Completion {
  const before = query.slice(0, cursor);
  // A value may stand in quotes that are not closed yet.
  const word = /(?:[a-z]+:[<>=]{0,2}"[^"]*|[^\s()"]*)$/i.exec(before)![0];
  const start = cursor - word.length + (/^-[^-]/.test(word) ? 1 : 0);
  const typed = query.slice(start, cursor);
  const colon = typed.indexOf(':');
  const found = colon === -1 ? { ...NOTHING, options: completeField(typed) } : completeValue(typed, colon, names);
  return { start, end: cursor, ...found };
}

function completeField(typed: string): CompletionOption[] {
  if (typed.length < FIELD_FROM || typed !== typed.toLowerCase()) return [];
  return FIELD_NAMES.filter((name) => name.startsWith(typed)).map((name) => ({ text: `${name}:`, label: `${name}:`, detail: '' }));
}

function completeValue(typed: string, colon: number, names: QueryNames): Pick<Completion, 'options' | 'examples'> {
  const field = typed.slice(0, colon).toLowerCase();
  if (!isField(field)) return NOTHING;
  const { takes, examples } = FIELDS[field];
  const { lead, begun } = splitRange(takes, typed.slice(colon + 1));
  const options = valuesOf(takes, begun, names)
    .slice(0, MOST)
    .map(({ value, count, meaning }) => ({
      text: `${field}:${lead}${quote(value)}`,
      label: value,
      detail: [count === undefined ? '' : count.toLocaleString('en'), meaning && meaning !== value ? meaning : '']
        .filter(Boolean)
        .join(' '),
    }))
    .filter(({ text }) => text !== typed);
  return { options, examples: options.length === 0 && begun === '' ? examples.map((example) => `${field}:${example}`) : [] };
}

/** The second end of a range is completed like the first: `2008..20`. */
function splitRange(takes: Takes, value: string): { readonly lead: string; readonly begun: string } {
  const lead = takes === 'class' || takes === 'time' ? (/^(?:.*\.\.|[<>]?=?)/.exec(value)?.[0] ?? '') : '';
  return { lead, begun: value.slice(lead.length).replace(/^"/, '') };
}

function valuesOf(takes: Takes, begun: string, names: QueryNames): readonly KnownName[] {
  const folded = foldCase(begun);
  const beginning = (known: readonly KnownName[]) => known.filter(({ value }) => foldCase(value).startsWith(folded));
  switch (takes) {
    case 'origin':
      return foldWords(begun).length === 0 ? names.origins : names.origins.filter(({ value }) => matchesOrigin(begun, value, true));
    case 'country':
      return foldWords(begun).length === 0
        ? names.countries
        : names.countries.filter(({ value }) => holdsWords(foldWords(value), foldWords(begun), true));
    case 'tags':
      return completeTags(names.tags, begun);
    case 'mine':
      return beginning(names.mine);
    case 'tag':
      return [...beginning(names.mine).map((own) => ({ ...own, meaning: 'your own' })), ...completeTags(names.tags, begun)];
    case 'class':
      return beginning(
        Object.keys(CLASSES)
          .filter((name) => begun !== '' || name.length > 2)
          .map(named),
      );
    case 'time':
      return beginning(names.years);
    case 'state':
      return beginning(STATE_NAMES.map(named));
    case 'search':
      return beginning(names.searches);
    case 'portion':
      return beginning(PORTIONS.map(named));
    case 'free':
      return [];
    default:
      return takes satisfies never;
  }
}

/** By their letters; those that begin so first, then those whose meaning has a word that does: `tags:water`. */
function completeTags(tags: readonly KnownName[], begun: string): readonly KnownName[] {
  const upper = begun.toUpperCase();
  const named = tags.filter(({ value }) => value.startsWith(upper));
  if (begun.length < 3) return named;
  const wanted = foldWords(begun);
  return [
    ...named,
    ...tags.filter(({ value, meaning }) => !value.startsWith(upper) && meaning && holdsWords(foldWords(meaning), wanted, true)),
  ];
}

const named = (value: string): KnownName => ({ value });

const quote = (value: string): string => (/[\s()"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value);
