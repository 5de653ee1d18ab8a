/* Counts by value over a set of cables that is known, as beside a list that is shown. */
import type { FacetName } from '../../../../store/corpus/corpus.ts';
import type { Figure } from '../../corpus/figures.ts';
import { middle } from '../../pty-meter.ts';
import type { BenchLibrary } from '../full-library.ts';
import { barred, ms, openWarm, plan, timed } from './warm-corpus.ts';

const OPENED = 5;

export async function measureFacets(library: BenchLibrary): Promise<Figure[]> {
  const figures: Figure[] = [];
  const beside = `a loop over as many bytes: ${ms(timeLoop((await openWarm(library)).info.cables))}`;
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
      figures.push(barred(`counts by ${by} over ${query || 'all'}`, middle(times), 2, beside));
    }
  }
  return figures;
}

/** A filter and a histogram, as counting does it at best: what this machine can do now. */
function timeLoop(length: number): number {
  const values = Uint8Array.from({ length }, (_, n) => Math.imul(n, 2_654_435_761) >>> 24);
  const times = Array.from({ length: 40 }, () => {
    const counts = new Uint32Array(256);
    const started = performance.now();
    for (let n = 0; n < length; n++) if (values[n]! > 20) counts[values[n]!]! += 1;
    return performance.now() - started;
  });
  return middle(times);
}
