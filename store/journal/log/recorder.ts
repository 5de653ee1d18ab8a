/* Writes events in the order they happened, and keeps them while they cannot be written.
 *
 *     put ──▶ waiting ──append──▶ file (write returned: "kept") ──fdatasync, within a second──▶ disk
 *               ▲        │
 *               └─ tried again every 2 s, at each put, at flush
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEvent } from '../events.ts';
import { claimDevice, hostFingerprint, newDeviceId, readDevice } from './device.ts';
import type { Stream } from './journal-folder.ts';
import { makePrivateFolder } from './private-files.ts';
import { claimSlot, newSlotName, type Slot } from './slot.ts';
import { StreamWriter, type Wrote } from './stream-writer.ts';
import { codeOf, describeDelay, describeTrouble } from './trouble.ts';

const SYNC_WITHIN = 700;
const RETRY_AFTER = 2_000;
/** Unsynced for longer is shown; milliseconds. */
const SYNC_PATIENCE = 2_000;

export interface Identity {
  readonly device: string;
  readonly slot: string;
}

interface Waiting {
  readonly event: JournalEvent;
  readonly stream: Stream;
}

export interface RecorderPorts {
  readonly machine: string;
  readonly now: () => number;
  /** A line reached its file. */
  readonly wrote: (wrote: Wrote) => void;
  /** Trouble came or went. */
  readonly changed: () => void;
  /** The library turned out to be a copy of another device's. */
  readonly adopted: (from: string) => void;
  /** This device has an id of its own from now on. */
  readonly made: () => void;
}

export class Recorder {
  private readonly library: string;
  private readonly journal: string;
  private readonly ports: RecorderPorts;
  private device: string | null = null;
  private slot: Slot | null = null;
  /** Used in ids while no slot could be had; the slot that is made later takes this name. */
  private wanted: string | null = null;
  private readonly writers = new Map<Stream, StreamWriter>();
  private waiting: Waiting[] = [];
  /** Everything written by this process: written again where its folder vanished. */
  private readonly own: Waiting[] = [];
  private folderLost = false;
  private rootSeen: boolean;
  private error: unknown = null;
  private syncError: unknown = null;
  private unsyncedSince: number | null = null;
  private syncing: Promise<void> | null = null;
  private syncTimer: NodeJS.Timeout | null = null;
  private retryTimer: NodeJS.Timeout | null = null;

  constructor(library: string, ports: RecorderPorts) {
    this.library = library;
    this.journal = join(library, 'journal');
    this.ports = ports;
    this.rootSeen = existsSync(library);
  }

  /** Who writes: a slot is taken at the first event. Without one the names are made up and kept. */
  identity(): Identity {
    if (!this.slot) {
      try {
        this.claim();
        this.error = null;
      } catch (error) {
        this.fail(error);
      }
    }
    this.device ??= readDevice(this.library, this.ports.machine) ?? newDeviceId();
    if (!this.slot) this.wanted ??= newSlotName();
    return { device: this.device, slot: this.slot?.name ?? this.wanted! };
  }

  get waitingCount(): number {
    return this.waiting.length;
  }

  /** @param urgent synced at once: notes and batches */
  put(events: readonly JournalEvent[], stream: Stream, urgent: boolean): void {
    for (const event of events) this.waiting.push({ event, stream });
    this.drain();
    this.syncSoon(urgent ? 0 : SYNC_WITHIN);
  }

  troubleMessage(): string | null {
    if (this.waiting.length > 0 && this.error !== null) return describeTrouble(this.error, this.journal, this.waiting.length);
    if (this.syncError !== null) return describeTrouble(this.syncError, this.journal, 0);
    const late = this.unsyncedSince === null ? 0 : this.ports.now() - this.unsyncedSince;
    return late > SYNC_PATIENCE ? describeDelay(Math.round(late / 1000), this.journal) : null;
  }

  /** Everything written is on disk when it resolves; what cannot be written waits on. */
  async flush(): Promise<void> {
    this.drain();
    if (this.syncing) await this.syncing;
    await this.sync();
  }

  /** Frees the slot. */
  close(): void {
    for (const timer of [this.syncTimer, this.retryTimer]) if (timer) clearTimeout(timer);
    this.releaseSlot();
  }

  private drain(): void {
    if (this.waiting.length === 0) return;
    const before = this.error;
    let done = 0;
    try {
      if (!this.slot) this.claim();
      while (done < this.waiting.length) {
        const { event, stream } = this.waiting[done]!;
        const wrote = this.writerOf(stream).append(event);
        this.own.push(this.waiting[done]!);
        done += 1;
        this.unsyncedSince ??= this.ports.now();
        this.ports.wrote(wrote);
      }
      this.error = null;
    } catch (error) {
      this.fail(error);
    }
    this.waiting.splice(0, done);
    if ((before === null) !== (this.error === null)) this.ports.changed();
  }

  private fail(error: unknown): void {
    this.error = error;
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ESTALE') {
      if (this.slot) this.folderLost = true;
      this.releaseSlot();
    }
    this.retryTimer ??= setTimeout(() => {
      this.retryTimer = null;
      this.drain();
      if (this.unsyncedSince !== null) this.syncSoon(0);
    }, RETRY_AFTER).unref();
  }

  /** @throws the system's error */
  private claim(): void {
    if (this.rootSeen && !existsSync(this.library)) throw Object.assign(new Error('folder gone'), { code: 'ENOENT' });
    makePrivateFolder(this.journal);
    this.rootSeen = true;
    const device = claimDevice(this.library, this.ports.machine, this.device ?? undefined);
    const folder = join(this.journal, device.id);
    makePrivateFolder(folder);
    this.slot = claimSlot(folder, hostFingerprint(this.ports.machine), this.wanted);
    this.device = device.id;
    this.wanted = this.slot.name;
    if (this.folderLost) {
      this.waiting.unshift(...this.own.splice(0));
      this.folderLost = false;
    }
    if (device.adoptedFrom !== null && device.adoptedFrom !== device.id) this.ports.adopted(device.adoptedFrom);
    if (device.made) this.ports.made();
  }

  private writerOf(stream: Stream): StreamWriter {
    let writer = this.writers.get(stream);
    if (!writer) {
      writer = new StreamWriter(this.slot!, this.journal, stream);
      this.writers.set(stream, writer);
    }
    return writer;
  }

  private releaseSlot(): void {
    for (const writer of this.writers.values()) writer.close();
    this.writers.clear();
    this.slot?.release();
    this.slot = null;
  }

  private syncSoon(delay: number): void {
    if (this.unsyncedSince === null) return;
    if (this.syncTimer && delay > 0) return;
    if (this.syncTimer) clearTimeout(this.syncTimer);
    this.syncTimer = setTimeout(() => {
      this.syncTimer = null;
      if (!this.syncing) void this.sync();
      else void this.syncing.then(() => this.syncSoon(0));
    }, delay).unref();
  }

  private sync(): Promise<void> {
    const since = this.unsyncedSince;
    if (since === null) return Promise.resolve();
    this.unsyncedSince = null;
    const before = this.syncError;
    const each = [...this.writers.values()].map((writer) => new Promise<Error | null>((settle) => writer.sync(settle)));
    const slow = setTimeout(() => {
      this.unsyncedSince ??= since;
      this.ports.changed();
    }, SYNC_PATIENCE).unref();
    this.syncing = Promise.all(each).then((errors) => {
      clearTimeout(slow);
      this.syncing = null;
      this.syncError = errors.find((error) => error !== null && codeOf(error) !== 'EBADF') ?? null;
      if (this.unsyncedSince === since) this.unsyncedSince = null;
      if (this.syncError !== null) this.unsyncedSince ??= since;
      if ((before === null) !== (this.syncError === null)) this.ports.changed();
    });
    return this.syncing;
  }
}
