/* Everything that a command prints goes through here: nothing of a cable reaches a terminal as it is. */
import { escapeForJson, makeVisible } from '../text/visible.ts';
import type { Surroundings } from './command.ts';

/** One line of text, made harmless, with its newline. */
export function printLine({ stdout }: Pick<Surroundings, 'stdout'>, text: string): void {
  stdout.write(`${makeVisible(text)}\n`);
}

/** Text that is harmless already. Done when it was taken: whoever reads it sets the pace, and a pipe that was closed is noticed. */
export function printText({ stdout }: Pick<Surroundings, 'stdout'>, text: string): Promise<void> {
  return new Promise((resolve) => {
    stdout.write(text, () => resolve());
  });
}

/** One object a line, every control, bidi and tag character escaped. */
export function printJson({ stdout }: Pick<Surroundings, 'stdout'>, value: unknown): void {
  stdout.write(`${escapeForJson(JSON.stringify(value))}\n`);
}
