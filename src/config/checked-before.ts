/* Checking a config means loading the schema, which takes longer than all else before the first frame. What came of it is kept in the cache, and
 * holds as long as the same text is checked by the same program. Deleting the cache changes nothing but the next start's duration.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePrivateFolder } from '../../store/disk/private-folder.ts';
import { replaceFile } from '../../store/disk/replace-file.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** @param inputs everything that the result depends on besides the program. @param check is called where nothing fits; it may fail */
export async function checkedBefore<T extends object>(inputs: readonly string[], env: Env, check: () => Promise<T>): Promise<T> {
  const folder = join(env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache'), 'cables');
  const file = join(folder, 'checked-config.json');
  const of = fingerprint(inputs);
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { of: string; result: T };
    if (kept.of === of) return kept.result;
  } catch {
    // There is none yet, or it was cut off: it is made again.
  }
  const result = await check();
  try {
    makePrivateFolder(folder);
    await replaceFile(file, [Buffer.from(JSON.stringify({ of, result }))]);
  } catch {
    // A home that cannot be written to starts a little slower, that is all.
  }
  return result;
}

function fingerprint(inputs: readonly string[]): string {
  const program = fileURLToPath(import.meta.url);
  return createHash('sha256')
    .update(JSON.stringify([...inputs, program, statSync(program).mtimeMs]))
    .digest('hex');
}
