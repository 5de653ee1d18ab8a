/* The read side of the journal: what screens and commands ask of it. Served from projections in memory; every answer is
 * immediate and does no I/O.
 */

export type Verdict = 'kept' | 'skipped' | 'later';

/** How one came to it: for `why` and for the ledger. */
export interface Via {
  readonly query?: string;
  /** Id of the saved search. */
  readonly search?: string;
  /** The cable one came from. */
  readonly from?: string;
  readonly jump?: string;
  /** Paragraph ordinal (1-based) of the hit one landed on. */
  readonly hit?: number;
}

/** All that a list row shows of the person's own. */
export interface CableMark {
  readonly verdict: Verdict | null;
  /** ISO instant from which a deferred cable is undecided again. */
  readonly until: string | null;
  /** Words of the deferral as typed: `fri`. */
  readonly words: string | null;
  readonly because: string | null;
  /** A due `later`. */
  readonly due: boolean;
  /** Verdicts of other questions: id of the search or null, and the verdict. */
  readonly elsewhere: readonly { readonly queue: string | null; readonly verdict: Verdict }[];
  readonly read: boolean;
  readonly opened: boolean;
  readonly tags: readonly string[];
  readonly bookmarks: number;
  readonly notes: number;
}

export interface Place {
  readonly cable: string;
  /** Paragraph ordinal, 1-based, and how many there were. */
  readonly para: number;
  readonly of: number;
  /** Milliseconds spent on it, all visits. */
  readonly ms: number;
  /** ISO wall time with offset. */
  readonly at: string;
  readonly via: Via;
}

/** A verdict about one cable of a list. */
export interface VerdictPlace {
  readonly cable: string;
  /** The question it was given for, and the filter of the list. */
  readonly queue: string | null;
  readonly query: string | null;
  /** ISO wall time with offset. */
  readonly at: string;
}

export interface Bookmark {
  readonly id: string;
  readonly cable: string;
  readonly para: number | null;
  readonly quote: string | null;
  readonly label: string | null;
  readonly at: string;
}

export interface Note {
  readonly id: string;
  readonly cable: string;
  readonly para: number | null;
  readonly quote: string | null;
  readonly text: string;
  readonly draft: boolean;
  readonly at: string;
  /** Event id of this version: what the next version is based on. */
  readonly version: string;
  /** Other texts written at the same time elsewhere, which nobody has merged yet. */
  readonly conflicts: readonly string[];
  /** Event ids of this version and of the conflicting ones: what a text that merges them all replaces. */
  readonly replaces: readonly string[];
}

export interface Search {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  /** The import run up to which it was looked through. */
  readonly looked: number | null;
  readonly at: string;
}

export interface TagCount {
  readonly tag: string;
  readonly count: number;
  readonly lastUsed: string;
}

/** One line of history or log: one event, or reading joined into one visit. */
export interface HistoryLine {
  readonly event: string;
  readonly action: string;
  /** ISO wall time with offset. */
  readonly at: string;
  readonly device: string;
  readonly type: string;
  /** One or more ids; empty for actions without a cable. */
  readonly cables: readonly string[];
  /** Past tense, one word: `read`, `tagged`, `skipped`. */
  readonly verb: string;
  /** The rest, in words: `+follow-up`, `to ¶14, 6 min`, `for border`. */
  readonly detail: string;
  readonly via: Via;
  readonly because: string | null;
  readonly undone: boolean;
  readonly undoable: boolean;
}

export interface HistoryFilter {
  /** ISO instants, both ends included. */
  readonly since?: string;
  readonly until?: string;
  readonly cable?: string;
  readonly type?: string;
  /** Its id or the beginning of it, or its name. */
  readonly device?: string;
  /** Only decisions, only reading, or both. */
  readonly stream?: 'decisions' | 'reading';
  readonly limit?: number;
}

export interface PersonalCounts {
  readonly read: number;
  readonly kept: number;
  readonly skipped: number;
  readonly later: number;
  readonly due: number;
  readonly bookmarks: number;
  readonly tags: number;
  readonly notes: number;
  /** Distinct cables opened, hours and days of reading. */
  readonly opened: number;
  readonly readingMs: number;
  readonly readingDays: number;
}

export interface UndoStep {
  readonly action: string;
  /** Short unique prefix-like name to type: `cables undo 3f2a`. */
  readonly handle: string;
  readonly at: string;
  readonly device: string;
  /** `tagged 09ARCADIA812 +follow-up`. */
  readonly summary: string;
  readonly cables: readonly string[];
  readonly undone: boolean;
}

export interface Personal {
  /** `queue`: the question (saved search id) whose verdicts are asked for, null for none. */
  mark(cable: string, queue: string | null): CableMark;
  /** Where reading of this cable stopped. */
  place(cable: string): Place | null;
  /** The last cable read and how one came to it. */
  lastPlace(): Place | null;
  /** Where deciding one after the other stopped; null where nothing was decided so. */
  lastVerdict(): VerdictPlace | null;
  tags(): readonly TagCount[];
  bookmarks(cable?: string): readonly Bookmark[];
  notes(cable?: string): readonly Note[];
  searches(): readonly Search[];
  /** Newest first. */
  history(filter: HistoryFilter): readonly HistoryLine[];
  /** Days on which something was read: `2026-11-24` -> number of cables. */
  calendar(): ReadonlyMap<string, number>;
  /** What a device is called; its id where nobody named it. */
  deviceName(id: string): string;
  /** Newest first; undone ones included so that they can be redone. */
  undoList(limit: number): readonly UndoStep[];
  /** One of them. */
  undoStep(action: string): UndoStep;
  /** Its handle alone: lines of a log are many. */
  undoHandle(action: string): string;
  counts(): PersonalCounts;
  /** Ids for a personal predicate of a plan. `seen`: value is an ISO instant since which; `mine`: a tag (hierarchy by `/`);
   * `tagged`: that very tag, or null for any; `note`: words. */
  ids(predicate: string, queue: string | null, value: string | null): ReadonlySet<string>;
}
