/* One message at a time: state -> state and effects. Pure but for what `around` tells (projections, time). */
import type { Message, Step } from './messages.ts';
import type { Seen } from './screens/shown-cables.ts';
import { type Choice, currentView, type ReaderState, withView } from './state.ts';
import type { Surroundings } from './surroundings.ts';
import { refreshHome } from './update/browse/home.ts';
import { leaveRemoved } from './update/browse/questions.ts';
import { refreshThings } from './update/browse/things.ts';
import { cableLoaded, recordReading } from './update/cable/cable.ts';
import { keepPlace } from './update/cable/keep-place.ts';
import { passOverWithoutHits } from './update/cable/pass-over.ts';
import { showTree } from './update/cable/reference-tree.ts';
import { citingLoaded, referencesLoaded } from './update/cable/references.ts';
import { click } from './update/click.ts';
import { runCommand } from './update/command/run-command.ts';
import { whyNot, worksOn } from './update/command/why-not.ts';
import { copyRows } from './update/copy/copy-rows.ts';
import { leavePlain } from './update/copy/show-plain.ts';
import { countAgain, tallyLoaded } from './update/decide/tally.ts';
import { excerptsLoaded, followRows, missingLoaded, monthsLoaded } from './update/list/excerpts.ts';
import { holdRows } from './update/list/hold-rows.ts';
import { fillWindow, openAwaited, rowsLoaded, showNewer, takeBeginning, totalLoaded, undecidedFound } from './update/list/list.ts';
import { rowsMarked } from './update/list/mark-rows.ts';
import { followPreview, previewLoaded } from './update/list/preview.ts';
import { namesLoaded } from './update/prompt/complete-filter.ts';
import { finishPrompt } from './update/prompt/finish-prompt.ts';
import { promptInput } from './update/prompt/prompt.ts';
import { nothing, say } from './update/step.ts';
import { noteEdited } from './update/write/edit-note.ts';

export function update(state: ReaderState, message: Message, around: Surroundings): Step<ReaderState> {
  return followRows(followPreview(readMessage(state, message, around)));
}

function readMessage(state: ReaderState, message: Message, around: Surroundings): Step<ReaderState> {
  switch (message.kind) {
    case 'input':
      return readInput(state, message, around);
    case 'resized': {
      const view = currentView(state);
      return view.kind === 'cable' ? nothing(keepPlace(state, view, message.size, around)) : fillWindow({ ...state, size: message.size });
    }
    case 'rows':
      return openAwaited(takeBeginning(state, message, around) ?? rowsLoaded(state, message), around);
    case 'total':
      return totalLoaded(state, message);
    case 'values': {
      const view = currentView(state);
      return view.kind === 'values' && message.asked === state.asked
        ? nothing(withView(state, { ...view, values: message.values }))
        : nothing(state);
    }
    case 'cable':
      return passOverWithoutHits(state, message, around) ?? cableLoaded(state, message, around);
    case 'preview':
      return previewLoaded(state, message);
    case 'excerpts':
      return excerptsLoaded(state, message);
    case 'names':
      return namesLoaded(state, message, around);
    case 'missing':
      return missingLoaded(state, message);
    case 'months':
      return monthsLoaded(state, message);
    case 'citing':
      return citingLoaded(state, message);
    case 'references':
      return referencesLoaded(state, message);
    case 'handed-on':
      return nothing(say(state, message.trouble ?? message.done, message.trouble === null ? 'plain' : 'bad'));
    case 'tree':
      return nothing(showTree(state, message.tree, around));
    case 'copied':
      return copyRows(state, message.what, message.rows, around);
    case 'choices': {
      const { prompt } = state;
      if (prompt?.kind !== 'box' || prompt.text !== message.text) return nothing(state);
      const filled = {
        ...prompt,
        choices: explainDisabled(message.choices, state, around),
        choice: 0,
        choicesFor: message.text,
        ofNewest: message.ofNewest,
      };
      return prompt.entered ? finishPrompt({ ...state, prompt: null }, filled, around) : nothing({ ...state, prompt: filled });
    }
    case 'next-undecided':
      return undecidedFound(state, message, around);
    case 'tally':
      return tallyLoaded(state, message);
    case 'counts':
      return refreshThings({ ...state, counts: new Map([...state.counts, ...message.counts]), timeline: message.timeline }, around);
    case 'journal-changed':
      return journalChanged(state, message.cables, around);
    case 'ids':
      return rowsMarked(state, message);
    case 'newer':
      // Where nothing is shown nothing can move under the eyes.
      return state.info.cables === 0 ? showNewer(state) : nothing({ ...state, newer: message.cables });
    case 'own-cables':
      return nothing({ ...state, ownCables: message.cables });
    case 'adopted':
      return refreshHome({ ...state, newer: 0 }, around);
    case 'edited':
      return noteEdited(state, message, around);
    case 'tick':
      return recordReading(state, around, false);
    case 'failed':
      return nothing(say(state, message.message, 'bad'));
  }
}

function journalChanged(state: ReaderState, cables: ReadonlySet<string>, around: Surroundings): Step<ReaderState> {
  const counted = countAgain({ ...leaveRemoved(holdRows(state, cables), around), trouble: around.journal.trouble?.message ?? null });
  const refreshed = refreshThings(counted.state, around);
  return { state: refreshed.state, effects: [...counted.effects, ...refreshed.effects] };
}

function readInput(state: ReaderState, { input, seen }: Extract<Message, { kind: 'input' }>, around: Surroundings): Step<ReaderState> {
  if (state.plain) return nothing(leavePlain(state, state.plain, input));
  if (state.prompt) return promptInput(state, input, seen, around);
  switch (input.kind) {
    case 'paste':
      return nothing(say(state, pasteWhere(around), 'bad'));
    case 'wheel':
      return runCommand(state, { command: input.lines > 0 ? 'down' : 'up', count: Math.abs(input.lines), counted: true, seen }, around);
    case 'click':
      return click({ ...state, status: null }, input.row, seen, around);
    case 'key':
      return readKey({ ...state, status: null }, input.key, seen, around);
  }
}

function pasteWhere({ keys }: Surroundings): string {
  const [find, tag, note] = (['find', 'tag', 'note'] as const).map((id) => keys.keyOf(id));
  return `A paste is text: press ${find} or ${tag} or ${note} first, then paste.`;
}

/* Digits before a movement are a count; `0` alone is none. A sequence waits for its next key; one that leads nowhere says so. */
function readKey(state: ReaderState, key: string, seen: Seen, around: Surroundings): Step<ReaderState> {
  const { kind } = currentView(state);
  if (state.pending === '' && /^\d$/.test(key) && !(key === '0' && state.count === '')) {
    return nothing({ ...state, count: (state.count + key).slice(0, 6) });
  }
  const sequence = state.pending === '' ? key : `${state.pending} ${key}`;
  const cleared = { ...state, pending: '', count: '' };
  if (state.pending !== '' && ['esc', '^g', '^c'].includes(key)) return nothing(cleared);
  const found = around.keys.find(sequence, kind);
  if (found === 'prefix') return nothing({ ...state, pending: sequence });
  if (found !== null) {
    const count = state.count === '' ? 1 : Number(state.count);
    return runCommand(cleared, { command: found, count, counted: state.count !== '', seen, key }, around);
  }
  const elsewhere = around.keys.findElsewhere(sequence);
  const pressed = sequence.replaceAll(' ', '');
  return nothing(
    say(cleared, elsewhere ? `${pressed}: ${elsewhere.title}; works ${worksOn(elsewhere)}.` : `${pressed} does nothing here.`),
  );
}

/** Commands that cannot run now say why, below those that can. */
function explainDisabled(choices: readonly Choice[], state: ReaderState, around: Surroundings): Choice[] {
  const explained = choices.map((choice) =>
    choice.target?.to === 'command' ? { ...choice, disabled: whyNot(choice.target.command, state, around) } : choice,
  );
  return state.prompt?.text.trim() === ''
    ? explained.toSorted((a, b) => Number(a.disabled !== null) - Number(b.disabled !== null))
    : explained;
}
