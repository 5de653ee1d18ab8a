/* `yv`: text alone on the screen, for terminals that take no clipboard from afar. */
import { paragraphText } from '../../cable-text/paragraph-text.ts';
import { plainLines } from '../../screens/plain.ts';
import { currentView, type PlainText, type ReaderState } from '../../state.ts';
import type { Input } from '../../terminal/terminal.ts';

/** What was copied last; before anything was, the paragraph under the cursor or the whole cable. */
export function showPlain(state: ReaderState): ReaderState {
  const text = state.copied ?? readText(state);
  return text === null ? state : { ...state, plain: { text, top: 0 } };
}

function readText(state: ReaderState): string | null {
  const view = currentView(state);
  if (view.kind !== 'cable' || view.cable === null) return null;
  const { cable, paragraph } = view;
  const found = paragraph === null ? undefined : cable.paragraphs[paragraph];
  return found ? paragraphText(cable, found) : cable.body.replaceAll('¶', '');
}

const ON: ReadonlySet<string> = new Set(['space', 'f', 'pgdn', 'enter', 'j', 'down']);

/** A key goes on to the rest of a long text, every other closes it. The mouse belongs to the terminal. */
export function leavePlain(state: ReaderState, { text, top }: PlainText, input: Input): ReaderState {
  if (input.kind === 'click') return state;
  const next = top + state.size.rows;
  const goesOn = input.kind === 'wheel' ? input.lines > 0 : input.kind === 'key' && ON.has(input.key);
  return { ...state, plain: goesOn && next < plainLines(text, state.size.columns).length ? { text, top: next } : null };
}
