/* What taking actions back (or doing them again) would change, before it is done: the same events are folded twice, without and with it.
 * Only events about the cables concerned are folded; the others are looked at once.
 */
import { compareStates, type StateChange } from './compare-states.ts';
import type { EventOf, JournalEvent } from './events.ts';
import type { Personal } from './personal.ts';
import { cablesOf } from './projections/history.ts';
import { Ledger } from './projections/ledger.ts';
import { PersonalView } from './projections/personal-view.ts';
import { subjectsOf } from './projections/subjects.ts';

export interface UndoPreview {
  /** Every register that would change, old and new. */
  readonly changes: readonly StateChange[];
  /** Cables that stay as they are: something later decided them again. */
  readonly decidedSince: readonly string[];
}

/** @param again do them again instead of taking them back */
export function previewUndo(personal: Personal, actions: readonly string[], again = false): UndoPreview {
  if (!(personal instanceof PersonalView) || actions.length === 0) return { changes: [], decidedSince: [] };
  const { ledger } = personal;
  const named = again ? actions.flatMap((action) => ledger.undosOf(action).map((undo) => undo.action)) : actions;
  const cables = new Set(actions.flatMap((action) => ledger.eventsOf(action).flatMap((event) => cablesConcerned(ledger, event))));
  const events = eventsAbout(ledger, cables);
  const before = fold(events);
  const after = fold([...events, ...named.map((action, i) => undoing(action, i, ledger.last))]);
  const changes = compareStates(before, after);
  const changed = new Set(changes.map(({ cable }) => cable));
  return { changes, decidedSince: [...cables].filter((cable) => !changed.has(cable)) };
}

/** A renamed tag concerns whatever had either name. */
function cablesConcerned(ledger: Ledger, event: JournalEvent): readonly string[] {
  if (event.type !== 'tag.renamed') return cablesOf(ledger, event);
  const { from, to } = event.data;
  return ledger.events.flatMap((other) =>
    other.type === 'tag.added' && (other.data.tag === from || other.data.tag === to) ? other.data.cables : [],
  );
}

/** Events that name these cables, or what ever lay on them; all renames, searches and undos. */
function eventsAbout(ledger: Ledger, cables: ReadonlySet<string>): JournalEvent[] {
  const things = new Set<string | undefined>();
  for (const event of ledger.events) {
    const { cables: named, note, bookmark } = subjectsOf(event);
    if (named.some((cable) => cables.has(cable))) things.add(note).add(bookmark);
  }
  things.delete(undefined);
  return ledger.events.filter((event) => {
    switch (event.type) {
      case 'tag.renamed':
      case 'search.saved':
      case 'search.removed':
      case 'action.undone':
      case 'reading.forgotten':
        return true;
      case 'cable.opened':
      case 'cable.read':
        return false;
      default: {
        const { cables: named, note, bookmark } = subjectsOf(event);
        return things.has(note) || things.has(bookmark) || named.some((cable) => cables.has(cable));
      }
    }
  });
}

function fold(events: readonly JournalEvent[]): Personal {
  const ledger = new Ledger();
  ledger.add([...events]);
  return new PersonalView(ledger, () => 0);
}

/** An undo that was not recorded, later than everything. */
function undoing(action: string, count: number, last: string): EventOf<'action.undone'> {
  const id = `9999-12-31T23:59:59.999Z-${count.toString(16).padStart(4, '0')}${last.slice(29)}` as JournalEvent['id'];
  return { v: 1, id, seq: 0, at: '9999-12-31T23:59:59.999+00:00', action: id, type: 'action.undone', data: { action } };
}
