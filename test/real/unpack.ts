/* The real cables lie beside the project, packed; where they are not, what needs them is skipped with a message. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url));

/** The seed: text of one page, saved from a browser. */
export const SEED = join(SHARED, 'seeds', '09MEXICO586.txt');

/** True where the file or folder is there; else says what is skipped. */
export function isHere(path: string, what: string): boolean {
  if (existsSync(path)) return true;
  process.stdout.write(`skipped: ${what} needs ${path.replace(SHARED, '../shared')}, which is not here\n`);
  return false;
}

export const REAL = join(SHARED, 'real');

export interface RealPage {
  /** Path below the packed tree. */
  readonly path: string;
  readonly html: string;
}

/** Every page, unpacked into a temporary folder that is gone afterwards. */
export function readRealPages(): RealPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'cables-real-'));
  try {
    for (const name of readdirSync(REAL).filter((file) => file.endsWith('.tar.xz')))
      execFileSync('tar', ['xJf', join(REAL, name), '-C', folder]);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.html'))
      .sort()
      .map((path) => ({ path, html: readFileSync(join(folder, path), 'utf8') }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
