import { type CableView, currentView, type ReaderState, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { openThings } from '../browse/things.ts';
import { goToParagraph } from '../cable/cable.ts';
import { explain } from '../cable/explain.ts';
import { openReference, showReferences } from '../cable/references.ts';
import { turnVersions } from '../cable/versions.ts';
import { subjectOf } from '../decide/subject.ts';
import { toggleExcerpts } from '../list/excerpts.ts';
import { rowUnderCursor } from '../list/list.ts';
import { togglePreview } from '../list/preview.ts';
import { nothing, say, withEffects } from '../step.ts';
import { inCable, type RunsOf } from './run.ts';

export const looking: RunsOf<'look'> = {
  inside: (state, _, around) => {
    const view = currentView(state);
    if (view.kind === 'list') return togglePreview(state, view);
    return view.kind === 'cable' && view.cable ? nothing(openThings(state, 'outline', view.id, around)) : nothing(state);
  },
  fold: (state, _, around) => {
    const view = currentView(state);
    if (view.kind === 'list') return toggleExcerpts(state, view, around);
    return nothing(view.kind === 'cable' ? withView(state, { ...view, unfolded: !view.unfolded, top: 0 }) : state);
  },
  'as-received': inCable((state, view, _, around) => nothing(turnReceived(state, view, around))),
  explain: (state, _, around) => explain(state, around),
  references: (state, _, around) => showReferences(state, around),
  'reference-by-label': (state, { key }, around) => openReference(state, key ?? '', around),
  'cited-by': (state) => {
    const view = currentView(state);
    const id = view.kind === 'cable' ? view.id : view.kind === 'list' ? rowUnderCursor(view)?.id : undefined;
    return id ? withEffects(state, { kind: 'load-citing', id }) : nothing(state);
  },
  articles: inCable((state, view, _, around) => nothing(openThings(state, 'articles', view.id, around))),
  'reference-tree': (state) => {
    const id = subjectOf(state)?.cables[0];
    return id ? withEffects(state, { kind: 'load-tree', id }) : nothing(state);
  },
  versions: (state, _, around) => nothing(turnVersions(state, around)),
};

/** From reading to the text as received and back, at the same paragraph. */
function turnReceived(state: ReaderState, view: CableView, around: Surroundings): ReaderState {
  const turned = { ...view, received: !view.received, top: 0 };
  const shown = say(
    withView(state, turned),
    turned.received ? `The text as received.${around.keys.hint('as-received', 'back to reading')}` : '',
  );
  return view.paragraph === null ? shown : goToParagraph(shown, turned, view.paragraph, around);
}
