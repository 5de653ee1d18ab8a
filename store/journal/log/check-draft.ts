/* Checks what is about to be written. The schemas take 30 ms to load, more than all the rest of a start: they come in a
 * while later, and until then the check by hand (the one that replay relies on) has to do.
 */
import type { EventDraft } from '../events.ts';
import { isWellFormed } from './well-formed.ts';

const LOAD_AFTER = 1_000;

let check: ((draft: EventDraft) => void) | null = null;

/** Loads the schemas when the start is over. Does not keep the process alive. */
export function prepareChecks(): void {
  if (check) return;
  setTimeout(() => {
    void import('./schema.ts').then(({ checkAgainstSchema }) => {
      check = checkAgainstSchema;
    });
  }, LOAD_AFTER).unref();
}

/** @throws TypeError where a draft is not what its type says: a programming error, never a person's */
export function checkDraft(draft: EventDraft): void {
  if (check) check(draft);
  else if (!isWellFormed(draft.type, draft.data)) throw new TypeError(`The event ${draft.type} cannot be written: wrong shape.`);
}
