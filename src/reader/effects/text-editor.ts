/* A text in the person's own editor: in a file that nobody else may read, in a folder that is gone afterwards. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

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
  edit(text: string): Promise<Edited> {
    const editor = this.#env['VISUAL'] || this.#env['EDITOR'] || 'vi';
    return this.#runOn(text, 'note.txt', editor, 'The note is as it was. Set EDITOR.');
  }

  /** Shows a text in the editor, or else the pager: what is written into the file is nobody's. */
  async view(text: string, name: string): Promise<string | null> {
    const program = this.#env['VISUAL'] || this.#env['EDITOR'] || this.#env['PAGER'] || 'less';
    return (await this.#runOn(text, name, program, 'The cable is as it was. Set EDITOR or PAGER.')).trouble;
  }

  async #runOn(text: string, name: string, program: string, remedy: string): Promise<Edited> {
    const folder = mkdtempSync(join(tmpdir(), 'cables-'));
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    this.#open = { folder, path };
    try {
      // As git does: the variable may hold arguments.
      const code = await runProgram('sh', ['-c', `${program} "$1"`, 'sh', path]);
      if (code !== 0) return { text: null, trouble: `${program} ended with ${code}. ${remedy}` };
      return { text: readFileSync(path, 'utf8'), trouble: null };
    } catch (error) {
      return { text: null, trouble: `${program} cannot be run: ${(error as Error).message}. ${remedy}` };
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
