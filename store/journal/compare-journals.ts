/* What changed between two moments of a journal: tags, verdicts, bookmarks, notes, questions. */
import type { Journal } from './journal.ts';
import type { Note } from './personal.ts';
import type { CableState } from './projections/cable-fold.ts';
import { PersonalView } from './projections/personal-view.ts';

export interface Difference {
  readonly kind: 'tag' | 'verdict' | 'bookmark' | 'note' | 'search';
  /** Null for a saved search. */
  readonly cable: string | null;
  /** Which: the tag, the question's name (empty outside of any), `¶2`, the search's name. */
  readonly which: string;
  /** Null: there was none, there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** In the order of the cables' ids; searches last. Both opened on the same library, one or both with `at`. */
export function compareJournals(before: Journal, after: Journal): Difference[] {
  const [old, now] = [before.personal, after.personal];
  if (!(old instanceof PersonalView && now instanceof PersonalView)) return [];
  const differences: Difference[] = [];
  const compare = (
    kind: Difference['kind'],
    cable: string | null,
    left: ReadonlyMap<string, string>,
    right: ReadonlyMap<string, string>,
  ): void => {
    for (const which of new Set([...left.keys(), ...right.keys()])) {
      const [was, is] = [left.get(which) ?? null, right.get(which) ?? null];
      if (was !== is) differences.push({ kind, cable, which, before: was, after: is });
    }
  };
  for (const cable of [...new Set([...old.ledger.cables.keys(), ...now.ledger.cables.keys()])].sort()) {
    const [was, is] = [old.ledger.cable(cable)?.state, now.ledger.cable(cable)?.state];
    compare('tag', cable, tagsOf(was), tagsOf(is));
    compare('verdict', cable, verdictsOf(was, now), verdictsOf(is, now));
    compare('bookmark', cable, bookmarksOf(old, cable), bookmarksOf(now, cable));
    compare('note', cable, notesOf(old, cable), notesOf(now, cable));
  }
  compare('search', null, searchesOf(old), searchesOf(now));
  return differences;
}

function tagsOf(state: CableState | null | undefined): Map<string, string> {
  return new Map([...(state?.tags ?? [])].filter(([, { on }]) => on).map(([tag]) => [tag, tag]));
}

function verdictsOf(state: CableState | null | undefined, { names }: PersonalView): Map<string, string> {
  const verdicts = new Map<string, string>();
  for (const [queue, { verdict, words, until }] of state?.verdicts ?? []) {
    const when = verdict === 'later' && (words ?? until) ? ` until ${words ?? until}` : '';
    if (verdict) verdicts.set(queue === null ? '' : (names.search(queue) ?? queue), `${verdict}${when}`);
  }
  return verdicts;
}

function bookmarksOf(view: PersonalView, cable: string): Map<string, string> {
  return new Map(view.bookmarks(cable).map(({ para, label }) => [placeOf(para), label ?? '']));
}

function notesOf(view: PersonalView, cable: string): Map<string, string> {
  const texts = (note: Note): string => [note.text, ...note.conflicts].join('\n');
  return new Map(view.notes(cable).map((note) => [note.id, texts(note)]));
}

function searchesOf(view: PersonalView): Map<string, string> {
  return new Map(view.searches().map(({ name, query }) => [name, query]));
}

const placeOf = (para: number | null): string => (para === null ? '' : `¶${para}`);
