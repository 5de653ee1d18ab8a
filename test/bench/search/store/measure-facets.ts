/* Counts by value over a set of cables that is known, as beside a list that is shown. */
import type { FacetName } from '../../../../store/corpus/corpus.ts';
import type { Figure } from '../../corpus/figures.ts';
import type { BenchLibrary } from '../full-library.ts';
import { barred, openWarm, p95, plan, timed } from './warm-corpus.ts';

const OPENED = 5;

export async function measureFacets(library: BenchLibrary): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const by of ['origin', 'tag', 'class', 'month'] as const satisfies readonly FacetName[]) {
    for (const query of ['', 'class:c..', 'minister']) {
      const times: number[] = [];
      for (let i = 0; i < OPENED; i++) {
        const corpus = await openWarm(library);
        // Columns were loaded for another set; that of this one is known.
        await corpus.facets(plan('class:s'), by);
        await corpus.ids(plan(query));
        times.push(await timed(() => corpus.facets(plan(query), by)));
        corpus.close();
      }
      figures.push(barred(`counts by ${by} over ${query || 'all'}`, p95(times), 2));
    }
  }
  return figures;
}
