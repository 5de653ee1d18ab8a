/* Actions that a person can take back, and short names to type for them. */
import type { JournalEvent } from '../events.ts';
import type { UndoStep } from '../personal.ts';
import { cablesOf } from './history.ts';
import type { Ledger } from './ledger.ts';
import { isDecision } from './subjects.ts';
import { describeTakenAlong, takenAlongBy } from './taken-along.ts';
import { describeEvent, type Names, type Phrase, summarize } from './words.ts';

const SHORTEST = 4;
/** Decisions of one redo that are told one by one. */
const TOLD = 3;

export class UndoList {
  private readonly ledger: Ledger;
  private readonly names: Names;
  private revision = -1;
  private actions: string[] = [];
  private byName = new Map<string, string[]>();

  constructor(ledger: Ledger, names: Names) {
    this.ledger = ledger;
    this.names = names;
  }

  /** Newest first, undone ones included. */
  steps(limit: number): UndoStep[] {
    const steps: UndoStep[] = [];
    const seen = new Set<string>();
    const { events } = this.ledger;
    for (let i = events.length - 1; i >= 0 && steps.length < limit; i -= 1) {
      const { type, action } = events[i]!;
      if (!isDecision(type) || seen.has(action)) continue;
      seen.add(action);
      steps.push(this.step(action));
    }
    return steps;
  }

  step(action: string): UndoStep {
    const events = this.ledger.eventsOf(action).filter((event) => isDecision(event.type));
    return {
      action,
      handle: this.handle(action),
      at: events[0]?.at ?? '',
      device: action.slice(30, 38),
      summary: this.summary(action),
      cables: [...new Set(events.flatMap((event) => cablesOf(this.ledger, event)))],
      undone: this.ledger.undone.has(action),
    };
  }

  /** What an action did, in words. */
  summary(action: string): string {
    return this.summarize(action, (event) => (event.type === 'action.undone' ? [] : cablesOf(this.ledger, event)));
  }

  /** What taking it back did, without the cables it was about where those are the same all over: they are named beside it. */
  describeUndo(action: string): Phrase {
    const events = this.ledger.eventsOf(action);
    const undone = events.flatMap((event) => (event.type === 'action.undone' && event.data.action < action ? [event.data.action] : []));
    if (undone.length > 0) {
      const inner = undone.map((other) => this.describeUndo(other));
      const verb = inner[0]!.verb === 'undid' ? 'redid' : 'undid';
      const details = [...new Set(inner.map(({ detail }) => detail))];
      return { verb, detail: details.length <= TOLD ? details.join('; ') : `${undone.length} decisions` };
    }
    const about = new Set(events.map((event) => cablesOf(this.ledger, event).join()));
    return { verb: 'undid', detail: this.summarize(action, (event) => (about.size === 1 ? [] : cablesOf(this.ledger, event))) };
  }

  private summarize(action: string, cables: (event: JournalEvent) => readonly string[]): string {
    const events = this.ledger.eventsOf(action);
    const along = Map.groupBy(events, (event) => takenAlongBy(this.ledger, event));
    const summaries = (along.get(null) ?? []).map((event) => {
      const { verb, detail } = describeEvent(event, this.names);
      return [summarize(verb, cables(event), detail), describeTakenAlong(along.get(event.id) ?? [])].filter(Boolean).join(', ');
    });
    return summaries.join('; ') || 'something that is not here';
  }

  /** Actions whose name begins so; an action's whole id is taken too. */
  resolve(handle: string): string[] {
    if (handle.length === 43) return this.ledger.eventsOf(handle).length > 0 ? [handle] : [];
    this.nameActions();
    const wanted = handle.toLowerCase();
    if (wanted.length >= SHORTEST) return (this.byName.get(wanted.slice(0, SHORTEST)) ?? []).filter((a) => nameOf(a).startsWith(wanted));
    return wanted === '' ? [] : this.actions.filter((action) => nameOf(action).startsWith(wanted));
  }

  /** The shortest beginning of its name, of four or more, that no other action has. */
  handle(action: string): string {
    this.nameActions();
    const name = nameOf(action);
    const rivals = (this.byName.get(name.slice(0, SHORTEST)) ?? []).filter((other) => other !== action).map(nameOf);
    let length = SHORTEST;
    while (length < name.length && rivals.some((rival) => rival.startsWith(name.slice(0, length)))) length += 1;
    return name.slice(0, length);
  }

  private nameActions(): void {
    if (this.revision === this.ledger.revision) return;
    this.revision = this.ledger.revision;
    const known = new Set<string>();
    for (const { type, action } of this.ledger.events) if (isDecision(type) || type === 'action.undone') known.add(action);
    this.actions = [...known];
    this.byName = Map.groupBy(this.actions, (action) => nameOf(action).slice(0, SHORTEST));
  }
}

/** 13 hex digits (cyrb53): a name, not a proof. */
export function nameOf(action: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < action.length; i += 1) {
    const unit = action.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0').slice(1);
}
