import type { ReaderState } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';

/** Another question's verdict on the cable under the cursor is said in the status line, where nothing else is. */
export function saysElsewhere(state: ReaderState, cable: string, question: string | null, { personal }: Surroundings): ReaderState {
  if (state.status !== null) return state;
  const { verdict, elsewhere } = personal.mark(cable, question);
  const others = elsewhere.filter((other) => other.verdict !== verdict);
  if (others.length === 0) return state;
  const names = new Map(personal.searches().map(({ id, name }) => [id, name]));
  const said = others.map(
    (other) => `${other.verdict} ${other.queue === null ? 'outside any question' : `for ${names.get(other.queue) ?? other.queue}`}`,
  );
  return { ...state, status: { text: said.join(', '), tone: 'plain', undo: false } };
}
