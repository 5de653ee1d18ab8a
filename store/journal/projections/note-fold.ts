/* One note, from the events that name it. Versions that nobody has replaced are its heads:
 *
 *     a ──▶ b ──▶ d        written on top of the version it replaces: one head
 *      └──▶ c              written on the same base elsewhere: two heads, d and c, both kept and shown
 *
 * Merging is one action that writes the merged text on top of every head, and counts as one version.
 */
import type { JournalEvent } from '../events.ts';

export interface NoteVersion {
  readonly event: string;
  readonly action: string;
  readonly cable: string;
  readonly para: number | null;
  readonly quote: string | null;
  readonly text: string;
  readonly draft: boolean;
  readonly at: string;
}

export interface NoteState {
  /** In id order; the last one is shown as the note. Empty: removed. */
  readonly heads: readonly NoteVersion[];
  readonly last: string;
}

export function foldNote(base: NoteState | null, events: readonly JournalEvent[], undone: ReadonlySet<string>): NoteState {
  let heads = base ? [...base.heads] : [];
  let last = base?.last ?? '';
  /* A version that was taken back stands for the one it replaced. */
  const standsFor = new Map<string, string | null>();
  for (const event of events) {
    last = event.id;
    if (event.type !== 'note.written' && event.type !== 'note.removed') continue;
    if (undone.has(event.action)) {
      standsFor.set(event.id, event.data.base);
      continue;
    }
    let replaced = event.data.base;
    while (replaced !== null && standsFor.has(replaced)) replaced = standsFor.get(replaced)!;
    heads = heads.filter((head) => head.event !== replaced && head.action !== event.action);
    if (event.type === 'note.removed') continue;
    const { cable, para, quote, text, draft } = event.data;
    heads.push({
      event: event.id,
      action: event.action,
      cable,
      para: para ?? null,
      quote: quote ?? null,
      text,
      draft: draft === true,
      at: event.at,
    });
  }
  return { heads, last };
}
