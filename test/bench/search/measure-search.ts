import type { Figure } from '../corpus/figures.ts';
import { FULL, PART } from '../corpus/full-corpus.ts';
import { makeFullLibrary } from './full-library.ts';
import { measurePeers } from './measure-peers.ts';
import { measureReader } from './measure-reader.ts';
import { measureStore } from './measure-store.ts';

/** Store, reader and peers over the same cables; 251,287 of them with `--full`. */
export async function measureSearch(full: boolean): Promise<Figure[]> {
  const library = await makeFullLibrary(full ? FULL : PART);
  return [...(await measureStore(library)), ...(await measureReader(library)), ...(await measurePeers(library, full))];
}
