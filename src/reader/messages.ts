/* What can happen to the reader, and what it asks of the world. Answers come back as messages; the number says to which question. */
import type { CableVersions, CatalogueRow, FacetName, FacetValue, KnownWord, ReferenceCount, Sort } from '../../store/corpus/corpus.ts';
import type { EventDraft } from '../../store/journal/events.ts';
import type { Plan, TextTerm } from '../../store/query/plan.ts';
import type { Excerpt } from './cable-text/make-excerpt.ts';
import type { ReferenceTree } from './effects/load-reference-tree.ts';
import type { Seen } from './screens/shown-cables.ts';
import type { Choice, LibraryNames, ReaderState, Tally } from './state.ts';
import type { Input, Size } from './terminal/terminal.ts';

/** What is copied of cables that are not open. */
export type CopiedOfRows = 'copy-link' | 'copy-chicago' | 'copy-bibtex';

export type Message =
  | { readonly kind: 'input'; readonly input: Input; readonly seen: Seen }
  | { readonly kind: 'resized'; readonly size: Size }
  /** `total` null: it follows. */
  | {
      readonly kind: 'rows';
      readonly asked: number;
      readonly from: number;
      readonly rows: readonly CatalogueRow[];
      readonly total: number | null;
    }
  | { readonly kind: 'total'; readonly asked: number; readonly total: number }
  | { readonly kind: 'values'; readonly asked: number; readonly values: readonly FacetValue[] }
  | {
      readonly kind: 'cable';
      readonly asked: number;
      readonly id: string;
      readonly found: CableVersions | null;
      readonly cites: readonly ReferenceCount[];
    }
  | { readonly kind: 'preview'; readonly id: string; readonly found: CableVersions | null }
  | {
      readonly kind: 'excerpts';
      readonly asked: number;
      readonly excerpts: ReadonlyMap<string, Excerpt | null>;
    }
  | { readonly kind: 'names'; readonly names: LibraryNames }
  | { readonly kind: 'months'; readonly asked: number; readonly values: readonly FacetValue[] }
  /** Why a filter finds nothing. */
  | {
      readonly kind: 'missing';
      readonly asked: number;
      readonly counts: readonly number[];
      readonly near: KnownWord | null;
    }
  | { readonly kind: 'citing'; readonly of: string; readonly rows: readonly CatalogueRow[] }
  | { readonly kind: 'references'; readonly of: string; readonly cites: readonly ReferenceCount[] }
  | { readonly kind: 'copied'; readonly what: CopiedOfRows; readonly rows: readonly CatalogueRow[] }
  | { readonly kind: 'tree'; readonly tree: ReferenceTree }
  | { readonly kind: 'handed-on'; readonly trouble: string | null; readonly done: string }
  | { readonly kind: 'choices'; readonly text: string; readonly choices: readonly Choice[]; readonly ofNewest: number | null }
  /** Rows from `from` on; `index` is the one that is undecided, or null. */
  | {
      readonly kind: 'next-undecided';
      readonly asked: number;
      readonly from: number;
      readonly rows: readonly CatalogueRow[];
      readonly index: number | null;
    }
  | { readonly kind: 'tally'; readonly asked: number; readonly tally: Tally }
  | { readonly kind: 'counts'; readonly counts: ReadonlyMap<string, number>; readonly timeline: ReaderState['timeline'] }
  | { readonly kind: 'journal-changed'; readonly cables: ReadonlySet<string> }
  | { readonly kind: 'ids'; readonly asked: number; readonly ids: readonly string[]; readonly by: string | null }
  | { readonly kind: 'adopted' }
  | { readonly kind: 'newer'; readonly cables: number }
  | { readonly kind: 'own-cables'; readonly cables: number }
  /** The editor was left. */
  | { readonly kind: 'edited'; readonly text: string | null; readonly trouble: string | null }
  | { readonly kind: 'tick' }
  | { readonly kind: 'failed'; readonly message: string };

export type Effect =
  | {
      readonly kind: 'load-rows';
      readonly asked: number;
      readonly plan: Plan;
      readonly sort: Sort;
      readonly from: number;
      readonly limit: number;
      /** While one types: rows are not held up by their number. */
      readonly rowsFirst?: boolean;
    }
  /** Rows to mark: every one, or those that a filter within the list names. */
  | { readonly kind: 'load-ids'; readonly asked: number; readonly plan: Plan; readonly by: string | null }
  | { readonly kind: 'load-values'; readonly asked: number; readonly plan: Plan; readonly by: FacetName }
  | { readonly kind: 'load-cable'; readonly asked: number; readonly id: string }
  /** After a moment without another one: scrolling does not open every cable on the way. */
  | { readonly kind: 'load-preview'; readonly id: string }
  /** One after the other, between keys; given up when another question was asked. `typing`: after a moment's rest, so that no letter waits. */
  | {
      readonly kind: 'load-excerpts';
      readonly asked: number;
      readonly ids: readonly string[];
      /** How many of them, from the first, are on the screen. */
      readonly onScreen: number;
      readonly terms: readonly TextTerm[];
      readonly typing: boolean;
    }
  | { readonly kind: 'load-names'; readonly generation: string }
  | { readonly kind: 'load-months'; readonly asked: number; readonly plan: Plan; readonly typing: boolean }
  | { readonly kind: 'load-missing'; readonly asked: number; readonly terms: readonly TextTerm[]; readonly typing: boolean }
  | { readonly kind: 'load-citing'; readonly id: string }
  | { readonly kind: 'load-references'; readonly id: string }
  /** What a copy of several cables is made of. */
  | { readonly kind: 'load-copied'; readonly what: CopiedOfRows; readonly ids: readonly string[] }
  | { readonly kind: 'load-tree'; readonly id: string }
  /** The text of cables on the standard input of a command, or in an editor, the screen lent; `version` of the one that is read. */
  | { readonly kind: 'hand-on'; readonly command: string | null; readonly ids: readonly string[]; readonly version: number }
  | { readonly kind: 'load-choices'; readonly text: string }
  | {
      readonly kind: 'find-undecided';
      readonly asked: number;
      readonly plan: Plan;
      readonly sort: Sort;
      readonly from: number;
      readonly step: 1 | -1;
      /** Looks from the other end too, where none is left in this direction. */
      readonly wrap: boolean;
      /** Begins after this cable, wherever it stands. */
      readonly after: string | null;
      readonly queue: string | null;
    }
  /** Verdicts in a list. After a moment without another one: keys come faster than they need be counted. */
  | { readonly kind: 'load-tally'; readonly asked: number; readonly plan: Plan; readonly queue: string | null }
  | { readonly kind: 'load-counts'; readonly queries: readonly (readonly [key: string, plan: Plan])[] }
  | { readonly kind: 'record'; readonly drafts: readonly EventDraft[] }
  | { readonly kind: 'undo'; readonly action: string }
  | { readonly kind: 'redo'; readonly action: string }
  | { readonly kind: 'copy'; readonly text: string }
  /** In the person's own editor, which has the terminal meanwhile. */
  | { readonly kind: 'edit'; readonly text: string }
  | { readonly kind: 'adopt' }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'quit' };

/** What a message leads to. */
export interface Step<S> {
  readonly state: S;
  readonly effects: readonly Effect[];
}
