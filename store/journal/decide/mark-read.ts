/* Opening, reading, marking as read. Pure; nothing where nothing changes. */
import type { EventDraft } from '../events.ts';
import type { Personal, Via } from '../personal.ts';

export function markRead(
  personal: Personal,
  input: { readonly cables: readonly string[]; readonly as: 'read' | 'unread'; readonly via: Via },
): EventDraft[] {
  const { as, via } = input;
  const cables = [...new Set(input.cables)].filter((cable) => personal.mark(cable, null).read !== (as === 'read'));
  return cables.length === 0 ? [] : [{ type: 'cable.marked', data: { cables, as, via } }];
}

/** The cable's screen was opened. Each time: it begins a visit. */
export function openCable(_personal: Personal, input: { readonly cable: string; readonly via: Via }): EventDraft[] {
  return [{ type: 'cable.opened', data: { cable: input.cable, via: input.via } }];
}

export interface ReadingInput {
  readonly cable: string;
  /** Which of its texts: the sha256 of its source. */
  readonly version: string;
  /** Paragraph ordinal one is at, 1-based (0: before the first), and how many there are. */
  readonly para: number;
  readonly of: number;
  /** Time on its screen since the last such event of this visit; milliseconds. */
  readonly ms: number;
}

/** Every 30 s and on leaving. */
export function readCable(personal: Personal, input: ReadingInput): EventDraft[] {
  const { cable, version } = input;
  const [para, of, ms] = [input.para, input.of, input.ms].map((n) => Math.max(0, Math.round(n))) as [number, number, number];
  const place = personal.place(cable);
  const moved = place === null || place.para !== para || place.of !== of;
  return ms === 0 && !moved ? [] : [{ type: 'cable.read', data: { cable, version, para, of, ms } }];
}
