/* Values with their counts: which are shown in what order, and what choosing one opens. */
import type { FacetValue } from '../../../store/corpus/corpus.ts';
import type { Target, ValuesView } from '../state.ts';

export function shownValues({ values, narrow, order, by }: ValuesView): readonly FacetValue[] {
  const words = narrow.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = (values ?? []).filter(({ value, meaning }) =>
    words.every((word) => `${value} ${meaning ?? ''}`.toLowerCase().includes(word)),
  );
  const inTime = by === 'year' || by === 'month' || by === 'released' || by === 'class';
  if (inTime) return order === 'count' ? matching : matching.toReversed();
  return order === 'count'
    ? matching.toSorted((a, b) => b.count - a.count)
    : matching.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

/** `Embassy Arcadia` is sorted by `Arcadia`. */
const nameOf = ({ value }: FacetValue): string =>
  value.replace(/^(?:Embassy|Consulate(?: General)?|Mission|US|USUN|Office of the)\s+/i, '');

/** A year leads to its months, everything else to a list. */
export function targetOf(view: ValuesView, { value }: FacetValue): Target {
  const quoted = /[\s()"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
  const filter = view.by === 'class' ? `class:="${value}"` : `${view.field}:${quoted}`;
  const query = [view.scope, filter].filter(Boolean).join(' ');
  if (view.by === 'year') return { to: 'values', title: `by month of ${value}`, by: 'month', field: 'date', scope: `date:${value}` };
  if (view.by === 'month') return { to: 'list', title: value, query: filter };
  return { to: 'list', title: value, query, ...(view.by === 'released' && { sort: 'released' as const }) };
}
