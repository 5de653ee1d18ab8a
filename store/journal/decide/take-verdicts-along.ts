/* What was decided in a filter before it was a question is decided for the question too. Pure; nothing where nothing changes. */
import type { EventDraft } from '../events.ts';
import type { CableMark, Personal, Via } from '../personal.ts';
import { deferCables, keepCables, skipCables } from './decide-verdict.ts';

const DECIDERS = { kept: keepCables, skipped: skipCables, later: deferCables } as const;

const VERDICTS: ReadonlySet<string> = new Set(['cable.kept', 'cable.skipped', 'cable.deferred', 'cable.reset']);

/** Standing verdicts given through this very filter outside any question, with their reasons and days. What the question has decided stays. */
export function takeVerdictsAlong(
  personal: Personal,
  { search, query }: { readonly search: string; readonly query: string },
): EventDraft[] {
  const seen = new Set<string>();
  /** What was decided in the same words, in the same way, is one batch. */
  const alike = new Map<string, { readonly cables: string[]; readonly mark: CableMark; readonly via: Via }>();
  for (const { type, cables, via, undone } of personal.history({ stream: 'decisions' })) {
    if (undone || via.search !== undefined || !VERDICTS.has(type)) continue;
    for (const cable of cables) {
      // The newest is the one that stands.
      if (seen.has(cable)) continue;
      seen.add(cable);
      const mark = personal.mark(cable, null);
      if (via.query !== query || mark.verdict === null || personal.mark(cable, search).verdict !== null) continue;
      const key = JSON.stringify([mark.verdict, mark.because, mark.until, mark.words, via]);
      const batch = alike.get(key);
      if (batch) batch.cables.push(cable);
      else alike.set(key, { cables: [cable], mark, via });
    }
  }
  return [...alike.values()].flatMap(({ cables, mark: { verdict, because, until, words }, via }) =>
    DECIDERS[verdict!](personal, {
      cables,
      queue: search,
      via: { ...via, search },
      ...(because !== null && { because }),
      ...(until !== null && { until }),
      ...(words !== null && { words }),
    }),
  );
}
