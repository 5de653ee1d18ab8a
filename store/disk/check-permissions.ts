import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVATE_FILE, PRIVATE_FOLDER } from './private-folder.ts';

/** Looks at no more findings than a person reads. */
const FINDINGS_AT_MOST = 20;

/** What in a library others may read or write, a sentence each; empty where all is private, or nothing is there. */
export function checkPermissions(root: string): readonly string[] {
  const findings: string[] = [];
  check(root);
  return findings;

  function check(path: string): void {
    if (findings.length >= FINDINGS_AT_MOST) return;
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat || stat.isSymbolicLink()) return;
    const wanted = stat.isDirectory() ? PRIVATE_FOLDER : PRIVATE_FILE;
    const mode = stat.mode & 0o777;
    if ((mode & ~wanted) !== 0) {
      findings.push(`${path} can be read by others (${mode.toString(8)}). Nothing is lost. Type: chmod ${wanted.toString(8)} '${path}'`);
    }
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) check(join(path, name));
  }
}
