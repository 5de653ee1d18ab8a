/* Saved searches (questions), and searches that were run. Pure; nothing where nothing changes. */
import type { EventDraft } from '../events.ts';
import type { Personal } from '../personal.ts';

export interface SearchInput {
  readonly name: string;
  readonly query: string;
  /** The saved search this changes; without one it is found by its name, or made. */
  readonly search?: string;
}

export function saveSearch(personal: Personal, input: SearchInput): EventDraft[] {
  const name = input.name.trim();
  if (name === '') return [];
  const searches = personal.searches();
  const there = searches.find((saved) => (input.search === undefined ? saved.name === name : saved.id === input.search));
  if (there?.name === name && there.query === input.query) return [];
  const search = input.search ?? there?.id ?? nameSearch(new Set(searches.map(({ id }) => id)), name);
  return [{ type: 'search.saved', data: { search, name, query: input.query } }];
}

export function removeSearch(personal: Personal, { search }: { readonly search: string }): EventDraft[] {
  return personal.searches().some(({ id }) => id === search) ? [{ type: 'search.removed', data: { search } }] : [];
}

/** The cables of a search were looked through up to this import run. */
export function lookThrough(personal: Personal, { search, run }: { readonly search: string; readonly run: number }): EventDraft[] {
  const there = personal.searches().find(({ id }) => id === search);
  return there && there.looked !== run ? [{ type: 'search.looked', data: { search, run } }] : [];
}

/** On enter, or on opening a hit; never per key. */
export function runSearch(_personal: Personal, input: { readonly query: string; readonly hits: number }): EventDraft[] {
  const query = input.query.trim();
  return query === '' ? [] : [{ type: 'search.run', data: { query, hits: input.hits } }];
}

/** A question of the same name is the same question on every machine: its id is made of its name. */
function nameSearch(taken: ReadonlySet<string>, name: string): string {
  const plain =
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '') || 'search';
  let id = plain;
  for (let count = 2; taken.has(id); count += 1) id = `${plain}-${count}`;
  return id;
}
