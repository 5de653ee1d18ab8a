/* Random filters over the real pages: the corpus answers what a naive scan finds. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { buildIndex } from '../../store/corpus/index/build-index.ts';
import { readPage } from '../../store/corpus/sources/page.ts';
import { isRefused } from '../../store/corpus/sources/refused.ts';
import { answersAsAScan, type Both, openBoth } from '../query/ask-both.ts';
import { makeLibrary, type TestLibrary } from '../query/library.ts';
import { isHere, REAL, readRealPages } from './unpack.ts';

const QUERIES = process.env['CABLES_FULL'] === '1' ? 2000 : 100;

describe.skipIf(!isHere(REAL, 'filters over real cables'))('the real pages, imported in two parts', () => {
  let library: TestLibrary;
  let both: Both;

  beforeAll(async () => {
    library = makeLibrary();
    const pages = readRealPages().flatMap(({ path, html }) => {
      const found = readPage(html, path);
      return isRefused(found) ? [] : [found];
    });
    // Every other one: the parts overlap in time, and pages of several editions come one after the other.
    for (const part of [0, 1]) {
      await library.add(pages.filter((_, i) => i % 2 === part));
      await buildIndex(library);
    }
    both = openBoth(library);
  }, 300_000);
  afterAll(() => {
    both.corpus.close();
    library.remove();
  });

  it(`answer ${QUERIES} random filters as a scan does`, { timeout: 1_800_000 }, () => answersAsAScan(both, QUERIES));
});
