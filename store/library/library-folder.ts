/* Where a library is, and what lies in it. A user's data never lives in the checkout.
 *
 *     $XDG_DATA_HOME/cables/     library.json  device.json  corpus/  index/  journal/  snapshot.json
 */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export interface LibraryFolder {
  readonly root: string;
  /** May lie elsewhere: a shared, read-only corpus with a private journal. */
  readonly corpus: string;
  /** Derived from the corpus; beside the root also when the corpus is shared. */
  readonly index: string;
  readonly journal: string;
  readonly sample: boolean;
}

export interface LibraryChoice {
  /** `--store DIR`, else `CABLES_STORE`, else `$XDG_DATA_HOME/cables`. */
  readonly store?: string;
  /** `--corpus DIR`. */
  readonly corpus?: string;
  /** The bundled cables: a library of their own beside the user's. */
  readonly sample?: boolean;
}

/** Names the folders; creates nothing. */
export function chooseLibrary(choice: LibraryChoice, env: NodeJS.ProcessEnv): LibraryFolder {
  const own = resolve(choice.store ?? env['CABLES_STORE'] ?? join(dataHome(env), 'cables'));
  const root = choice.sample ? `${own}-sample` : own;
  return {
    root,
    corpus: choice.corpus && !choice.sample ? resolve(choice.corpus) : join(root, 'corpus'),
    index: join(root, 'index'),
    journal: join(root, 'journal'),
    sample: choice.sample === true,
  };
}

/** XDG Base Directory Specification: relative paths are ignored. */
function dataHome(env: NodeJS.ProcessEnv): string {
  const set = env['XDG_DATA_HOME'];
  return set?.startsWith('/') ? set : join(env['HOME'] ?? homedir(), '.local', 'share');
}
