/* Everything the reader shows follows from this value, the journal's projections and the size of the terminal. */
import type { Cable, FoundCable, Span } from '../../store/cable/cable.ts';
import type { CatalogueRow, CorpusInfo, FacetName, FacetValue, KnownWord, ReferenceCount, Sort } from '../../store/corpus/corpus.ts';
import type { Via } from '../../store/journal/personal.ts';
import type { Plan, TextTerm } from '../../store/query/plan.ts';
import type { Line } from '../text/line.ts';
import type { Excerpt } from './cable-text/make-excerpt.ts';
import type { CommandId } from './keys/keymap.ts';
import type { Size } from './terminal/terminal.ts';
import type { FilterCompletion } from './update/prompt/complete-filter.ts';
import type { NotePlace } from './update/write/take-note.ts';

export interface HomeView {
  readonly kind: 'home';
  /** Key of the row under the cursor; null: the first. */
  readonly at: string | null;
  readonly top: number;
}

export interface ValuesView {
  readonly kind: 'values';
  readonly title: string;
  readonly by: FacetName;
  /** The filter a chosen value is put into: `from:`. */
  readonly field: string;
  /** What all of it is narrowed to: `date:2009`. */
  readonly scope: string;
  readonly values: readonly FacetValue[] | null;
  /** Letters that narrow the values. */
  readonly narrow: string;
  readonly order: 'count' | 'name';
  readonly cursor: number;
  readonly top: number;
}

export interface ListView {
  readonly kind: 'list';
  readonly title: string;
  readonly query: string;
  readonly plan: Plan;
  readonly terms: readonly TextTerm[];
  /** The filter in words: `water AND treaty`. */
  readonly understood: string;
  /** The saved search whose verdicts it shows. */
  readonly question: string | null;
  readonly sort: Sort;
  readonly total: number | null;
  /** Rows by index, where they are known: a window around the cursor. */
  readonly rows: ReadonlyMap<number, CatalogueRow>;
  readonly cursor: number;
  readonly top: number;
  readonly marked: ReadonlySet<string>;
  /** Rows that one decided about or read since they were asked for: they stay where they are until the list is refreshed. */
  readonly held: readonly string[];
  /** The cable to put the cursor on when rows come: after a refresh, or where one goes on. */
  readonly seek: string | null;
  /** Number of the question asked last; answers to others are stale. */
  readonly asked: number;
  /** Number of the question these rows answer: less than `asked` while an answer is on its way, and the last good rows stay. */
  readonly answered: number;
  /** The filter with its last word as a beginning: what one saw while typing, asked again where the whole word is found nowhere. */
  readonly elseBeginning: string | null;
  /** How many cables that had; null where it is not known, or has been told. */
  readonly beginningHas: number | null;
  /** Lines of text below the rows: null where the width decides. */
  readonly excerptsShown: boolean | null;
  /** By id, with the number of the question; those of earlier questions are shown until better ones come. */
  readonly excerpts: ReadonlyMap<string, { readonly asked: number; readonly excerpt: Excerpt | null }>;
  /** Cables by month of creation, with the number of the question. */
  readonly months: { readonly asked: number; readonly values: readonly FacetValue[] } | null;
  /** Why nothing was found, with the number of the question: how many cables have each term, and what the first that none has may have meant. */
  readonly missing: { readonly asked: number; readonly counts: readonly number[]; readonly near: KnownWord | null } | null;
  /** The cable shown below the rows: its id at once, its text when it has come; null: no preview. */
  readonly preview: { readonly id: string | null; readonly cable: Cable | null } | null;
  /** Verdicts given to cables of this list, for its question; null before triage asked for them. */
  readonly tally: Tally | null;
  /** Triage goes on in it as soon as its rows are there. */
  readonly goOn: boolean;
  /** A cable that one goes on reading, and its paragraph (1-based): it is opened as soon as the rows are there. */
  readonly continueAt: { readonly id: string; readonly para: number; readonly via: Via } | null;
  /** The row under the cursor is opened as soon as the rows are there: enter came in one chunk with the filter. */
  readonly opening: boolean;
}

export interface Tally {
  readonly kept: number;
  readonly skipped: number;
  readonly later: number;
}

export interface CableView {
  readonly kind: 'cable';
  readonly id: string;
  readonly found: readonly FoundCable[] | null;
  readonly version: number;
  readonly cable: Cable | null;
  readonly cites: readonly ReferenceCount[];
  readonly top: number;
  /** 0-based paragraph under the cursor, or null above the first. */
  readonly paragraph: number | null;
  readonly unfolded: boolean;
  readonly received: boolean;
  readonly shift: number;
  readonly find: { readonly text: string; readonly hits: readonly Span[]; readonly at: number } | null;
  /** It was come to with `n` or `N` past the hits of another cable: where it has none, the way goes on. */
  readonly seekHits: 1 | -1 | null;
  readonly via: Via;
  /** Its place in the list below, for J and K. */
  readonly index: number | null;
  readonly triage: boolean;
  /** Summary, hits and comment instead of the whole text. */
  readonly digest: boolean;
  /** Milliseconds since 1970: when it was opened, and up to when reading was recorded. */
  readonly openedAt: number;
  readonly recordedAt: number;
  /** Where to go once it is loaded: paragraph ordinal, site anchor, or null for where one stopped. */
  readonly goTo: string | null;
}

export type ThingsKind =
  | 'bookmarks'
  | 'tags'
  | 'notes'
  | 'searches'
  | 'undo'
  | 'history'
  | 'outline'
  | 'references'
  | 'cited-by'
  | 'tree'
  | 'articles'
  | 'places';

/** A row of a short list: what it says and where it leads. */
export interface Thing {
  readonly line: Line;
  readonly target: Target | null;
  /** The cable it is about, for deciding keys. */
  readonly cable: string | null;
  /** The action it shows, for undo. */
  readonly action: string | null;
  /** A heading that the cursor passes over. */
  readonly heading: boolean;
  /** The personal tag it is, for renaming. */
  readonly tag?: string;
}

export interface ThingsView {
  readonly kind: 'things';
  readonly what: ThingsKind;
  readonly title: string;
  /** The cable it belongs to. */
  readonly of: string | null;
  readonly things: readonly Thing[];
  readonly narrow: string;
  readonly cursor: number;
  readonly top: number;
}

export interface TextView {
  readonly kind: 'text';
  readonly title: string;
  readonly lines: readonly Line[];
  readonly top: number;
  /** It compares the cable below with another version of its text: which one. */
  readonly compares?: number;
}

export type View = HomeView | ValuesView | ListView | CableView | ThingsView | TextView;

/** Where a row leads. */
export type Target =
  | { readonly to: 'list'; readonly title: string; readonly query: string; readonly sort?: Sort; readonly question?: string | null }
  | { readonly to: 'values'; readonly title: string; readonly by: FacetName; readonly field: string; readonly scope: string }
  | { readonly to: 'cable'; readonly id: string; readonly goTo: string | null; readonly via: Via }
  | { readonly to: 'things'; readonly what: ThingsKind; readonly of: string | null }
  | { readonly to: 'paragraph'; readonly index: number }
  | { readonly to: 'clipboard'; readonly text: string }
  | { readonly to: 'understanding' | 'continue' | 'home' }
  | { readonly to: 'command'; readonly command: CommandId };

export type PromptKind =
  | 'narrow'
  | 'find'
  | 'tag'
  | 'note'
  | 'because'
  | 'until'
  | 'confirm'
  | 'label'
  | 'mark'
  | 'rename'
  | 'pipe'
  | 'save'
  | 'box';

export interface Prompt {
  readonly kind: PromptKind;
  /** Stands before what is typed: `tag `. */
  readonly ask: string;
  readonly text: string;
  /** UTF-16 offset in the text. */
  readonly cursor: number;
  /** What entering it goes on with: the command, the cables, the view before. */
  readonly command: CommandId;
  readonly cables: readonly string[];
  /** The tag that is renamed. */
  readonly tag?: string;
  /** The view as it was, put back by cancelling. */
  readonly before: View | null;
  readonly choices: readonly Choice[];
  readonly choice: number;
  /** The text the choices belong to; null before the first came. */
  readonly choicesFor: string | null;
  /** The cables among them are the best of so many, the newest; null: of all. */
  readonly ofNewest: number | null;
  /** Enter was pressed before they had come. */
  readonly entered: boolean;
  readonly error: string | null;
  /** What may be typed next in a filter; null in other prompts. */
  readonly completion: FilterCompletion | null;
  /** How far back in what was typed before, 0 the last; -1: `draft`, what is typed now. */
  readonly history: number;
  readonly draft: string;
}

/** A row of the box. */
export interface Choice {
  readonly name: string;
  readonly detail: string;
  readonly key: string;
  readonly target: Target | null;
  /** Why it cannot run now, or null. */
  readonly disabled: string | null;
}

export interface Status {
  readonly text: string;
  readonly tone: 'done' | 'plain' | 'bad';
  /** Shows that z takes it back. */
  readonly undo: boolean;
}

/** Text alone on the screen, from the left edge, for the mouse to select. */
export interface PlainText {
  readonly text: string;
  readonly top: number;
}

export interface ReaderState {
  readonly size: Size;
  /** The last one is shown. */
  readonly views: readonly View[];
  /** Cables gone back from with H. */
  readonly forward: readonly View[];
  readonly prompt: Prompt | null;
  /** Stands before everything else until a key. */
  readonly plain: PlainText | null;
  /** What was copied last, for showing it plain. */
  readonly copied: string | null;
  /** Keys of a sequence begun, and a count. */
  readonly pending: string;
  readonly count: string;
  readonly status: Status | null;
  readonly info: CorpusInfo;
  readonly library: {
    readonly name: string;
    readonly sample: boolean;
    readonly readOnly: boolean;
    readonly at: string | null;
    /** An import was running when it was opened. */
    readonly growing: boolean;
  };
  /** Numbers of questions asked of the corpus. */
  readonly asked: number;
  /** A search that was entered: it is recorded with its hits when they are known. Number of the question. */
  readonly searched: number | null;
  /** Questions and their counts on Home. */
  readonly counts: ReadonlyMap<string, number>;
  /** Cables by year of creation and by day of release, for the figures on Home. */
  readonly timeline: { readonly years: readonly FacetValue[]; readonly released: readonly FacetValue[] };
  readonly newer: number;
  /** Cables of the own library, where the sample is shown in its place. */
  readonly ownCables: number;
  /** What filters may name, most frequent first; null before it was asked for. */
  readonly names: LibraryNames | null;
  readonly trouble: string | null;
  /** How fast verdicts were given in triage: their number, the milliseconds between them, and when the last one was (ms since 1970). */
  readonly pace: { readonly verdicts: number; readonly ms: number; readonly at: number | null };
  /** A decision of an earlier evening that `z` has named: pressed again, it takes it back. */
  readonly named: string | null;
  /** The last decision, for `.`: its tags or its day as typed, its reason. */
  readonly last: { readonly command: CommandId; readonly text: string; readonly because: string } | null;
  /** Deciding keys dropped in a row, since what they were about was not shown yet. */
  readonly dropped: number;
  /** Queries and tag changes typed before, newest last. */
  readonly typed: Readonly<Partial<Record<PromptKind, readonly string[]>>>;
  /** The note that is open in an editor. */
  readonly editing: NotePlace | null;
  readonly quitting: boolean;
}

export interface LibraryNames {
  /** Of the index they come from. */
  readonly generation: string;
  readonly origins: readonly FacetValue[];
  readonly countries: readonly FacetValue[];
  readonly tags: readonly FacetValue[];
  readonly years: readonly FacetValue[];
}

export const currentView = (state: ReaderState): View => state.views.at(-1)!;

/** The same state with another current view. */
export function withView(state: ReaderState, view: View): ReaderState {
  return { ...state, views: [...state.views.slice(0, -1), view] };
}

/** Whether what the current view is about is still on its way: its rows, its values. */
export function lacksAnswer(state: ReaderState): boolean {
  const view = currentView(state);
  if (state.prompt !== null) return false;
  if (view.kind === 'values') return view.values === null;
  if (view.kind !== 'list') return false;
  return view.answered < view.asked || ((view.total ?? 0) > 0 && !view.rows.has(view.cursor));
}
