/* The write side of the journal: one object a process, opened on a library's `journal/` folder.
 *
 *     decide (pure)  ──drafts──▶  record  ──write()──▶  file of this writer's slot
 *                                    └────fold────────▶  projections (Personal), listeners told
 */
import type { EventDraft } from './events.ts';
import type { Personal } from './personal.ts';

/** What a person must know about their journal right now; null while all is well. */
export interface JournalTrouble {
  /** Full sentence: what happened, what is safe, what to type. */
  readonly message: string;
  /** Events kept in memory because they could not be written yet. */
  readonly waiting: number;
}

export interface JournalOptions {
  /** The library folder. */
  readonly folder: string;
  /** Open without ever writing: read-only commands, `--at`. No slot is claimed, nothing is created. */
  readonly readOnly: boolean;
  /** ISO instant: the journal as it was then. Implies readOnly. */
  readonly at?: string;
  /** For tests and other hosts: milliseconds since 1970, minutes east of UTC, what tells this machine from others. */
  readonly now?: () => number;
  readonly offset?: (ms: number) => number;
  readonly machine?: string;
  /** What this device is called in `why` and `log`, where it is used for the first time: the host's name. */
  readonly deviceName?: string;
  /** How many events make a new snapshot worth writing at close; 5,000 where it is left out. */
  readonly snapshotAfter?: number;
}

export interface Undoable {
  readonly action: string;
  /** Decided in this window, not before it was opened. */
  readonly here: boolean;
}

export interface Journal {
  readonly personal: Personal;
  /** Grows with every change of the projections, from here or from another writer. */
  readonly revision: number;
  readonly trouble: JournalTrouble | null;
  /** Problems met while reading the files (damaged lines, newer versions), for `doctor` and one line at start. */
  readonly findings: readonly string[];
  readonly device: string;
  /**
   * Appends the drafts as one action and folds them. Returns the action's id, or null where there was nothing to record
   * or the journal is read-only. Never throws for a full or vanished disk: see `trouble`.
   */
  record(drafts: readonly EventDraft[]): string | null;
  /** Takes an action back (or, given the action of an undo, redoes it). Null when already so. */
  undo(action: string): string | null;
  /** Takes several actions back as one: its undo brings all of them again. Null where none stands. */
  undoAll(actions: readonly string[]): string | null;
  /** The actions that this undo took back. */
  takenBackBy(undo: string): readonly string[];
  /** What the undo of this action took back, with it: all that a redo of it brings again. */
  takenBackWith(action: string): readonly string[];
  /** Takes back every undo of this action. Null where it is not undone. */
  redo(action: string): string | null;
  /** Actions whose handle (see `UndoStep`) begins so. */
  resolveHandle(handle: string): readonly string[];
  /** The last decision of this window that is not undone; else, after a restart, the last of this device. */
  lastUndoable(): Undoable | null;
  /** The last undo of this window that can itself be taken back. */
  lastRedoable(): string | null;
  /** Called after the projections changed; `remote` when another writer's events came in. */
  onChange(listener: (change: { readonly remote: boolean; readonly cables: ReadonlySet<string> }) => void): () => void;
  /** Everything written so far is on disk when it resolves. */
  flush(): Promise<void>;
  /** Flushes, writes the snapshot if worth it, frees the slot. */
  close(): Promise<void>;
}
