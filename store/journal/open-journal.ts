/* A library's journal, opened: files below, projections above.
 *
 *     record ──▶ stamp (clock) ──▶ ledger (folded when asked) ──▶ listeners
 *                     └──▶ recorder (slot, files, sync)
 *     other writers' files ──tail reader──▶ ledger ──▶ listeners, remote
 */
import { join } from 'node:path';
import type { EventDraft, JournalEvent } from './events.ts';
import { deleteForgotten } from './forget-reading.ts';
import type { Journal, JournalOptions, JournalTrouble, Undoable } from './journal.ts';
import { checkDraft, prepareChecks } from './log/check-draft.ts';
import { machineId, readDevice } from './log/device.ts';
import { describeFindings } from './log/findings.ts';
import { followJournal } from './log/follow.ts';
import { type Clock, formatHlc, observe, START, tick } from './log/hlc.ts';
import { stampDraft } from './log/line.ts';
import { Recorder } from './log/recorder.ts';
import { TailReader } from './log/tail-reader.ts';
import { VERSIONS } from './log/upcast.ts';
import { formatWallTime } from './log/wall-time.ts';
import { Ledger } from './projections/ledger.ts';
import { PersonalView } from './projections/personal-view.ts';
import { isDecision, isReading } from './projections/subjects.ts';
import { readSnapshot, takeSnapshot } from './snapshot/snapshot.ts';
import { loadSnapshot, saveSnapshot } from './snapshot/snapshot-file.ts';

type Listener = Parameters<Journal['onChange']>[0];
const SNAPSHOT_AFTER = 5_000;
const NO_CABLES: ReadonlySet<string> = new Set();

/** Opens the journal of a library. Reads every file; creates nothing before the first event. Never throws for what it finds on disk. */
export function openJournal(options: JournalOptions): Journal {
  return new LibraryJournal(options);
}

class LibraryJournal implements Journal {
  readonly personal: PersonalView;
  private readonly options: JournalOptions;
  private readonly ledger = new Ledger();
  private readonly files: TailReader;
  private readonly recorder: Recorder | null;
  private readonly machine: string;
  private readonly now: () => number;
  private readonly listeners = new Set<Listener>();
  private clock: Clock = START;
  /** Ids of this window's decisions and undos, oldest first. */
  private readonly decisions: string[] = [];
  private readonly undos: string[] = [];
  private readonly recorded: JournalEvent[] = [];
  private firstOwn: string | null = null;
  private following: { stop(): void } | null = null;
  /** Events since the snapshot. */
  private takenIn = 0;
  private troubles = 0;
  private closed = false;

  constructor(options: JournalOptions) {
    this.options = options;
    this.now = options.now ?? Date.now;
    this.machine = options.machine ?? machineId();
    this.files = new TailReader(join(options.folder, 'journal'));
    const readOnly = options.readOnly || options.at !== undefined;
    this.recorder = readOnly
      ? null
      : new Recorder(options.folder, {
          machine: this.machine,
          now: this.now,
          wrote: ({ path, bytes, sum }) => this.files.wrote(path, bytes, sum),
          changed: () => this.troubleChanged(),
          adopted: (from) => queueMicrotask(() => this.record([{ type: 'device.adopted', data: { from } }])),
          made: () => queueMicrotask(() => this.nameDevice()),
        });
    const asOf = options.at === undefined ? null : Date.parse(options.at);
    this.personal = new PersonalView(this.ledger, asOf === null ? this.now : () => asOf);
    if (!readOnly) prepareChecks();
    if (asOf === null) this.startFromSnapshot();
    this.takeIn();
    if (this.recorder && this.ledger.forgotten !== null) this.deleteForgotten(this.ledger.forgotten);
  }

  get revision(): number {
    return this.ledger.revision + this.troubles;
  }

  get trouble(): JournalTrouble | null {
    const message = this.recorder?.troubleMessage() ?? null;
    return message === null ? null : { message, waiting: this.recorder!.waitingCount };
  }

  get findings(): readonly string[] {
    return describeFindings(this.options.folder, this.files.cursors.values(), this.ledger.last, this.now());
  }

  get device(): string {
    return readDevice(this.options.folder, this.machine) ?? '';
  }

  record(drafts: readonly EventDraft[]): string | null {
    if (!this.recorder || this.closed || drafts.length === 0) return null;
    for (const draft of drafts) checkDraft(draft);
    const { device, slot } = this.recorder.identity();
    const now = this.now();
    const at = this.wallTime(now);
    let action: string | null = null;
    const events: JournalEvent[] = [];
    for (const draft of drafts) {
      this.clock = tick(this.clock, now);
      const id = formatHlc(this.clock, device, slot);
      action ??= id;
      events.push(stampDraft(draft, { id, at, action }, VERSIONS[draft.type]));
    }
    this.firstOwn ??= events[0]!.id;
    this.recorded.push(...events);
    this.takenIn += events.length;
    const { cables } = this.ledger.add([...events]);
    this.remember(events);
    const reading = events.filter(({ type }) => isReading(type));
    const decisions = events.filter(({ type }) => !isReading(type));
    if (decisions.length > 0) this.recorder.put(decisions, 'decisions', isUrgent(decisions));
    if (reading.length > 0) this.recorder.put(reading, 'reading', false);
    this.tell({ remote: false, cables });
    return action;
  }

  undo(action: string): string | null {
    return this.undoAll([action]);
  }

  undoAll(actions: readonly string[]): string | null {
    const standing = actions.filter(
      (action) =>
        !this.ledger.undone.has(action) && this.ledger.eventsOf(action).some(({ type }) => isDecision(type) || type === 'action.undone'),
    );
    return this.record(standing.map((action) => ({ type: 'action.undone', data: { action } })));
  }

  takenBackBy(undo: string): readonly string[] {
    return this.ledger.eventsOf(undo).flatMap((event) => (event.type === 'action.undone' ? [event.data.action] : []));
  }

  takenBackWith(action: string): readonly string[] {
    const undos = new Set(this.ledger.undosOf(action).map((undo) => undo.action));
    return [...new Set([...undos].flatMap((undo) => this.takenBackBy(undo)))];
  }

  redo(action: string): string | null {
    const undos = new Set(this.ledger.undosOf(action).map((undo) => undo.action));
    return this.record([...undos].map((undo) => ({ type: 'action.undone', data: { action: undo } })));
  }

  resolveHandle(handle: string): readonly string[] {
    return this.personal.undoSteps.resolve(handle);
  }

  lastUndoable(): Undoable | null {
    const here = this.decisions.findLast((action) => !this.ledger.undone.has(action));
    if (here !== undefined) return { action: here, here: true };
    const { device } = this;
    if (device === '') return null;
    const { events } = this.ledger;
    const { undone } = this.ledger;
    for (let i = events.length - 1; i >= 0; i -= 1) {
      const { id, type, action } = events[i]!;
      if (this.firstOwn !== null && id >= this.firstOwn) continue;
      if (isDecision(type) && !undone.has(action) && id.startsWith(device, 30)) return { action, here: false };
    }
    return null;
  }

  lastRedoable(): string | null {
    return this.undos.findLast((action) => !this.ledger.undone.has(action)) ?? null;
  }

  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    if (this.options.at === undefined) this.following ??= followJournal(join(this.options.folder, 'journal'), () => this.look());
    return () => this.listeners.delete(listener);
  }

  async flush(): Promise<void> {
    await this.recorder?.flush();
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.following?.stop();
    await this.recorder?.flush();
    this.snapshotIfWorthIt();
    this.closed = true;
    this.recorder?.close();
  }

  private nameDevice(): void {
    const { deviceName: name } = this.options;
    if (name) this.record([{ type: 'device.named', data: { name } }]);
  }

  private wallTime(now: number): string {
    const offset = this.options.offset?.(now) ?? -new Date(now).getTimezoneOffset();
    return formatWallTime(now, offset);
  }

  /** What this window did, for its own undo and redo. */
  private remember(events: readonly JournalEvent[]): void {
    for (const event of events) {
      if (isDecision(event.type)) {
        if (this.decisions.at(-1) !== event.action) this.decisions.push(event.action);
      } else if (event.type === 'action.undone') {
        const target = this.ledger.eventsOf(event.data.action);
        if (target.some(({ type }) => isDecision(type)) && this.undos.at(-1) !== event.action) this.undos.push(event.action);
      }
    }
  }

  private look(): void {
    if (this.closed || !this.files.grown()) return;
    const { fresh, cables } = this.takeIn();
    if (fresh > 0) this.tell({ remote: true, cables });
  }

  private takeIn(): { fresh: number; cables: ReadonlySet<string> } {
    let read = this.files.readAll();
    const again = read.replaced;
    while (read.replaced) {
      this.files.forget();
      read = this.files.readAll();
    }
    if (again) this.ledger.clear();
    const asOf = this.options.at === undefined ? null : Date.parse(this.options.at);
    const events = asOf === null ? read.events : read.events.filter((event) => Date.parse(event.at) <= asOf);
    const added = this.ledger.add(events);
    this.takenIn += added.fresh;
    if (again && this.recorded.length > 0) this.ledger.add([...this.recorded]);
    this.clock = observe(this.clock, this.ledger.last);
    return { fresh: again ? 1 : added.fresh, cables: added.cables };
  }

  /** Another device may have forgotten what this one still has. What is deleted was not folded, so nothing changes. */
  private deleteForgotten(month: string): void {
    if (deleteForgotten(join(this.options.folder, 'journal'), month) === 0) return;
    for (const [path, { file }] of this.files.cursors) {
      if (file.stream === 'reading' && file.month < month) this.files.cursors.delete(path);
    }
  }

  private startFromSnapshot(): void {
    const snapshot = loadSnapshot(this.options.folder);
    const base = readSnapshot(snapshot);
    if (!base || !this.files.startFrom(snapshot!.files)) return;
    try {
      this.ledger.startFrom(base, () => new TailReader(join(this.options.folder, 'journal')).readAll().events);
    } catch {
      this.ledger.clear();
      this.files.forget();
    }
  }

  private snapshotIfWorthIt(): void {
    if (!this.recorder || this.recorder.waitingCount > 0 || this.takenIn < (this.options.snapshotAfter ?? SNAPSHOT_AFTER)) return;
    this.takeIn();
    saveSnapshot(this.options.folder, takeSnapshot(this.ledger.toBase(), this.files.marks()));
  }

  private troubleChanged(): void {
    this.troubles += 1;
    this.tell({ remote: false, cables: NO_CABLES });
  }

  private tell(change: { readonly remote: boolean; readonly cables: ReadonlySet<string> }): void {
    for (const listener of this.listeners) listener(change);
  }
}

/** Notes and batches reach the disk at once. */
function isUrgent(events: readonly JournalEvent[]): boolean {
  return events.some(
    ({ type, data }) => type.startsWith('note.') || events.length > 1 || ((data as { cables?: readonly string[] }).cables?.length ?? 1) > 1,
  );
}
