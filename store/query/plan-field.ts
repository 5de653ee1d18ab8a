/* `field:value` -> a plan, or a problem with the nearest name. */
import { parseReferenceId } from '../cable/ids/reference-id.ts';
import { FIELD_NAMES, isField, OTHER_NAMES } from './fields.ts';
import { foldCase, foldWords } from './fold-words.ts';
import { nearestName } from './nearest-name.ts';
import type { PersonalPredicate, Plan } from './plan.ts';
import { CLASSES, readClasses } from './values/read-classes.ts';
import { readInstants } from './values/read-instants.ts';
import { readNumbers } from './values/read-numbers.ts';

export interface PlanInputs {
  readonly now: Date;
  /** IANA zone of personal times. */
  readonly zone: string;
  readonly searches?: readonly { readonly id: string; readonly name: string; readonly query: string }[];
}

export interface FieldValue {
  readonly text: string;
  readonly prefix: boolean;
  readonly quoted: boolean;
}

export type Planned = { readonly plan: Plan; readonly words: string } | { readonly problem: string };

const STATES: Readonly<Record<string, Plan>> = {
  read: personal('read'),
  unread: not(personal('read')),
  kept: personal('kept'),
  skipped: personal('skipped'),
  later: personal('later'),
  due: personal('due'),
  undecided: not(personal('decided')),
  bookmarked: personal('bookmarked'),
  bookmarks: personal('bookmarked'),
  noted: personal('noted'),
  notes: personal('noted'),
  tagged: personal('tagged'),
  refs: { kind: 'has', what: 'refs' },
  redaction: { kind: 'has', what: 'redaction' },
  versions: { kind: 'has', what: 'versions' },
};

export const STATE_NAMES: readonly string[] = Object.keys(STATES);

/** Fields whose value may be a beginning. */
const TAKES_PREFIX: ReadonlySet<string> = new Set(['from', 'origin', 'country', 'tags', 'tag', 'subject', 'body', 'id']);

/** What a saved search means; null where searches lead back to themselves. */
export type ExpandSearch = (query: string) => { readonly plan: Plan; readonly problems: readonly { readonly message: string }[] } | null;

/** @param field in lower case */
export function planField(field: string, value: FieldValue, inputs: PlanInputs, expand: ExpandSearch): Planned {
  const text = value.text.trim();
  const star = value.prefix && TAKES_PREFIX.has(field) ? '*' : '';
  const words = `${field}:${value.quoted ? `"${text}${star}"` : `${text}${star}`}`;
  const prefix = value.prefix ? { prefix: true } : {};
  const ok = (plan: Plan): Planned => ({ plan, words });
  const noLetters = { problem: `${field}:${text} has no letters to search for` };
  if (!isField(field)) return { problem: `${field}: is no field. ${suggestField(field)}`.trim() };
  if (text === '' && !(value.prefix && field === 'id')) return { problem: `${field}: needs a value` };
  switch (field) {
    case 'from':
    case 'origin':
      return foldWords(text).length === 0 ? noLetters : ok({ kind: 'origin', value: foldCase(text), ...prefix });
    case 'country':
      return foldWords(text).length === 0 ? noLetters : ok({ kind: 'country', value: foldCase(text), ...prefix });
    case 'to':
    case 'info':
      return foldWords(text).length === 0 ? noLetters : ok({ kind: 'addressee', of: field, words: foldWords(text) });
    case 'tags':
      return ok({ kind: 'tag', tag: text.toUpperCase(), ...prefix });
    case 'mine':
      return ok(personal('mine', null, text));
    case 'tag':
      return {
        plan: { kind: 'or', of: [{ kind: 'tag', tag: text.toUpperCase(), ...prefix }, personal('mine', null, text)] },
        words: `${words} (TAGS or your own)`,
      };
    case 'class': {
      const among = readClasses(text);
      if (among) return ok({ kind: 'class', among });
      return { problem: `class:${text} is no classification. ${didYouMean(text, Object.keys(CLASSES))}` };
    }
    case 'date':
    case 'year':
    case 'released':
    case 'added': {
      const range = readInstants(text, inputs.now, field === 'added' ? inputs.zone : 'UTC');
      if (!range) return { problem: `${field}:${text} is no date. Type 2009, 2009-02, 2009-02-27, 2008..2009-02 or 7d` };
      if (text.includes('..') && range.from !== null && range.to !== null && range.from > range.to)
        return { problem: `${field}:${text} ends before it begins. Type ${field}:${text.split('..').reverse().join('..')}` };
      return ok({ kind: field === 'year' || field === 'date' ? 'created' : field, range });
    }
    case 'subject':
    case 'body': {
      const terms = foldWords(text);
      return terms.length === 0 ? noLetters : ok({ kind: 'text', term: { words: terms, prefix: value.prefix }, column: field });
    }
    case 'note':
      return foldWords(text).length === 0 ? noLetters : ok(personal('note', null, text));
    case 'seen': {
      const range = readInstants(text, inputs.now, inputs.zone);
      return range?.from ? ok(personal('seen', null, range.from)) : { problem: `seen:${text} is no time. Type seen:7d or seen:2026-03-14` };
    }
    case 'id':
      return ok(planId(text, value.prefix));
    case 'cites':
    case 'citedby':
      return ok({ kind: field, id: parseReferenceId(text)?.id ?? text.toUpperCase() });
    case 'portion':
      return ok({ kind: 'portion', mark: text.toUpperCase() });
    case 'size':
    case 'sections': {
      const range = readNumbers(text);
      return range ? ok({ kind: field, ...range }) : { problem: `${field}:${text} is no number. Type ${field}:4 or ${field}:4..` };
    }
    case 'is':
    case 'has': {
      const name = text.toLowerCase();
      const state = Object.hasOwn(STATES, name) ? STATES[name] : undefined;
      return state ? ok(state) : { problem: `${field}:${text} is unknown. ${didYouMean(text, Object.keys(STATES))}` };
    }
    case 'kept':
    case 'skipped':
    case 'later':
    case 'undecided':
    case 'search': {
      const search = inputs.searches?.find(({ name }) => name.toLowerCase() === text.toLowerCase());
      if (!search)
        return {
          problem:
            `${field}:${text}: there is no saved search of this name. ${didYouMean(text, inputs.searches?.map(({ name }) => name) ?? [])}`.trim(),
        };
      if (field !== 'search' && field !== 'undecided') return ok(personal(field, search.id));
      const saved = expand(search.query);
      if (saved === null) return { problem: `${field}:${text} leads back to itself. Change the saved search ${search.name}` };
      const [problem] = saved.problems;
      if (problem) return { problem: `the saved search ${search.name} is not understood: ${problem.message}` };
      if (field === 'search') return ok(saved.plan);
      return ok({ kind: 'and', of: [saved.plan, not(personal('decided', search.id))] });
    }
    default:
      return field satisfies never;
  }
}

/** `*` stands for any letters and digits; a whole id may be in any spelling. */
function planId(text: string, prefix: boolean): Plan {
  const pattern = `${text}${prefix ? '*' : ''}`;
  if (!pattern.includes('*'))
    return { kind: 'id', pattern: parseReferenceId(text)?.id ?? text.toUpperCase().replaceAll(/\s/g, ''), glob: false };
  return { kind: 'id', pattern: pattern.toUpperCase().replaceAll(/[^A-Z0-9*]/g, ''), glob: true };
}

function personal(predicate: PersonalPredicate, queue: string | null = null, value: string | null = null): Plan {
  return { kind: 'personal', predicate, queue, value };
}

function not(of: Plan): Plan {
  return { kind: 'not', of };
}

/** A field under another name than ours, else the nearest name. */
function suggestField(field: string): string {
  const meant = Object.hasOwn(OTHER_NAMES, field) ? OTHER_NAMES[field] : undefined;
  return meant === undefined ? didYouMean(field, FIELD_NAMES) : `Did you mean ${meant}?`;
}

function didYouMean(word: string, names: readonly string[]): string {
  const near = nearestName(word, names);
  if (near) return `Did you mean ${near}?`;
  return names.length > 0 ? `There are: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', ...' : ''}` : '';
}
