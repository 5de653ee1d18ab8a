/* Appends the lines of one slot and stream: one write() a line on an O_APPEND descriptor, a file a month.
 *
 * Lines are made here, because here alone is known what they continue. Nothing is ever rewritten: a line that was cut (a
 * power failure before, a full disk now) gets a newline and stays as a damaged line.
 */
import { closeSync, fchmodSync, fdatasync, fdatasyncSync, fstatSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { listJournalFiles, nameFile, type Stream } from './journal-folder.ts';
import { formatLine, readLine, type StampedEvent } from './line.ts';
import { openAppend, syncFolder } from './private-files.ts';
import { STREAM_START, type StreamEnd } from './read-lines.ts';
import type { Slot } from './slot.ts';

export interface Wrote {
  readonly path: string;
  readonly bytes: number;
  readonly sum: string;
}

export class StreamWriter {
  private readonly slot: Slot;
  private readonly journal: string;
  private readonly stream: Stream;
  private end: StreamEnd;
  private month = '';
  private path = '';
  private fd: number | null = null;
  /** The file ends within a line. */
  private cut = false;

  constructor(slot: Slot, journal: string, stream: Stream) {
    this.slot = slot;
    this.journal = journal;
    this.stream = stream;
    this.end = findEnd(slot, journal, stream);
  }

  /** @throws the system's error; then nothing of the event is taken for written, and it can be tried again */
  append(event: StampedEvent): Wrote {
    this.open(event.id.slice(0, 7));
    const seq = this.end.seq + 1;
    const line = formatLine(event, seq, this.end.prev);
    const bytes = Buffer.from(this.cut ? `\n${line.text}` : line.text);
    const fd = this.fd!;
    const written = writeSync(fd, bytes);
    if (written < bytes.length) {
      this.cut = bytes[written - 1] !== 10;
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    }
    this.cut = false;
    this.end = { seq, prev: line.sum };
    return { path: this.path, bytes: bytes.length, sum: line.sum };
  }

  /** On disk when the callback is called without an error. */
  sync(done: (error: Error | null) => void): void {
    if (this.fd === null) done(null);
    else fdatasync(this.fd, done);
  }

  syncNow(): void {
    if (this.fd !== null) fdatasyncSync(this.fd);
  }

  close(): void {
    if (this.fd !== null) closeSync(this.fd);
    this.fd = null;
  }

  private open(month: string): void {
    if (this.fd !== null && this.month === month && this.inPlace()) return;
    if (this.fd !== null) {
      fdatasyncSync(this.fd);
      this.close();
      this.end = findEnd(this.slot, this.journal, this.stream);
    }
    this.path = join(this.slot.folder, nameFile(this.slot.name, month, this.stream));
    const { fd, made } = openAppend(this.path);
    fchmodSync(fd, 0o600);
    this.fd = fd;
    this.month = month;
    if (made) syncFolder(this.slot.folder);
    this.cut = !made && !endsWithNewline(this.path);
  }

  /** The name still leads to the file that is open: it was not removed, nor replaced by a longer copy. */
  private inPlace(): boolean {
    try {
      return statSync(this.path).ino === fstatSync(this.fd!).ino;
    } catch {
      return false;
    }
  }
}

/** The last undamaged line of the slot and stream; damaged ones after it have had their numbers. */
export function findEnd(slot: { readonly name: string; readonly folder: string }, journal: string, stream: Stream): StreamEnd {
  const files = listJournalFiles(journal)
    .filter((file) => file.path.startsWith(`${slot.folder}/`) && file.slot === slot.name && file.stream === stream && !file.conflict)
    .sort((a, b) => (a.month < b.month ? 1 : -1));
  let damaged = 0;
  for (const { path } of files) {
    const bytes = readFileSync(path);
    let end = bytes.length;
    if (end > 0 && bytes[end - 1] === 10) end -= 1;
    while (end > 0) {
      const start = bytes.lastIndexOf(10, end - 1) + 1;
      const line = readLine(bytes.subarray(start, end));
      if (line) return { seq: line.seq + damaged, prev: line.sum };
      damaged += 1;
      end = start - 1;
    }
  }
  return damaged === 0 ? STREAM_START : { ...STREAM_START, seq: damaged };
}

function endsWithNewline(path: string): boolean {
  const bytes = readFileSync(path);
  return bytes.length === 0 || bytes[bytes.length - 1] === 10;
}
