/* library.json: the format version and what this library remembers of itself. Small, replaced whole. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LowSync, type SyncAdapter } from 'lowdb';
import { makePrivateFolder, replaceFile } from '../journal/log/private-files.ts';

/** Libraries of a newer format open read-only. */
export const LIBRARY_FORMAT = 1;

export interface LastSync {
  /** ISO instant. */
  readonly at: string;
  /** The folder or host. */
  readonly with: string;
  /** Events that came in. */
  readonly received: number;
}

export interface LibrarySettings {
  format: number;
  lastSync: LastSync | null;
  /** Name of a cursor -> the import run up to which its cables were listed. */
  cursors?: Record<string, number>;
  /** SHA-256 of the sample that was imported into a sample library. */
  sample?: string;
}

/** What is written there; the defaults where there is nothing readable. */
export function readSettings(root: string): LibrarySettings {
  return openSettings(root).data;
}

/** Changes settings and writes them. @throws the system's error */
export function changeSettings(root: string, change: (settings: LibrarySettings) => void): void {
  makePrivateFolder(root);
  openSettings(root).update(change);
}

function openSettings(root: string): LowSync<LibrarySettings> {
  const settings = new LowSync(wholeFile(join(root, 'library.json')), { format: LIBRARY_FORMAT, lastSync: null });
  settings.read();
  return settings;
}

function wholeFile(path: string): SyncAdapter<LibrarySettings> {
  return {
    read() {
      try {
        return JSON.parse(readFileSync(path, 'utf8')) as LibrarySettings;
      } catch {
        return null;
      }
    },
    write: (settings) => replaceFile(path, `${JSON.stringify(settings, null, 2)}\n`),
  };
}
