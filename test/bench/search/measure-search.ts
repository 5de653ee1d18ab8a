/* Store, reader and peers over the same cables; 251,287 of them with `--full`. One part alone: `npm run bench -- --full search/box`. */
import type { Figure } from '../corpus/figures.ts';
import { FULL, PART } from '../corpus/full-corpus.ts';
import { type BenchLibrary, makeFullLibrary } from './full-library.ts';
import { askNotmuch } from './peers/ask-notmuch.ts';
import { askRipgrep } from './peers/ask-ripgrep.ts';
import { openMailbox } from './peers/open-mailbox.ts';
import { compareStarts } from './reader/compare-starts.ts';
import { timeTyping } from './reader/time-typing.ts';
import { watchMemory } from './reader/watch-memory.ts';
import { measureBox } from './store/measure-box.ts';
import { measureFacets } from './store/measure-facets.ts';
import { measureFirstTouch } from './store/measure-first-touch.ts';
import { measurePersonal } from './store/measure-personal.ts';
import { measureThreads } from './store/measure-threads.ts';
import { measureWords } from './store/measure-words.ts';

const OF_LIBRARY: Readonly<Record<string, (library: BenchLibrary) => Figure[] | Promise<Figure[]>>> = {
  words: measureWords,
  threads: measureThreads,
  personal: measurePersonal,
  counts: measureFacets,
  box: measureBox,
  'first-touch': measureFirstTouch,
  typing: timeTyping,
  start: compareStarts,
  memory: watchMemory,
  ripgrep: askRipgrep,
};

/** They have mail of their own. */
const OF_MAIL: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = { notmuch: askNotmuch, neomutt: openMailbox };

/** @param part its name; all where it is left out */
export async function measureSearch(full: boolean, part?: string): Promise<Figure[]> {
  const parts = [...Object.keys(OF_LIBRARY), ...Object.keys(OF_MAIL)].filter((name) => part === undefined || part === name);
  if (parts.length === 0) throw new Error(`no search/${part}. There are: ${Object.keys({ ...OF_LIBRARY, ...OF_MAIL }).join(', ')}`);
  const figures: Figure[] = [];
  const ofLibrary = parts.filter((name) => OF_LIBRARY[name]);
  if (ofLibrary.length > 0) {
    const library = await makeFullLibrary(full ? FULL : PART);
    for (const name of ofLibrary) figures.push(...(await OF_LIBRARY[name]!(library)));
  }
  for (const name of parts) figures.push(...((await OF_MAIL[name]?.()) ?? []));
  return figures;
}
