/* Completion of a filter: fields, and the values that the library has. `tab` puts the next one in, `S-tab` the one before. */
import { type Completion, completeQuery, type QueryNames } from '../../../../store/query/complete-query.ts';
import type { Effect, Message, Step } from '../../messages.ts';
import { currentView, type Prompt, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { nothing } from '../step.ts';

export interface FilterCompletion extends Completion {
  /** The text that is completed. */
  readonly of: string;
  /** Index of the option put in; null: none yet. */
  readonly at: number | null;
}

export const completesFilter = (state: ReaderState, { kind }: Prompt): boolean =>
  (kind === 'narrow' || kind === 'mark') && currentView(state).kind === 'list';

/** Asks for the names of the library where they are not known, or those of an older index. */
export function askForNames({ names, info }: ReaderState): readonly Effect[] {
  return names?.generation === info.generation ? [] : [{ kind: 'load-names', generation: info.generation }];
}

export function namesLoaded(state: ReaderState, { names }: Extract<Message, { kind: 'names' }>, around: Surroundings): Step<ReaderState> {
  const known: ReaderState = { ...state, names };
  const { prompt } = known;
  return nothing(prompt && completesFilter(known, prompt) ? { ...known, prompt: offerCompletion(known, prompt, around) } : known);
}

/** The names of the library and one's own. */
export function queryNames({ names }: ReaderState, { personal }: Surroundings): QueryNames {
  const { origins = [], countries = [], tags = [], years = [] } = names ?? {};
  const mine = personal.tags().map(({ tag, count }) => ({ value: tag, count }));
  const searches = personal.searches().map(({ name, query }) => ({ value: name, meaning: query }));
  return { origins, countries, tags, years, mine, searches };
}

/** What may stand in place of the word before the cursor. */
export function offerCompletion(state: ReaderState, prompt: Prompt, around: Surroundings): Prompt {
  const found = completeQuery(prompt.text, prompt.cursor, queryNames(state, around));
  return { ...prompt, completion: { ...found, of: prompt.text, at: null } };
}

/** The text with the next option in place; null where there is none. */
export function takeCompletion(prompt: Prompt, step: 1 | -1): Prompt | null {
  const { completion } = prompt;
  if (completion === null || completion.options.length === 0) return null;
  const { of, start, end, options, at } = completion;
  const next = at === null ? (step > 0 ? 0 : options.length - 1) : (at + step + options.length) % options.length;
  const { text } = options[next]!;
  return {
    ...prompt,
    text: of.slice(0, start) + text + of.slice(end),
    cursor: start + text.length,
    completion: { ...completion, at: next },
  };
}
