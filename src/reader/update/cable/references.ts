/* What a cable refers to, and what refers to it: short lists to go on from. */
import type { CatalogueRow, ReferenceCount } from '../../../../store/corpus/corpus.ts';
import type { Line } from '../../../text/line.ts';
import { findCite } from '../../cable-text/find-cite.ts';
import type { Message, Step } from '../../messages.ts';
import { dateAndClass } from '../../screens/list-row.ts';
import { currentView, type ReaderState, type Thing } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { makeRow, openThings, whatCites } from '../browse/things.ts';
import { rowUnderCursor } from '../list/list.ts';
import { nothing, say, withEffects } from '../step.ts';
import { openCable } from './cable.ts';
import { leaveCable } from './leave-cable.ts';

export function showReferences(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind === 'cable' && view.cable !== null) return nothing(openThings(state, 'references', view.id, around));
  const id = view.kind === 'list' ? rowUnderCursor(view)?.id : undefined;
  return id === undefined ? nothing(state) : withEffects(state, { kind: 'load-references', id });
}

/** `rA`: goes to the cable that the REF line calls A. */
export function openReference(state: ReaderState, label: string, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  if (view.kind !== 'cable' || view.cable === null) return nothing(state);
  const { references } = view.cable;
  // A single reference often has no letter.
  const found =
    references.find((reference) => reference.label === label) ?? (references.length === 1 && label === 'A' ? references[0] : undefined);
  if (!found) return nothing(say(state, `This cable has no reference ${label}.${around.keys.hint('references', 'all of them')}`));
  const cite = found.id === null ? undefined : findCite(view.cites, found.id);
  if (found.id === null) return nothing(say(state, `Reference ${label} is no cable: ${found.text}`));
  if (!cite?.row)
    return nothing(say(state, `${found.id} is not here, cited ${cite?.cited ?? 1}x.${around.keys.hint('references', 'what cites it')}`));
  const { id } = cite.row;
  return leaveCable(state, around, (left) => openCable(left, { id, goTo: null, via: { from: view.id } }, around));
}

export function referencesLoaded(state: ReaderState, { of, cites }: Extract<Message, { kind: 'references' }>): Step<ReaderState> {
  if (cites.length === 0) return nothing(say(state, `${of} refers to no cable.`));
  return nothing(
    openRows(
      state,
      'references',
      of,
      cites.map((cite) => referenceRow(cite, of, state.size.columns)),
    ),
  );
}

export function citingLoaded(state: ReaderState, { of, rows }: Extract<Message, { kind: 'citing' }>): Step<ReaderState> {
  if (rows.length === 0) return nothing(say(state, `No cable here cites ${of}.`));
  return nothing(
    openRows(
      state,
      'cited-by',
      of,
      rows.map((row) => cableRow(row, of, state.size.columns)),
    ),
  );
}

function openRows(state: ReaderState, what: 'references' | 'cited-by', of: string, things: readonly Thing[]): ReaderState {
  const title = `${what === 'references' ? 'references' : 'cited by'}: ${of}`;
  return { ...state, views: [...state.views, { kind: 'things', what, title, of, things, narrow: '', cursor: 0, top: 0 }] };
}

function referenceRow({ id, row, cited }: ReferenceCount, of: string, columns: number): Thing {
  if (row) return cableRow(row, of, columns);
  return makeRow([{ text: ` ${id.padEnd(18)}` }, { text: `not here, cited ${cited}x`, role: 'dim' }], { target: whatCites(id) });
}

function cableRow(row: CatalogueRow, from: string, columns: number): Thing {
  const { id, subject } = row;
  const line: Line = [{ text: ` ${id.padEnd(18)}` }, ...dateAndClass(row, columns - 1), { text: subject ?? '(no subject)' }];
  return makeRow(line, { target: { to: 'cable', id, goTo: null, via: { from } }, cable: id });
}
