/* What may be typed next on the command line: verbs, options and their values, ids, tags, filters. The shells' scripts ask this at each tab. */
import { completeQuery, type QueryNames } from '../../../store/query/complete-query.ts';
import type { Command } from '../command.ts';
import { commonOptions } from '../command.ts';
import { MARKS } from '../mark-named.ts';

export interface Candidate {
  readonly value: string;
  readonly detail?: string;
}

/** The shell completes file names itself. */
export const FILES: Candidate = { value: ':files' };

/** What is asked of the library; nothing is opened before. */
export interface Names {
  /** Ids that begin so. */
  ids(begun: string): Promise<readonly Candidate[]>;
  ownTags(): Promise<readonly Candidate[]>;
  searches(): Promise<readonly Candidate[]>;
  devices(): Promise<readonly Candidate[]>;
  /** Handles of decisions, newest first. */
  handles(undone: boolean): Promise<readonly Candidate[]>;
  /** Names that a filter's last word may need. */
  query(field: string): Promise<QueryNames>;
}

export interface Asked {
  /** Words after `cables`, the last of them begun; it may be empty. */
  readonly words: readonly string[];
  readonly verbs: readonly string[];
  loadCommand(verb: string): Promise<Command | null>;
  readonly names: Names;
}

type Kind = 'query' | 'ref' | 'files' | 'none' | 'undone' | 'done' | readonly string[];

/** What stands behind a verb: its first word, then the others. */
const TAKES: Readonly<Record<string, readonly [first: Kind, others: Kind]>> = {
  open: ['query', 'query'],
  list: ['query', 'query'],
  count: ['query', 'query'],
  stats: ['query', 'query'],
  show: ['ref', 'none'],
  why: ['ref', 'none'],
  bookmark: ['ref', 'none'],
  note: ['ref', 'none'],
  tag: ['query', 'query'],
  bookmarks: ['query', 'query'],
  notes: ['query', 'query'],
  history: ['ref', 'none'],
  log: ['ref', 'none'],
  mark: [MARKS, 'query'],
  undo: ['done', 'none'],
  redo: ['undone', 'none'],
  export: [['bookmarks', 'notes', 'list', 'ledger'], 'query'],
  import: ['files', 'files'],
  sync: ['files', 'none'],
  journal: [['verify', 'forget'], 'none'],
  config: [['check', 'example', 'schema'], 'none'],
  completion: [['bash', 'zsh', 'fish'], 'none'],
};

const TOPICS = ['commands', 'cables', 'tags', 'keys', 'filters'];

/** Values of options, by the option's name. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  sort: ['newest', 'oldest', 'released', 'origin', 'subject', 'relevance'],
  by: ['origin', 'country', 'tag', 'class', 'year', 'month', 'mine'],
  format: ['md', 'json', 'csv', 'bibtex', 'csl-json', 'chicago'],
  fields: ['id', 'created', 'released', 'classification', 'origin', 'subject', 'tags', 'versions', 'size'],
  until: ['tomorrow', '3d', 'fri', 'next month'],
  since: ['yesterday', '7d', 'today'],
  at: ['yesterday', '7d'],
  type: [
    'cable.kept',
    'cable.skipped',
    'cable.deferred',
    'cable.reset',
    'tag.added',
    'tag.removed',
    'bookmark.added',
    'note.written',
    'cable.read',
  ],
};

export async function completeWords({ words, verbs, loadCommand, names }: Asked): Promise<readonly Candidate[]> {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const first = firstWord(before);
  const at = verbs.includes(before[first] ?? '') ? first : -1;
  const verb = at === -1 ? 'open' : before[at]!;
  const command = await loadCommand(verb);
  const options: Command['options'] = { ...commonOptions, ...command?.options };
  const free = before.includes('--');
  const option = free ? undefined : /^--(.+)/.exec(before.at(-1) ?? '')?.[1];
  if (option !== undefined && isKey(options, option) && options[option]?.type !== 'boolean')
    return matching(await valuesOf(option), current);
  if (!free && /^--?$|^--/.test(current) && !(verb === 'tag' && current === '-')) {
    const all = Object.entries(options).map(([name, { describe }]) => ({
      value: name.length === 1 ? `-${name}` : `--${name}`,
      detail: String(describe),
    }));
    return matching(all, current);
  }
  if (first === before.length) {
    const named = matching(
      verbs.map((value) => ({ value })),
      current,
    );
    return named.length > 0 && current !== '' ? named : [...named, ...(await completeFilter(current))];
  }
  if (verb === 'tag' && !free && /^[+-]/.test(current)) {
    const tags = await names.ownTags();
    return matching(
      tags.map(({ value, detail }) => ({ value: `${current[0]}${value}`, ...(detail !== undefined && { detail }) })),
      current,
    );
  }
  if (verb === 'help')
    return matching(
      [...verbs, ...TOPICS].map((value) => ({ value })),
      current,
    );
  const [next, others] = TAKES[verb] ?? ['none', 'none'];
  const nth = before.slice(at + 1).filter((word) => !word.startsWith('-')).length;
  return ofKind(nth === 0 ? next : others);

  async function ofKind(kind: Kind): Promise<readonly Candidate[]> {
    if (typeof kind !== 'string')
      return matching(
        kind.map((value) => ({ value })),
        current,
      );
    switch (kind) {
      case 'query':
        return completeFilter(current);
      case 'ref':
        return names.ids(current);
      case 'files':
        return [FILES];
      case 'done':
      case 'undone':
        return matching(await names.handles(kind === 'undone'), current);
      case 'none':
        return [];
    }
  }

  async function completeFilter(word: string): Promise<readonly Candidate[]> {
    const [, sign = '', field = '', value] = /^(-?)([a-z]*)(?::(.*))?$/i.exec(word) ?? [];
    if (value !== undefined && ['id', 'cites', 'citedby'].includes(field))
      return (await names.ids(value)).map((id) => ({ ...id, value: `${sign}${field}:${id.value}` }));
    if (/^\d/.test(word)) return names.ids(word);
    const { options } = completeQuery(word, word.length, await names.query(value === undefined ? '' : field));
    return options.map(({ text, detail }) => ({ value: `${sign}${inShell(text)}`, detail }));
  }

  async function valuesOf(name: string): Promise<readonly Candidate[]> {
    if (name === 'store' || name === 'corpus' || name === 'config') return [FILES];
    if (name === 'for') return names.searches();
    if (name === 'cable') return names.ids(current);
    if (name === 'device') return names.devices();
    const before = name === 'fields' ? current.slice(0, current.lastIndexOf(',') + 1) : '';
    return (VALUES[name] ?? []).map((value) => ({ value: before + value }));
  }
}

/** Index of the first word that is no option and no option's value; the length where there is none yet. */
function firstWord(before: readonly string[]): number {
  for (let i = 0; i < before.length; i++) {
    const word = before[i]!;
    if (!word.startsWith('-')) return i;
    if (isKey(commonOptions, word.slice(2)) && commonOptions[word.slice(2) as keyof typeof commonOptions].type === 'string') i += 1;
  }
  return before.length;
}

const isKey = (object: object, name: string): boolean => Object.hasOwn(object, name);

/** `:files` always stays. */
const matching = (all: readonly Candidate[], begun: string): readonly Candidate[] =>
  all.filter((candidate) => candidate === FILES || candidate.value.startsWith(begun));

/** An origin as one word, as codes in ids are: `from:"Embassy San Jose"` -> `from:sanjose`. Nothing that a shell would have to quote. */
function inShell(text: string): string {
  const [, field, quoted] = /^((?:from|origin):)"(.+)"$/.exec(text) ?? [];
  if (quoted === undefined) return text;
  return `${field}${quoted
    .split(/\s+/)
    .slice(1)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()}`;
}
