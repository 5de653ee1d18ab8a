/* The record of a question: every decision about every cable, whether it still stands or not, with the event behind it. */
import type { EventOf, Hlc, JournalEvent } from './events.ts';
import type { Journal } from './journal.ts';
import type { Via } from './personal.ts';
import { nameDevices } from './projections/device-names.ts';
import { PersonalView } from './projections/personal-view.ts';
import { takenAlongBy } from './projections/taken-along.ts';
import { describeVia } from './projections/words.ts';

export interface LedgerRow {
  readonly cable: string;
  /** `examined`: opened from the question, and no verdict was left on it. */
  readonly verdict: 'kept' | 'skipped' | 'later' | 'cleared' | 'examined';
  /** Whether it still holds, was decided otherwise afterwards, or was taken back. */
  readonly standing: 'stands' | 'changed' | 'taken back';
  /** ISO wall time with offset, of the machine it was decided on. Taken along when the search was saved, it was decided before. */
  readonly at: string;
  /** Id of the machine, or the name it was given. */
  readonly device: string;
  /** Name of the saved search; null outside any. */
  readonly question: string | null;
  readonly via: Via;
  /** `from border, hit in ¶2`. */
  readonly how: string;
  readonly because: string | null;
  /** When a deferred one comes back; ISO instant. */
  readonly until: string | null;
  /** How many cables the same decision was about. */
  readonly batch: number;
  readonly event: string;
  /** For `cables undo`; null where there is nothing to take back. */
  readonly handle: string | null;
}

type Decision = EventOf<'cable.kept' | 'cable.skipped' | 'cable.deferred' | 'cable.reset'>;

const VERDICTS = { 'cable.kept': 'kept', 'cable.skipped': 'skipped', 'cable.deferred': 'later', 'cable.reset': 'cleared' } as const;

/** Oldest first, one row a cable and decision. @param question id of a saved search; null for decisions outside any; undefined for all */
export function readQuestionLedger(journal: Journal, question: string | null | undefined): LedgerRow[] {
  const view = journal.personal;
  if (!(view instanceof PersonalView)) return [];
  const { ledger, names } = view;
  const devices = nameDevices(ledger);
  const rows: { readonly row: LedgerRow; readonly decided: Hlc }[] = [];
  const withVerdict = new Set<string>();
  const opened = new Map<string, EventOf<'cable.opened'>>();
  /** The verdict of each cable outside any question, as far as the events have come. */
  const outside = new Map<string, Decision>();

  for (const event of ledger.events) {
    if (isDecision(event) && event.data.queue === null && !ledger.undone.has(event.action))
      for (const cable of event.data.cables) outside.set(cable, event);
    if (isDecision(event) && (question === undefined || event.data.queue === question)) {
      const { cables, queue, via, because = null } = event.data;
      const along = takenAlongBy(ledger, event) !== null;
      const shared = {
        verdict: VERDICTS[event.type],
        question: nameOf(queue),
        because,
        until: event.type === 'cable.deferred' ? (event.data.until ?? null) : null,
        event: event.id,
        handle: view.undoSteps.step(event.action).handle,
      };
      for (const cable of cables) {
        const standing = standingOf(event, cable);
        if (standing !== 'taken back') withVerdict.add(`${queue} ${cable}`);
        const before = along ? outside.get(cable) : undefined;
        const decided = before?.type === event.type ? before : event;
        const row = { ...shared, ...whereFrom(decided, via), batch: decided.data.cables.length, cable, standing };
        rows.push({ row, decided: decided.id });
      }
    } else if (event.type === 'cable.opened') {
      const from = event.data.via?.search;
      if (from === undefined || (question !== undefined && from !== question)) continue;
      const key = `${from} ${event.data.cable}`;
      if (!opened.has(key)) opened.set(key, event);
    }
  }
  for (const [key, event] of opened) {
    if (withVerdict.has(key)) continue;
    const { cable, via } = event.data;
    const nothing = { because: null, until: null, batch: 1, handle: null } as const;
    const row = {
      ...whereFrom(event, via),
      ...nothing,
      event: event.id,
      cable,
      standing: 'stands',
      question: nameOf(via.search!),
    } as const;
    rows.push({ row: { ...row, verdict: 'examined' }, decided: event.id });
  }
  return rows.sort((a, b) => (a.decided < b.decided ? -1 : a.decided > b.decided ? 1 : 0)).map(({ row }) => row);

  function standingOf({ id, action, data }: Decision, cable: string): LedgerRow['standing'] {
    if (ledger.undone.has(action)) return 'taken back';
    return ledger.cable(cable)?.state?.verdicts.get(data.queue)?.event === id ? 'stands' : 'changed';
  }

  function nameOf(queue: string | null): string | null {
    return queue === null ? null : (names.search(queue) ?? queue);
  }

  function whereFrom({ id, at }: JournalEvent, via: Via) {
    return { at, device: devices.get(id.slice(30, 38)) ?? id.slice(30, 38), via, how: describeVia(via, names) };
  }
}

const isDecision = (event: JournalEvent): event is Decision => Object.hasOwn(VERDICTS, event.type);
