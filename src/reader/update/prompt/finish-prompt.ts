/* What entering a prompt does. */
import type { Step } from '../../messages.ts';
import { currentView, type Prompt, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { goToHit } from '../cable/cable.ts';
import { runCommand } from '../command/run-command.ts';
import { favouriteTags } from '../decide/complete-tag.ts';
import {
  applyTags,
  deferUntil,
  giveVerdict,
  keepSearch,
  subjectOf,
  takeNote,
  toggleBookmark,
  type VerdictCommand,
} from '../decide/decide.ts';
import { follow } from '../follow.ts';
import { narrowList } from '../list/list.ts';
import { nothing, say } from '../step.ts';
import { chosen } from './prompt.ts';

export function finishPrompt(state: ReaderState, prompt: Prompt, around: Surroundings): Step<ReaderState> {
  const text = prompt.text.trim();
  const remembered = remember(state, prompt.kind, text);
  const view = currentView(remembered);
  const subject = subjectOf(remembered);
  switch (prompt.kind) {
    case 'narrow': {
      if (view.kind !== 'list') return nothing(remembered);
      const step = narrowList(remembered, view, text, around, false);
      if ('problem' in step) return nothing(say({ ...remembered, prompt: { ...prompt, error: step.problem } }, step.problem, 'bad'));
      const searched = text === '' || state.library.readOnly ? null : step.state.asked;
      return { state: { ...step.state, searched }, effects: step.effects };
    }
    case 'find': {
      if (view.kind !== 'cable') return nothing(remembered);
      if (text !== '' && (view.find?.hits.length ?? 0) === 0) return nothing(say(remembered, `${text}: not in this cable.`, 'bad'));
      return nothing(text === '' ? remembered : goToHit(remembered, view, view.find!.at, around));
    }
    case 'tag': {
      if (subject === null) return nothing(remembered);
      const favourite = /^[1-9]$/.test(text) ? favouriteTags(around)[Number(text) - 1] : undefined;
      return applyTags(remembered, favourite === undefined ? text : `+${favourite}`, { ...subject, cables: prompt.cables }, around);
    }
    case 'note':
      return takeNote(remembered, text, around);
    case 'because':
      return giveVerdict(remembered, prompt.command as VerdictCommand, around, text === '' ? {} : { because: text });
    case 'until':
      return subject === null ? nothing(remembered) : deferUntil(remembered, text, subject, around);
    case 'label':
      return toggleBookmark(remembered, text, around);
    case 'save':
      return keepSearch(remembered, text, around);
    case 'box': {
      if (/^\d+$/.test(text))
        return runCommand(remembered, { command: 'top', count: Math.max(1, Number(text)), counted: true, settled: true }, around);
      if (text === 'q') return follow(remembered, { to: 'command', command: 'quit' }, around);
      const choice = chosen(prompt);
      if (!choice) return nothing(say(remembered, text === '' ? '' : `${text}: nothing has this name.`, 'bad'));
      if (choice.disabled !== null || choice.target === null)
        return nothing(say(remembered, choice.disabled ?? 'That cannot be opened.', 'bad'));
      return follow(remembered, choice.target, around);
    }
  }
}

const REMEMBERED = 50;

function remember(state: ReaderState, kind: Prompt['kind'], text: string): ReaderState {
  if (text === '' || kind === 'note') return state;
  const earlier = (state.typed[kind] ?? []).filter((typed) => typed !== text);
  return { ...state, typed: { ...state.typed, [kind]: [...earlier, text].slice(-REMEMBERED) } };
}
