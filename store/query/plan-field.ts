/* `field:value` -> a plan, or a problem with the nearest name. */
import { parseReferenceId } from '../cable/ids/reference-id.ts';
import { foldWords } from './fold-words.ts';
import { nearestName } from './nearest-name.ts';
import type { PersonalPredicate, Plan } from './plan.ts';
import { CLASSES, readClasses } from './read-classes.ts';
import { readInstants } from './read-instants.ts';

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

export const FIELDS = [
  'from',
  'origin',
  'country',
  'to',
  'info',
  'tags',
  'mine',
  'tag',
  'class',
  'date',
  'year',
  'released',
  'added',
  'subject',
  'body',
  'note',
  'id',
  'cites',
  'citedby',
  'portion',
  'size',
  'sections',
  'is',
  'has',
  'kept',
  'skipped',
  'later',
  'undecided',
  'search',
  'seen',
] as const;

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

/** @param expand plans the query of a saved search */
export function planField(field: string, value: FieldValue, inputs: PlanInputs, expand: (query: string) => Plan): Planned {
  const text = value.text.trim();
  const words = `${field}:${value.quoted ? `"${text}"` : text}`;
  const ok = (plan: Plan): Planned => ({ plan, words });
  if (text === '' && !value.prefix) return { problem: `${field}: needs a value` };
  switch (field) {
    case 'from':
    case 'origin':
      return ok({ kind: 'origin', value: text.toLowerCase() });
    case 'country':
      return ok({ kind: 'country', value: text.toLowerCase() });
    case 'to':
    case 'info':
      return ok({ kind: 'addressee', of: field, words: foldWords(text) });
    case 'tags':
      return ok({ kind: 'tag', tag: text.toUpperCase() });
    case 'mine':
      return ok(personal('mine', null, text));
    case 'tag':
      return ok({ kind: 'or', of: [{ kind: 'tag', tag: text.toUpperCase() }, personal('mine', null, text)] });
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
      return ok({ kind: field === 'year' || field === 'date' ? 'created' : field, range });
    }
    case 'subject':
    case 'body': {
      const terms = foldWords(text);
      return terms.length === 0
        ? { problem: `${field}: has no letters` }
        : ok({ kind: 'text', term: { words: terms, prefix: value.prefix }, column: field });
    }
    case 'note':
      return ok(personal('note', null, text));
    case 'seen': {
      const range = readInstants(text, inputs.now, inputs.zone);
      return range?.from ? ok(personal('seen', null, range.from)) : { problem: `seen:${text} is no time. Type seen:7d or seen:2026-03-14` };
    }
    case 'id':
      return ok({ kind: 'id', pattern: parseReferenceId(text)?.id ?? text.toUpperCase().replaceAll(/\s/g, ''), glob: text.includes('*') });
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
      const state = STATES[text.toLowerCase()];
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
          problem: `${field}:${text}: there is no saved search of this name. ${didYouMean(text, inputs.searches?.map(({ name }) => name) ?? [])}`,
        };
      if (field === 'search') return ok(expand(search.query));
      return ok(
        field === 'undecided'
          ? { kind: 'and', of: [expand(search.query), not(personal('decided', search.id))] }
          : personal(field, search.id),
      );
    }
    default:
      return { problem: `${field}: is no field. ${didYouMean(field, FIELDS)}` };
  }
}

function personal(predicate: PersonalPredicate, queue: string | null = null, value: string | null = null): Plan {
  return { kind: 'personal', predicate, queue, value };
}

function not(of: Plan): Plan {
  return { kind: 'not', of };
}

function didYouMean(word: string, names: readonly string[]): string {
  const near = nearestName(word, names);
  if (near) return `Did you mean ${near}?`;
  return names.length > 0 ? `There are: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', ...' : ''}` : '';
}

function readNumbers(text: string): { from: number | null; to: number | null } | null {
  const of = (digits: string | undefined): number | null => {
    const [, number, unit] = /^(\d+)(k?)$/i.exec(digits ?? '') ?? [];
    return number === undefined ? null : Number(number) * (unit ? 1000 : 1);
  };
  const compared = /^([<>]=?)(\d+k?)$/i.exec(text);
  if (compared) {
    const value = of(compared[2])!;
    const open = compared[1]!.length === 1 ? 1 : 0;
    return compared[1]!.startsWith('<') ? { from: null, to: value - open } : { from: value + open, to: null };
  }
  const range = /^(\d+k?)?\.\.(\d+k?)?$/i.exec(text);
  if (range && (range[1] ?? range[2]) !== undefined) return { from: of(range[1]), to: of(range[2]) };
  const exact = of(text);
  return exact === null ? null : { from: exact, to: exact };
}
