/* How a command ends. 0 done, 1 nothing found, 2 wrong usage or bad input, 3 damaged store. */

export const NOTHING_FOUND = 1;
export const WRONG_USAGE = 2;
export const DAMAGED_STORE = 3;

/** Ends a command with one sentence on standard error: what happened, what is safe, what to type. */
export class Refusal extends Error {
  readonly code: number;

  constructor(message: string, code: number = WRONG_USAGE) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}
