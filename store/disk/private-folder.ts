/* What lies in a library is private: folders 0700, files 0600, whatever the umask. */
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export const PRIVATE_FOLDER = 0o700;
export const PRIVATE_FILE = 0o600;

/** Makes the folder and those above it that are missing; one that is there keeps its mode. */
export function makePrivateFolder(folder: string): void {
  const path = resolve(folder);
  if (existsSync(path)) return;
  makePrivateFolder(dirname(path));
  try {
    mkdirSync(path, { mode: PRIVATE_FOLDER });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  chmodSync(path, PRIVATE_FOLDER);
}
