/* Keep, skip, defer, clear: a verdict about cables, for a question or outside of any. Pure; nothing where nothing changes. */
import type { EventDraft } from '../events.ts';
import type { CableMark, Personal, Via } from '../personal.ts';

export interface VerdictInput {
  readonly cables: readonly string[];
  /** Id of the saved search, or null. */
  readonly queue: string | null;
  readonly via: Via;
  readonly because?: string;
}

export interface DeferralInput extends VerdictInput {
  /** ISO instant from which it is undecided again; without one it waits until it is decided. */
  readonly until?: string;
  /** As typed: `fri`. */
  readonly words?: string;
}

export function keepCables(personal: Personal, input: VerdictInput): EventDraft[] {
  const cables = changing(personal, input, (mark) => mark.verdict !== 'kept' || newReason(mark, input));
  return cables.length === 0 ? [] : [{ type: 'cable.kept', data: judge(cables, input) }];
}

export function skipCables(personal: Personal, input: VerdictInput): EventDraft[] {
  const cables = changing(personal, input, (mark) => mark.verdict !== 'skipped' || newReason(mark, input));
  return cables.length === 0 ? [] : [{ type: 'cable.skipped', data: judge(cables, input) }];
}

export function deferCables(personal: Personal, input: DeferralInput): EventDraft[] {
  const { until, words } = input;
  const cables = changing(
    personal,
    input,
    (mark) =>
      mark.verdict !== 'later' || mark.due || mark.until !== (until ?? null) || mark.words !== (words ?? null) || newReason(mark, input),
  );
  if (cables.length === 0) return [];
  return [{ type: 'cable.deferred', data: { ...judge(cables, input), ...(until && { until }), ...(words && { words }) } }];
}

/** Makes them undecided again. */
export function resetCables(personal: Personal, input: VerdictInput): EventDraft[] {
  const cables = changing(personal, input, (mark) => mark.verdict !== null);
  return cables.length === 0 ? [] : [{ type: 'cable.reset', data: judge(cables, input) }];
}

function changing(personal: Personal, { cables, queue }: VerdictInput, changes: (mark: CableMark) => boolean): string[] {
  return [...new Set(cables)].filter((cable) => changes(personal.mark(cable, queue)));
}

function newReason(mark: CableMark, { because }: VerdictInput): boolean {
  return because !== undefined && because !== '' && because !== mark.because;
}

function judge(cables: string[], { queue, via, because }: VerdictInput) {
  return { cables, queue, via, ...(because && { because }) };
}
