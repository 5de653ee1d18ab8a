import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The file of a thread: a source beside the one that starts it, or a part of the bundle; null where neither is there. */
export function findWorker(name: string, beside: string): URL | null {
  return [`./${name}.ts`, `./${name}.js`].map((file) => new URL(file, beside)).find((url) => existsSync(fileURLToPath(url))) ?? null;
}
