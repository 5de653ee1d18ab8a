/* The line one types in: readline keys, history, completion, paste as text. Narrowing and finding act while one types. */

import { foldWords } from '../../../../store/query/fold-words.ts';
import { findHits } from '../../cable-text/find-hits.ts';
import type { Step } from '../../messages.ts';
import { nameBatch, type Seen } from '../../screens/shown-cables.ts';
import { type Choice, currentView, type ListView, type Prompt, type ReaderState, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import type { Input } from '../../terminal/terminal.ts';
import { findInCable } from '../cable/cable.ts';
import { narrowList } from '../list/list.ts';
import { nothing, withEffects } from '../step.ts';
import { completeTag, favouriteTags } from '../write/complete-tag.ts';
import { askForNames, completesFilter, offerCompletion, takeCompletion } from './complete-filter.ts';
import { finishPrompt } from './finish-prompt.ts';
import { typedBefore } from './typed-before.ts';

/** Opens a prompt. */
export function ask(state: ReaderState, prompt: Pick<Prompt, 'kind' | 'ask' | 'command'> & Partial<Prompt>): ReaderState {
  const text = prompt.text ?? '';
  return {
    ...state,
    pending: '',
    count: '',
    prompt: {
      text,
      cursor: text.length,
      cables: [],
      before: null,
      choices: [],
      choice: 0,
      choicesFor: null,
      ofNewest: null,
      entered: false,
      error: null,
      completion: null,
      history: -1,
      draft: '',
      ...prompt,
    },
  };
}

export function promptInput(state: ReaderState, input: Input, seen: Seen, around: Surroundings): Step<ReaderState> {
  const prompt = state.prompt!;
  if (prompt.kind === 'confirm') return confirmInput(state, prompt, input, seen, around);
  if (input.kind === 'paste') return edited(state, insert(prompt, input.text.replaceAll(/[\r\n\t]+/g, ' ')), around);
  if (input.kind !== 'key') return nothing(state);
  const { text, cursor } = prompt;
  const moved = (to: number) => nothing({ ...state, prompt: { ...prompt, cursor: Math.max(0, Math.min(text.length, to)) } });
  const cut = (from: number, to: number) => edited(state, { ...prompt, text: text.slice(0, from) + text.slice(to), cursor: from }, around);
  const wordStart = /\S*\s*$/.exec(text.slice(0, cursor))!.index;
  switch (input.key) {
    case 'enter':
      // On a slow link enter may come in one chunk with the name: it waits for the choices.
      if (prompt.kind === 'box' && prompt.choicesFor !== text) return nothing({ ...state, prompt: { ...prompt, entered: true } });
      if (isUnseenBatch(prompt, seen)) return notSeenYet(state, prompt);
      return finishPrompt({ ...state, prompt: null }, prompt, around);
    case 'esc':
    case '^c':
    case '^g':
      return cancelPrompt(state, prompt);
    case 'backspace':
    case '^h':
      if (text === '') return cancelPrompt(state, prompt);
      return cursor === 0 ? nothing(state) : cut(cursor - 1, cursor);
    case 'delete':
    case '^d':
      return cut(cursor, cursor + 1);
    case '^w':
      return cut(wordStart, cursor);
    case '^u':
      return cut(0, cursor);
    case '^k':
      return cut(cursor, text.length);
    case 'left':
    case '^b':
      return moved(cursor - 1);
    case 'right':
    case '^f':
      return moved(cursor + 1);
    case 'home':
    case '^a':
      return moved(0);
    case 'end':
    case '^e':
      return moved(text.length);
    case 'M-b':
      return moved(wordStart);
    case 'M-f':
      return moved(cursor + /^\s*\S*/.exec(text.slice(cursor))![0].length);
    case 'tab':
      if (prompt.kind === 'tag' || prompt.kind === 'rename') return edited(state, completeTag(prompt, around), around);
      return completesFilter(state, prompt) ? complete(state, prompt, 1, around) : choose(state, prompt, 1);
    case 'S-tab':
      return completesFilter(state, prompt) ? complete(state, prompt, -1, around) : choose(state, prompt, -1);
    case 'up':
    case '^p':
      return prompt.kind === 'box' ? choose(state, prompt, -1) : recall(state, prompt, 1, around);
    case 'down':
    case '^n':
      return prompt.kind === 'box' ? choose(state, prompt, 1) : recall(state, prompt, -1, around);
    case 'space':
      return edited(state, insert(prompt, ' '), around);
    default:
      if (prompt.kind === 'tag' && text === '' && /^[1-9]$/.test(input.key)) return takeFavourite(state, prompt, Number(input.key), around);
      return [...input.key].length === 1 ? edited(state, insert(prompt, input.key), around) : nothing(state);
  }
}

/** `t1`: a favourite at once; on many cables it is typed, and entered once one has seen what it changes. */
function takeFavourite(state: ReaderState, prompt: Prompt, number: number, around: Surroundings): Step<ReaderState> {
  const tag = favouriteTags(around)[number - 1];
  if (tag === undefined) return edited(state, insert(prompt, String(number)), around);
  const named = insert(prompt, `+${tag}`);
  return prompt.cables.length > 1 ? edited(state, named, around) : finishPrompt({ ...state, prompt: null }, named, around);
}

/** Enter, or the deciding key once more, does it. */
function confirmInput(state: ReaderState, prompt: Prompt, input: Input, seen: Seen, around: Surroundings): Step<ReaderState> {
  if (input.kind !== 'key') return nothing(state);
  if (['esc', '^c', '^g', 'q', 'n'].includes(input.key)) return cancelPrompt(state, prompt);
  if (input.key !== 'enter' && input.key !== 'y' && input.key !== around.keys.keyOf(prompt.command)) return nothing(state);
  return isUnseenBatch(prompt, seen) ? notSeenYet(state, prompt) : finishPrompt({ ...state, prompt: null }, prompt, around);
}

const BATCHES: ReadonlySet<Prompt['kind']> = new Set(['confirm', 'tag', 'because', 'until']);

const isUnseenBatch = (prompt: Prompt, seen: Seen): boolean =>
  (prompt.kind === 'rename' || (BATCHES.has(prompt.kind) && prompt.cables.length > 1)) && !seen.has(nameBatch(prompt));

const notSeenYet = (state: ReaderState, prompt: Prompt): Step<ReaderState> =>
  nothing({ ...state, prompt: { ...prompt, error: 'Not done: what it changes was not shown yet. Now it is:  enter' } });

function insert(prompt: Prompt, text: string): Prompt {
  return {
    ...prompt,
    text: prompt.text.slice(0, prompt.cursor) + text + prompt.text.slice(prompt.cursor),
    cursor: prompt.cursor + text.length,
    history: -1,
    entered: false,
  };
}

/** What typing does at once: narrow, find, look for names. */
function edited(state: ReaderState, prompt: Prompt, around: Surroundings): Step<ReaderState> {
  const typed: ReaderState = { ...state, prompt: { ...prompt, error: null } };
  const view = currentView(state);
  if (prompt.kind === 'box') return withEffects(typed, { kind: 'load-choices', text: prompt.text });
  if (prompt.kind === 'narrow' && view.kind === 'list')
    return narrowed(state, view, offerCompletion(state, { ...prompt, error: null }, around), around);
  if (prompt.kind === 'mark')
    return withEffects({ ...typed, prompt: offerCompletion(state, typed.prompt!, around) }, ...askForNames(state));
  if (prompt.kind === 'narrow' && (view.kind === 'values' || view.kind === 'things'))
    return nothing(withView(typed, { ...view, narrow: prompt.text, cursor: 0, top: 0 }));
  if (prompt.kind === 'find' && view.kind === 'cable' && view.cable) {
    const words = foldWords(prompt.text);
    const hits = words.length === 0 ? [] : findHits(view.cable, [{ words, prefix: true }]);
    return nothing(findInCable(typed, view, prompt.text, hits, around));
  }
  return nothing(typed);
}

/** The list for what is typed. A field whose value is only begun leaves the rows of what stands before it, not those of its name as a word. */
function narrowed(state: ReaderState, view: ListView, prompt: Prompt, around: Surroundings): Step<ReaderState> {
  const { text } = prompt;
  const step = narrowList({ ...state, prompt }, view, text, around, !/\s$/.test(text));
  if (!('problem' in step)) return step;
  const wrong = { ...state, prompt: { ...prompt, error: step.problem } };
  const before = text.replace(/-?\S*$/, '');
  if (before === text || before.trim() === view.query.trim()) return nothing(wrong);
  const rest = narrowList(wrong, view, before, around, false);
  return 'problem' in rest ? nothing(wrong) : rest;
}

/** Puts the next name in. The only one there was is taken, and what may follow it is offered; of several the next `tab` takes another. */
function complete(state: ReaderState, prompt: Prompt, step: 1 | -1, around: Surroundings): Step<ReaderState> {
  const offered = prompt.completion ?? offerCompletion(state, prompt, around).completion;
  const taken = takeCompletion({ ...prompt, completion: offered }, step);
  const view = currentView(state);
  if (taken === null || view.kind !== 'list') return nothing(state);
  const next = { ...taken, history: -1, error: null };
  if (offered?.options.length === 1) return edited(state, next, around);
  return prompt.kind === 'narrow' ? narrowed(state, view, next, around) : nothing({ ...state, prompt: next });
}

function cancelPrompt(state: ReaderState, prompt: Prompt): Step<ReaderState> {
  const closed = { ...state, prompt: null };
  if (prompt.before === null) return nothing(closed);
  const restored = withView(closed, prompt.before);
  const view = prompt.before;
  // The rows of the filter before may have been replaced while typing.
  return view.kind === 'list'
    ? withEffects(withView({ ...restored, asked: state.asked + 1 }, { ...view, asked: state.asked + 1 }), {
        kind: 'load-rows',
        asked: state.asked + 1,
        plan: view.plan,
        sort: view.sort,
        from: Math.max(0, view.top - 20),
        limit: 200,
      })
    : nothing(restored);
}

function choose(state: ReaderState, prompt: Prompt, step: number): Step<ReaderState> {
  const count = prompt.choices.length;
  return count === 0 ? nothing(state) : nothing({ ...state, prompt: { ...prompt, choice: (prompt.choice + step + count) % count } });
}

function recall(state: ReaderState, prompt: Prompt, step: number, around: Surroundings): Step<ReaderState> {
  const typed = typedBefore(state, prompt.kind, around);
  const history = Math.max(-1, Math.min(typed.length - 1, prompt.history + step));
  if (history === prompt.history) return nothing(state);
  const draft = prompt.history === -1 ? prompt.text : prompt.draft;
  const text = history === -1 ? draft : typed[typed.length - 1 - history]!;
  const step2 = edited(state, { ...prompt, text, cursor: text.length, draft }, around);
  return { ...step2, state: { ...step2.state, prompt: step2.state.prompt && { ...step2.state.prompt, history } } };
}

export const chosen = ({ choices, choice }: Prompt): Choice | null => choices[choice] ?? null;
