/* Why a cable stands as it does: each tag, verdict, bookmark and note with the event that made it so. */
import type { Journal } from './journal.ts';
import type { Via } from './personal.ts';
import { cablesOf } from './projections/history.ts';
import { PersonalView } from './projections/personal-view.ts';
import { describeUntil, describeVia } from './projections/words.ts';

export interface Explanation {
  readonly kind: 'tag' | 'verdict' | 'bookmark' | 'note' | 'read';
  /** `#follow-up`, `kept for border`, `◆ ¶2 the gauge quote`. */
  readonly what: string;
  /** ISO wall time with offset. */
  readonly at: string;
  /** Its id, or the name it was given. */
  readonly device: string;
  readonly via: Via;
  /** `from border, hit in ¶2`; empty where nothing is known. */
  readonly how: string;
  readonly because: string | null;
  /** How many cables the same action was about. */
  readonly batch: number;
  readonly event: string;
  readonly action: string;
  /** For `cables undo`. */
  readonly handle: string;
}

/** Oldest first; empty for a cable nothing was done with. */
export function explainCable(journal: Journal, cable: string): Explanation[] {
  const view = journal.personal;
  if (!(view instanceof PersonalView)) return [];
  const { ledger } = view;
  ledger.complete();
  const state = ledger.cable(cable)?.state;
  if (!state) return [];
  const explanations: Explanation[] = [];

  const explain = (kind: Explanation['kind'], what: string, id: string): void => {
    const event = ledger.findEvent(id);
    if (!event) return;
    const { via = {}, because = null } = event.data as { via?: Via; because?: string };
    const { cables, handle } = view.undoSteps.step(event.action);
    explanations.push({
      kind,
      what,
      at: event.at,
      device: view.deviceName(id.slice(30, 38)),
      via,
      how: describeVia(via, view.names),
      because,
      batch: Math.max(cables.length, cablesOf(ledger, event).length),
      event: id,
      action: event.action,
      handle,
    });
  };

  for (const [tag, { on, event }] of state.tags) if (on) explain('tag', `#${tag}`, event);
  for (const [queue, { verdict, words, until, event }] of state.verdicts) {
    const when = verdict === 'later' ? describeUntil(until, words, ledger.findEvent(event)?.at ?? '') : '';
    const question = queue === null ? '' : `for ${view.names.search(queue) ?? queue}`;
    if (verdict) explain('verdict', [verdict, when, question].filter(Boolean).join(' '), event);
  }
  for (const { id, para, label } of view.bookmarks(cable)) {
    explain('bookmark', ['◆', para !== null && `¶${para}`, label].filter(Boolean).join(' '), ledger.bookmark(id)!.event);
  }
  for (const { para, text, version } of view.notes(cable))
    explain('note', ['✎', para !== null && `¶${para}`, text].filter(Boolean).join(' '), version);
  if (state.readBy) explain('read', state.read ? 'read' : 'unread', state.readBy);
  return explanations.sort((a, b) => (a.event < b.event ? -1 : 1));
}
