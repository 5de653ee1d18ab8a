/* The files below the paths given, in an order that depends on their names alone. */
import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Refused } from '../../sources/refused.ts';

export const STANDARD_INPUT = '-';

export interface FileToRead {
  /** Index of the path it was found below. */
  readonly source: number;
  /** Its number in the order of reading. */
  readonly order: number;
  readonly path: string;
  /** Path below the imported tree, or the file's name; with `/`. */
  readonly name: string;
  /** Bytes; 0 where not known (standard input). */
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

export type Walked = FileToRead | RefusedFile;
export type RefusedFile = Refused & { readonly source: number; readonly path: string };

/** Parts of the site that hold no cables; passed over in a tree, never when named. */
const PASSED_OVER =
  /^\.|\.(?:css|js|mjs|map|png|jpe?g|gif|ico|svg|webp|woff2?|ttf|pdf|torrent|lock|tmp)$|^(?:manifest\.json|import\.holder)$/i;

/** Every file, and what can be none with the reason. */
export function* walkPaths(paths: readonly string[]): Generator<Walked> {
  const seen = new Set<string>();
  let order = 0;
  for (const [source, path] of paths.entries()) {
    if (path === STANDARD_INPUT) yield { source, order: order++, path, name: 'standard-input', size: 0, mtimeMs: 0, ctimeMs: 0 };
    else for (const found of walk(resolve(path), '', source, [], seen)) yield 'refused' in found ? found : { ...found, order: order++ };
  }
}

type Found = Omit<FileToRead, 'order'> | RefusedFile;

function* walk(path: string, name: string, source: number, above: readonly string[], seen: Set<string>): Generator<Found> {
  let stat: Stats;
  try {
    stat = statSync(path);
  } catch (error) {
    yield { source, path, ...whyUnreadable(error, path) };
    return;
  }
  if (stat.isFile()) {
    yield { source, path, name: name || basename(path), size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs };
    return;
  }
  if (!stat.isDirectory()) {
    yield { source, path, refused: 'no-file', message: 'neither a file nor a folder: passed over' };
    return;
  }
  const identity = `${stat.dev}:${stat.ino}`;
  if (above.includes(identity)) {
    yield { source, path, refused: 'link-loop', message: 'a link back to a folder above it: passed over' };
    return;
  }
  if (seen.has(identity)) return;
  seen.add(identity);
  let entries: Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    yield { source, path, ...whyUnreadable(error, path) };
    return;
  }
  const names = entries.map((entry) => entry.name).filter((entry) => !PASSED_OVER.test(entry));
  for (const entry of names.sort()) yield* walk(join(path, entry), name ? `${name}/${entry}` : entry, source, [...above, identity], seen);
}

/** Why a file or folder could not be read. */
export function whyUnreadable(error: unknown, path: string): Refused {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT': {
      const link = lstatSync(path, { throwIfNoEntry: false });
      return { refused: 'not-there', message: link ? 'a link to nothing' : 'no such file or folder' };
    }
    case 'ELOOP':
      return { refused: 'link-loop', message: 'a link that leads back to itself: passed over' };
    case 'EACCES':
    case 'EPERM':
      return { refused: 'unreadable', message: `you may not read it; type: chmod -R u+rX '${path}'` };
    default:
      return { refused: 'unreadable', message: `cannot be read (${code ?? message})` };
  }
}
