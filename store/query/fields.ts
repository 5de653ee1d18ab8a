/* The fields of the filter language: what each takes, and how that is written. Plans, errors and completion read this one table. */

/** What a value is chosen from; `free`: nothing that could be listed. */
export type Takes = 'origin' | 'country' | 'tags' | 'mine' | 'tag' | 'class' | 'time' | 'state' | 'search' | 'portion' | 'free';

interface Field {
  readonly takes: Takes;
  /** Values as one writes them. */
  readonly examples: readonly string[];
}

const field = (takes: Takes, ...examples: readonly string[]): Field => ({ takes, examples });

export const FIELDS = {
  from: field('origin', 'arcadia', '"San Jose"'),
  origin: field('origin', 'arcadia', '"San Jose"'),
  country: field('country', 'spain'),
  to: field('free', 'secstate'),
  info: field('free', 'secdef'),
  tags: field('tags', 'SENV'),
  mine: field('mine', 'follow-up'),
  tag: field('tag', 'SENV', 'follow-up'),
  class: field('class', 'secret', '=secret', 'secret..'),
  date: field('time', '2009', '2008..2009-02', '2009-06..'),
  year: field('time', '2009', '2007..2009'),
  released: field('time', '2011-01', '2011-08..'),
  added: field('free', '7d', 'today', '2026-11..'),
  subject: field('free', 'drought', '"two words"', 'treat*'),
  body: field('free', 'drought', '"two words"', 'treat*'),
  note: field('free', 'gauge'),
  id: field('free', '09ARCADIA812', '09ARCADIA*'),
  cites: field('free', '09ARCADIA812'),
  citedby: field('free', '09ARCADIA812'),
  portion: field('portion', 'S'),
  size: field('free', '50k..', '..10k'),
  sections: field('free', '4..', '2'),
  is: field('state', 'unread'),
  has: field('state', 'refs'),
  kept: field('search'),
  skipped: field('search'),
  later: field('search'),
  undecided: field('search'),
  search: field('search'),
  seen: field('free', '7d', 'today'),
} as const satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof FIELDS;

export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

export const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);

/** What others call a field, and ours that is meant. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  about: 'subject',
  title: 'subject',
  subj: 'subject',
  text: 'body',
  content: 'body',
  sender: 'from',
  post: 'from',
  embassy: 'from',
  recipient: 'to',
  addressee: 'to',
  cc: 'info',
  ref: 'cites',
  refs: 'cites',
  reference: 'cites',
  references: 'cites',
  refers: 'cites',
  cited: 'citedby',
  quotedby: 'citedby',
  day: 'date',
  month: 'date',
  created: 'date',
  sent: 'date',
  before: 'date',
  after: 'date',
  since: 'date',
  until: 'date',
  published: 'released',
  imported: 'added',
  opened: 'seen',
  level: 'class',
  classification: 'class',
  secrecy: 'class',
  label: 'mine',
  state: 'is',
  status: 'is',
  length: 'size',
};

/** Marks of portions that a filter is likely to ask for. */
export const PORTIONS = ['U', 'SBU', 'C', 'C/NF', 'S', 'S/NF'] as const;
