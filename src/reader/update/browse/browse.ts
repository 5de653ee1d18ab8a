/* The ways into the cables that the source site has: Home shows them, the box finds them by name. */
import type { CorpusInfo } from '../../../../store/corpus/corpus.ts';
import type { Target } from '../../state.ts';

export interface Browse {
  readonly name: string;
  readonly target: Target;
}

export function browseTargets({ hasReleases }: CorpusInfo): readonly Browse[] {
  const values = (name: string, title: string, by: Extract<Target, { to: 'values' }>['by'], field: string): Browse => ({
    name,
    target: { to: 'values', title, by, field, scope: '' },
  });
  return [
    { name: 'Latest releases', target: { to: 'list', title: 'latest releases', query: '', sort: hasReleases ? 'released' : 'newest' } },
    values('By creation date', 'by year of creation', 'year', 'date'),
    ...(hasReleases ? [values('By release date', 'by release date', 'released', 'released')] : []),
    values('By origin', 'by origin', 'origin', 'from'),
    values('By country', 'by country', 'country', 'country'),
    values('By tag', 'by tag', 'tag', 'tags'),
    values('By classification', 'by classification', 'class', 'class'),
    { name: 'Understanding cables', target: { to: 'understanding' } },
  ];
}

/** Found by name alone: from Home it is a year away. */
export const browseByMonth: Browse = {
  name: 'By month of creation',
  target: { to: 'values', title: 'by month of creation', by: 'month', field: 'date', scope: '' },
};
