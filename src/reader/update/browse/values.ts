/* Values with their counts: which are shown in what order, and what choosing one opens. */
import type { CorpusInfo, FacetValue } from '../../../../store/corpus/corpus.ts';
import { planQuery } from '../../../../store/query/plan-query.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState, type Target, type ValuesView, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { withEffects } from '../step.ts';

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
  // A month says its year itself.
  const scope = view.by === 'month' ? view.scope.replace(/ ?date:\d{4}$/, '') : view.scope;
  const query = within(scope, filter);
  if (view.by === 'year') return { to: 'values', title: `by month of ${value}`, by: 'month', field: 'date', scope: query };
  return { to: 'list', title: value, query, ...(view.by === 'released' && { sort: 'released' as const }) };
}

/** A filter narrowed by another one. */
function within(scope: string, filter: string): string {
  if (scope === '') return filter;
  return /\bOR\b/.test(scope) ? `(${scope}) ${filter}` : `${scope} ${filter}`;
}

/** What cables are counted by, in the order in which ← and → go through it: from the first one the months and years are a step or two back. */
const KINDS: readonly Pick<ValuesView, 'title' | 'by' | 'field'>[] = [
  { title: 'by origin', by: 'origin', field: 'from' },
  { title: 'by country', by: 'country', field: 'country' },
  { title: 'by tag', by: 'tag', field: 'tags' },
  { title: 'by classification', by: 'class', field: 'class' },
  { title: 'by release date', by: 'released', field: 'released' },
  { title: 'by year', by: 'year', field: 'date' },
  { title: 'by month', by: 'month', field: 'date' },
];

export function nextKind({ by }: Pick<ValuesView, 'by'>, { hasReleases }: CorpusInfo, step: 1 | -1): (typeof KINDS)[number] {
  const kinds = KINDS.filter((kind) => hasReleases || kind.by !== 'released');
  const at = kinds.findIndex((kind) => kind.by === by);
  return kinds[(at + step + kinds.length) % kinds.length]!;
}

/** Counts the same cables by something else. */
export function turnValues(state: ReaderState, view: ValuesView, step: 1 | -1, around: Surroundings): Step<ReaderState> {
  return loadValues(state, { ...view, ...nextKind(view, state.info, step) }, around);
}

/** Counts the cables of a list, or all of them. */
export function countRows(state: ReaderState, scope: string, around: Surroundings): Step<ReaderState> {
  const below = { ...state, views: [...state.views, currentView(state)] };
  return loadValues(below, { ...KINDS[0]!, scope }, around);
}

/** Shows values in place of the current view. All posts and countries are looked up by name, those of a filter by how many cables they have. */
export function loadValues(
  state: ReaderState,
  { title, by, field, scope }: Pick<ValuesView, 'title' | 'by' | 'field' | 'scope'>,
  around: Surroundings,
): Step<ReaderState> {
  const asked = state.asked + 1;
  const { plan } = planQuery(scope, { now: around.now(), zone: around.zone, searches: around.personal.searches() });
  const order = scope === '' && (by === 'origin' || by === 'country') ? 'name' : 'count';
  const view: ValuesView = { kind: 'values', title, by, field, scope, values: null, narrow: '', order, cursor: 0, top: 0 };
  return withEffects(withView({ ...state, asked }, view), { kind: 'load-values', asked, plan, by });
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
