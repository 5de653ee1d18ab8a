/* Values with their counts: which are shown in what order, and what choosing one opens. */
import type { FacetValue } from '../../../../store/corpus/corpus.ts';
import type { Target, ValuesView } from '../../state.ts';

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

/** `Embassy Arcadia` is sorted by `Arcadia`, `US Mission to the River Commission` by `River`. */
const nameOf = ({ value }: FacetValue): string =>
  value.replace(/^(?:(?:Embassy|Consulate|General|Mission|Interests Section|US|USUN|American|Office|of|to|the)\s+)+/i, '');

/** A year leads to its months, everything else to a list. */
export function targetOf(view: ValuesView, { value }: FacetValue): Target {
  const quoted = /[\s()"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
  const filter = view.by === 'class' ? `class:="${value}"` : `${view.field}:${quoted}`;
  const query = [view.scope, filter].filter(Boolean).join(' ');
  if (view.by === 'year') return { to: 'values', title: `by month of ${value}`, by: 'month', field: 'date', scope: `date:${value}` };
  if (view.by === 'month') return { to: 'list', title: value, query: filter };
  return { to: 'list', title: value, query, ...(view.by === 'released' && { sort: 'released' as const }) };
}

/** The row where names with the next or the previous letter begin, in order of names. */
export function nextLetter(view: ValuesView, step: 1 | -1): number {
  const values = shownValues(view);
  const letter = (i: number) => letterOf(values[i]!);
  let at = view.cursor;
  if (values.length === 0) return at;
  if (step > 0) {
    while (at < values.length - 1 && letter(at) === letter(view.cursor)) at += 1;
    return at;
  }
  // First to the beginning of this letter, then to that of the one before.
  if (at > 0 && letter(at - 1) !== letter(at)) at -= 1;
  while (at > 0 && letter(at - 1) === letter(at)) at -= 1;
  return at;
}

/** `A` of `Embassy Arcadia`. */
export const letterOf = (value: FacetValue): string => nameOf(value).slice(0, 1).toUpperCase();
