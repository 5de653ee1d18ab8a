/* Reads all journal files of a library, and from then on what was added to them.
 *
 * A last line without its newline is being written by somebody (or was cut): it is left out until its newline is there. A
 * file that became shorter, or whose bytes before our place are others, was replaced: then everything is read again.
 */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import type { JournalEvent } from '../events.ts';
import type { FileMark } from '../snapshot/snapshot.ts';
import { type JournalFile, listJournalFiles } from './journal-folder.ts';
import { readLines } from './read-lines.ts';

/** How far one file has been read. */
export interface Cursor {
  readonly file: JournalFile;
  inode: number;
  /** Bytes read: up to and including a newline. */
  bytes: number;
  /** Bytes there were when it was last looked at. */
  size: number;
  lines: number;
  /** The 16 hex digits at the end of the last line read; null where nothing was read. */
  mark: string | null;
  readonly damaged: number[];
  unknown: number;
  newer: number;
}

export interface TailRead {
  readonly events: JournalEvent[];
  /** Some file is not the one that was read before, or is gone: forget everything and read again. */
  readonly replaced: boolean;
}

const NOTHING: TailRead = { events: [], replaced: false };
/** Files larger than this are read piece by piece. */
const PIECE = 32 << 20;

export class TailReader {
  readonly cursors = new Map<string, Cursor>();
  private readonly journal: string;

  constructor(journal: string) {
    this.journal = journal;
  }

  /** Everything that is there and was not read yet. */
  readAll(): TailRead {
    const events: JournalEvent[] = [];
    const files = listJournalFiles(this.journal);
    const present = new Set(files.map((file) => file.path));
    for (const path of this.cursors.keys()) if (!present.has(path)) return { events: [], replaced: true };
    for (const file of files) {
      const read = this.readFile(file);
      if (read.replaced) return read;
      for (const event of read.events) events.push(event);
    }
    return { events, replaced: false };
  }

  /** The sizes alone: whether `readAll` would find something. One stat a file. */
  grown(): boolean {
    const files = listJournalFiles(this.journal);
    if (files.length !== this.cursors.size) return true;
    return files.some((file) => {
      const cursor = this.cursors.get(file.path);
      const size = sizeOf(file.path);
      return !cursor || (size !== null && size !== cursor.size);
    });
  }

  /** Our own line went to the end of this file: it needs no reading. */
  wrote(path: string, bytes: number, sum: string): void {
    const cursor = this.cursors.get(path);
    if (!cursor || cursor.bytes !== cursor.size) return;
    cursor.bytes += bytes;
    cursor.size += bytes;
    cursor.lines += 1;
    cursor.mark = sum;
  }

  /** Goes on from a snapshot. False where some file is not the one it speaks of; then nothing is taken for read. */
  startFrom(marks: readonly FileMark[]): boolean {
    this.cursors.clear();
    const files = new Map(listJournalFiles(this.journal).map((file) => [relative(this.journal, file.path), file]));
    for (const mark of marks) {
      const file = files.get(mark.path);
      const inode = file && inodeOfContinued(file.path, mark);
      if (!file || !inode) {
        this.cursors.clear();
        return false;
      }
      const { bytes, lines, damaged, unknown, newer } = mark;
      this.cursors.set(file.path, { file, inode, bytes, size: bytes, lines, mark: mark.mark, damaged: [...damaged], unknown, newer });
    }
    return true;
  }

  /** How far each file has been read. */
  marks(): FileMark[] {
    return [...this.cursors.values()].map(({ file, bytes, mark, lines, damaged, unknown, newer }) => ({
      path: relative(this.journal, file.path),
      bytes,
      mark,
      lines,
      damaged: [...damaged],
      unknown,
      newer,
    }));
  }

  forget(): void {
    this.cursors.clear();
  }

  private readFile(file: JournalFile): TailRead {
    let fd: number;
    try {
      fd = openSync(file.path, 'r');
    } catch {
      return this.cursors.has(file.path) ? { events: [], replaced: true } : NOTHING;
    }
    try {
      const { size, ino } = fstatSync(fd);
      const cursor = this.cursors.get(file.path) ?? newCursor(file, ino);
      if (size < cursor.bytes || (ino !== cursor.inode && !sameBefore(fd, cursor))) return { events: [], replaced: true };
      cursor.inode = ino;
      cursor.size = size;
      this.cursors.set(file.path, cursor);
      if (size === cursor.bytes) return NOTHING;
      return { events: readOn(fd, cursor, size), replaced: false };
    } catch {
      return NOTHING;
    } finally {
      closeSync(fd);
    }
  }
}

export function newCursor(file: JournalFile, inode: number): Cursor {
  return { file, inode, bytes: 0, size: 0, lines: 0, mark: null, damaged: [], unknown: 0, newer: 0 };
}

function readOn(fd: number, cursor: Cursor, size: number): JournalEvent[] {
  let events: JournalEvent[] = [];
  let piece = PIECE;
  while (cursor.bytes < size) {
    const bytes = readBytes(fd, cursor.bytes, Math.min(piece, size - cursor.bytes));
    const read = readLines(bytes);
    if (read.bytes === 0) {
      if (cursor.bytes + bytes.length >= size || bytes.length < piece) break;
      piece *= 2;
      continue;
    }
    for (const line of read.damaged) cursor.damaged.push(cursor.lines + line);
    cursor.lines += read.lines;
    cursor.bytes += read.bytes;
    cursor.unknown += read.unknown;
    cursor.newer += read.newer;
    cursor.mark = bytes.toString('latin1', Math.max(0, read.bytes - 19), read.bytes - 3);
    if (events.length === 0) events = read.events;
    else for (const event of read.events) events.push(event);
  }
  return events;
}

/** Whether the bytes just before our place are still those we read: 16 digits of the last line's sum. */
export function sameBefore(fd: number, cursor: Pick<Cursor, 'bytes' | 'mark'>): boolean {
  if (cursor.mark === null) return true;
  const from = Math.max(0, cursor.bytes - 19);
  return readBytes(fd, from, cursor.bytes - 3 - from).toString('latin1') === cursor.mark;
}

/** The inode of a file that is at least as long as it was and has the same bytes before that place; null otherwise. */
function inodeOfContinued(path: string, mark: FileMark): number | null {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    const { size, ino } = fstatSync(fd);
    return size >= mark.bytes && sameBefore(fd, mark) ? ino : null;
  } catch {
    return null;
  } finally {
    closeSync(fd);
  }
}

function readBytes(fd: number, from: number, length: number): Buffer {
  if (length <= 0) return Buffer.alloc(0);
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const more = readSync(fd, bytes, read, length - read, from + read);
    if (more === 0) break;
    read += more;
  }
  return bytes.subarray(0, read);
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size;
  } catch {
    return null;
  }
}
