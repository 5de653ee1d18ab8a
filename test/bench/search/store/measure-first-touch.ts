/* What is asked first after a start, once: whatever it needs is loaded then. */
import type { Corpus } from '../../../../store/corpus/corpus.ts';
import { openCorpus } from '../../../../store/corpus/open-corpus.ts';
import type { Figure } from '../../corpus/figures.ts';
import { middle } from '../../pty-meter.ts';
import type { BenchLibrary } from '../full-library.ts';
import { ms, NEWEST, plan, timed } from './warm-corpus.ts';

const OPENED = 5;

const ASKED: Readonly<Record<string, (corpus: Corpus) => Promise<unknown>>> = {
  'newest 50 of all': (corpus) => corpus.page(plan(''), NEWEST),
  'newest 50 of a word': (corpus) => corpus.page(plan('police'), NEWEST),
  'newest 50 of a word, origin, date, tag': (corpus) => corpus.page(plan('police from:ankara date:2005..2006 tags:PREL'), NEWEST),
  'counts by origin over all': (corpus) => corpus.facets(plan(''), 'origin'),
  'counts by tag over all': (corpus) => corpus.facets(plan(''), 'tag'),
  'counts by class over all': (corpus) => corpus.facets(plan(''), 'class'),
  'counts by month over all': (corpus) => corpus.facets(plan(''), 'month'),
  'all by subject': (corpus) => corpus.page(plan(''), { ...NEWEST, sort: 'subject' }),
};

export async function measureFirstTouch(library: BenchLibrary): Promise<Figure[]> {
  const figures: Figure[] = [];
  const opening: number[] = [];
  for (const [what, ask] of Object.entries(ASKED)) {
    const times: number[] = [];
    for (let i = 0; i < OPENED; i++) {
      let corpus!: Corpus;
      opening.push(await timed(() => (corpus = openCorpus({ ...library, personalIds: () => new Set() }))));
      times.push(await timed(() => ask(corpus)));
      corpus.close();
    }
    figures.push({ what: `first touch: ${what}`, shown: ms(middle(times)) });
  }
  figures.push(await measureOpen(library));
  return [{ what: 'opening the index', shown: ms(middle(opening)) }, ...figures];
}

async function measureOpen(library: BenchLibrary): Promise<Figure> {
  const corpus = openCorpus({ ...library, personalIds: () => new Set() });
  const ids = (await corpus.ids(plan(''))).filter((_, i) => i % 1250 === 0);
  for (const id of ids) await corpus.get(id);
  const times: number[] = [];
  for (const id of ids) times.push(await timed(() => corpus.get(id)));
  corpus.close();
  const median = middle(times);
  return { what: 'open by id, median', shown: ms(median), bar: '<= 0.2 ms', holds: median <= 0.2 };
}
