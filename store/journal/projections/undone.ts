/* Undo is exclusion: an action is undone when an `action.undone` that is itself not undone names it. So redo is the undo
 * of an undo, and any old action can be taken back while everything later stands.
 *
 *     A tagged    U undoes A    V undoes U        newest first: V counts, so U does not, so A stands
 *
 * An undo can only name something earlier, which is why one pass from the newest to the oldest settles everything.
 */
import type { EventOf } from '../events.ts';

/** @param undos every `action.undone`, oldest first */
export function findUndone(undos: readonly EventOf<'action.undone'>[]): Set<string> {
  const undone = new Set<string>();
  for (let i = undos.length - 1; i >= 0; i -= 1) {
    const undo = undos[i]!;
    if (!undone.has(undo.action) && undo.data.action < undo.action) undone.add(undo.data.action);
  }
  return undone;
}

/** Actions that are in one set and not in the other: those whose meaning has changed. */
export function changedActions(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  return [...after.difference(before), ...before.difference(after)];
}
