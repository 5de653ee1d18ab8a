/* `C`: the text that is read beside another one of the same cable; `J` and `K` take the next, `C` reads the one compared. */
import { parseCable } from '../../../../store/cable/parse-cable.ts';
import type { Line } from '../../../text/line.ts';
import { makeVisible } from '../../../text/visible.ts';
import { compareVersions } from '../../cable-text/versions/compare-versions.ts';
import { layoutComparison } from '../../cable-text/versions/layout-comparison.ts';
import { type CableView, currentView, type ReaderState, type TextView, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { say } from '../step.ts';

export function turnVersions(state: ReaderState, around: Surroundings): ReaderState {
  const view = currentView(state);
  if (view.kind === 'cable' && view.found) {
    const compared = compare(state, view, (view.version + 1) % view.found.length, around);
    return compared === null ? state : { ...state, views: [...state.views, compared] };
  }
  return view.kind === 'text' && view.compares !== undefined ? readVersion(state, view.compares) : state;
}

/** The next version that is not the one compared with. */
export function nextVersion(state: ReaderState, view: TextView, step: number, around: Surroundings): ReaderState {
  const below = state.views.at(-2);
  if (view.compares === undefined || below?.kind !== 'cable' || !below.found) return state;
  const others = below.found.map((_, index) => index).filter((index) => index !== below.version);
  if (others.length === 1) return say(state, 'There are these two versions.');
  const at = others.indexOf(view.compares) + step;
  const compared = compare(state, below, others[((at % others.length) + others.length) % others.length]!, around);
  return compared === null ? state : withView(state, compared);
}

function readVersion(state: ReaderState, version: number): ReaderState {
  const back: ReaderState = { ...state, views: state.views.slice(0, -1) };
  const view = currentView(back);
  const found = view.kind === 'cable' ? view.found?.[version] : undefined;
  if (view.kind !== 'cable' || !found) return state;
  return say(
    withView(back, { ...view, version, cable: parseCable(found), top: 0, paragraph: null, find: null }),
    `version ${version + 1} of ${view.found!.length}: ${nameVersion(view, version)}`,
  );
}

function compare(state: ReaderState, view: CableView, version: number, { glyphs }: Surroundings): TextView | null {
  const found = view.found?.[version];
  if (view.cable === null || !found || version === view.version) return null;
  const name = (index: number, what: string): Line => [
    { text: `  ${index + 1}  `, role: 'strong' },
    { text: makeVisible(nameVersion(view, index)) },
    { text: `  ${what}`, role: 'dim' },
  ];
  const lines: Line[] = [
    name(view.version, 'the one you read'),
    name(version, 'compared with it'),
    [{ text: '     [-only in the one you read-]  {+only in the other+}', role: 'dim' }],
    [],
    ...layoutComparison(view.cable, compareVersions(view.cable, parseCable(found)), state.size.columns - 1, glyphs),
  ];
  const title = `versions of ${view.id}, ${view.found!.length} in all`;
  return { kind: 'text', title, lines, top: 0, compares: version };
}

/** Its edition, and its id where it stands under another one. */
function nameVersion({ id, found }: CableView, version: number): string {
  const { id: as, source } = found![version]!;
  const edition = source.edition === 'csv' ? source.path : `edition ${source.edition}`;
  return [as === id ? '' : `as ${as}`, edition].filter(Boolean).join(', ');
}
