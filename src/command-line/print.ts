/* Everything that a command prints goes through here: nothing of a cable reaches a terminal as it is. */
import { escapeForJson, makeVisible } from '../text/visible.ts';
import type { Surroundings } from './command.ts';

/** One line of text, made harmless, with its newline. */
export function printLine({ stdout }: Pick<Surroundings, 'stdout'>, text: string): void {
  stdout.write(`${makeVisible(text)}\n`);
}

/** One object a line, every control, bidi and tag character escaped. */
export function printJson({ stdout }: Pick<Surroundings, 'stdout'>, value: unknown): void {
  stdout.write(`${escapeForJson(JSON.stringify(value))}\n`);
}
