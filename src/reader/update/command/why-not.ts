/* Why a command cannot run now: shown in the box beside its key, and said when the key is pressed. */

import { articlesOf } from '../../cable-text/articles-of.ts';
import type { Command, CommandId, ScreenKind } from '../../keys/keymap.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { actionUnderCursor } from '../browse/things.ts';
import { searchAbove } from '../cable/cable.ts';
import { subjectOf } from '../decide/subject.ts';
import { listBelow } from '../list/list.ts';
import { tagUnderCursor } from '../write/rename-tag.ts';

const SCREENS: Readonly<Record<ScreenKind, string>> = {
  home: 'on Home',
  values: 'in lists of values',
  list: 'in a list',
  cable: 'in a cable',
  things: 'in bookmarks, history and their like',
  text: 'in a text',
};

/** A short sentence without its stop, or null where the command can run. */
export function whyNot(id: CommandId, state: ReaderState, around: Surroundings): string | null {
  const command = around.keys.commandOf(id);
  const view = currentView(state);
  if (!command.on.includes(view.kind)) return `works ${worksOn(command)}`;
  if (command.group === 'decide' && state.library.readOnly) return 'nothing can be decided in the journal as it was';
  switch (id) {
    case 'next-hit':
    case 'previous-hit':
      return view.kind === 'cable' && view.find === null && searchAbove(state, view).terms.length === 0
        ? `nothing to find: ${around.keys.keyOf('find')} and words first`
        : null;
    case 'next-cable':
    case 'previous-cable':
      if (view.kind === 'text') return view.compares === undefined ? 'there is nothing to compare here' : null;
      return state.views.some(({ kind }) => kind === 'list' || kind === 'things') ? null : 'this cable was not opened from a list';
    case 'trail-back':
      return state.views.slice(0, -1).some(({ kind }) => kind === 'cable') ? null : 'the trail of cables begins here';
    case 'trail-forward':
      return state.forward.length > 0 ? null : 'nothing further on the trail';
    case 'triage':
      if (view.kind === 'cable' && !view.triage)
        return `triage works through a list: ${around.keys.keyOf('back')} back to it, then ${around.keys.keyOf('triage')}`;
      return view.kind === 'list' && view.total === 0 ? 'there is nothing to triage here' : null;
    case 'find':
      return view.kind === 'text' ? 'there is nothing to narrow here' : null;
    case 'versions':
      if (view.kind === 'text') return view.compares === undefined ? 'there is nothing to compare here' : null;
      return view.kind === 'cable' && view.found?.length === 1 ? 'there is one version of this text here' : null;
    case 'references':
    case 'reference-by-label':
      return view.kind === 'cable' && view.cable?.references.length === 0 ? 'this cable has no REF line' : null;
    case 'copy-paragraph':
    case 'copy-text':
    case 'copy-place':
    case 'bookmark-label':
      return view.kind === 'cable' && view.paragraph === null
        ? `no paragraph under the cursor: ${around.keys.keyOf('next-stop')} goes to the first`
        : null;
    case 'copy-plain':
      return state.copied === null && view.kind !== 'cable'
        ? `nothing was copied yet: ${around.keys.prefixOf('copy-id')} and what of the cable under the cursor`
        : null;
    case 'articles':
      return view.kind === 'cable' && articlesOf(view).length === 0 ? 'no article is listed that quotes this cable' : null;
    case 'repeat':
      return state.last === null ? 'nothing was decided yet that could be repeated' : null;
    case 'undo':
      return view.kind === 'things' || around.journal.lastUndoable() !== null ? null : 'nothing to undo';
    case 'redo':
      return around.journal.lastRedoable() === null ? 'nothing to redo' : null;
    case 'save-search':
      if (view.kind === 'cable' && !view.triage) return 'it saves the filter of a list, or of the list that is triaged';
      return listBelow(state)?.query === '' ? `there is no filter to save: ${around.keys.keyOf('find')} first` : null;
    case 'explain':
      return subjectOf(state) === null && actionUnderCursor(state) === null ? 'nothing under the cursor' : null;
    case 'tag':
      return subjectOf(state) === null && tagUnderCursor(state) === null ? 'no cable under the cursor' : null;
    default:
      return NEEDS_CABLE.has(id) && subjectOf(state) === null ? 'no cable under the cursor' : null;
  }
}

const NEEDS_CABLE: ReadonlySet<CommandId> = new Set([
  'keep',
  'skip',
  'later',
  'keep-because',
  'skip-because',
  'later-until',
  'clear',
  'mark-read',
  'note',
  'note-in-editor',
  'bookmark',
  'copy-id',
  'copy-link',
  'pipe',
  'open-outside',
  'copy-chicago',
  'copy-bibtex',
  'copy-hashtags',
  'cited-by',
  'reference-tree',
]);

/** `in a list or in a cable`. */
export function worksOn({ on }: Command): string {
  const places = on.map((screen) => SCREENS[screen]);
  return places.length < 2 ? places.join('') : `${places.slice(0, -1).join(', ')} or ${places.at(-1)}`;
}
