/* A text in the person's own editor: in a file that nobody else may read, in a folder that is gone afterwards. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Edited {
  /** Null where the editor could not be run, or said that all is to stay as it was. */
  readonly text: string | null;
  readonly trouble: string | null;
}

export class TextEditor {
  readonly #env: Readonly<Record<string, string | undefined>>;
  /** The file that is open in the editor. */
  #open: { readonly folder: string; readonly path: string } | null = null;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#env = env;
  }

  /** Call it with the terminal lent: the editor draws on it. */
  async edit(text: string): Promise<Edited> {
    const editor = this.#env['VISUAL'] || this.#env['EDITOR'] || 'vi';
    const folder = mkdtempSync(join(tmpdir(), 'cables-'));
    const path = join(folder, 'note.txt');
    writeFileSync(path, text, { mode: 0o600 });
    this.#open = { folder, path };
    try {
      // As git does: the variable may hold arguments.
      const code = await run('sh', ['-c', `${editor} "$1"`, 'sh', path]);
      if (code !== 0) return { text: null, trouble: `${editor} ended with ${code}. The note is as it was. Set EDITOR to another editor.` };
      return { text: readFileSync(path, 'utf8'), trouble: null };
    } catch (error) {
      return { text: null, trouble: `${editor} cannot be run: ${(error as Error).message}. The note is as it was. Set EDITOR.` };
    } finally {
      this.#open = null;
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** The terminal goes away with the editor open: what it has saved, and nothing is left behind. */
  rescue(): string | null {
    if (this.#open === null) return null;
    const { folder, path } = this.#open;
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return null;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function run(file: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 128));
  });
}
