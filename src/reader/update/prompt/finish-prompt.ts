/* What entering a prompt does. */

import { closeQuery } from '../../../../store/query/close-query.ts';
import type { Step } from '../../messages.ts';
import { EVERYTHING } from '../../screens/shown-cables.ts';
import { currentView, type Prompt, type ReaderState, withView } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { goToHit } from '../cable/cable.ts';
import { runCommand } from '../command/run-command.ts';
import { handOn } from '../copy/hand-on.ts';
import { deferUntil, giveVerdict, type VerdictCommand } from '../decide/give-verdict.ts';
import { repeatLast } from '../decide/repeat.ts';
import { subjectOfPrompt } from '../decide/subject.ts';
import { toggleRead } from '../decide/toggle-read.ts';
import { follow } from '../follow.ts';
import { narrowList } from '../list/list.ts';
import { markByQuery } from '../list/mark-rows.ts';
import { nothing, say } from '../step.ts';
import { applyTags } from '../write/apply-tags.ts';
import { favouriteTags } from '../write/complete-tag.ts';
import { keepSearch } from '../write/keep-search.ts';
import { giveName } from '../write/rename-tag.ts';
import { notePlace, takeNote } from '../write/take-note.ts';
import { toggleBookmark } from '../write/toggle-bookmark.ts';
import { chosen } from './prompt.ts';

export function finishPrompt(state: ReaderState, prompt: Prompt, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  const typed = prompt.text.trim();
  const text = prompt.kind === 'narrow' && view.kind === 'list' ? closeQuery(typed) : typed;
  const remembered = remember(state, prompt.kind, text);
  const subject = subjectOfPrompt(remembered, prompt);
  switch (prompt.kind) {
    case 'narrow': {
      if (view.kind !== 'list') return nothing(remembered);
      const step = narrowList(remembered, view, typed, around, false);
      if ('problem' in step) return staysOpen(remembered, prompt, step.problem);
      const searched = text === '' || state.library.readOnly ? null : step.state.asked;
      return { state: { ...step.state, searched }, effects: step.effects };
    }
    case 'find': {
      if (view.kind !== 'cable') return nothing(remembered);
      // The first letters may have led elsewhere: one stays where one was, with the hits one had.
      if (text !== '' && (view.find?.hits.length ?? 0) === 0)
        return nothing(say(withView(remembered, prompt.before ?? view), `${text}: not in this cable.`, 'bad'));
      return nothing(text === '' ? remembered : goToHit(remembered, view, view.find!.at, around));
    }
    case 'tag': {
      if (subject === null) return nothing(remembered);
      const favourite = /^[1-9]$/.test(text) ? favouriteTags(around)[Number(text) - 1] : undefined;
      return applyTags(remembered, favourite === undefined ? text : `+${favourite}`, subject, around);
    }
    case 'note': {
      const place = notePlace(remembered, around);
      return place ? takeNote(remembered, place, text, around) : nothing(remembered);
    }
    case 'because':
      if (subject === null) return nothing(remembered);
      return giveVerdict(remembered, prompt.command as VerdictCommand, subject, around, text === '' ? {} : { because: text });
    case 'until':
      if (subject === null) return nothing(remembered);
      return (
        deferUntil(remembered, text, subject, around) ??
        staysOpen(remembered, prompt, `${text}: no day. Type tomorrow, 3d, fri, next month, 2027-01-15`)
      );
    case 'confirm':
      if (subject === null) return nothing(remembered);
      if (prompt.command === 'mark-read') return toggleRead(remembered, subject, around);
      if (prompt.command === 'repeat') return repeatLast(remembered, subject, around);
      return giveVerdict(remembered, prompt.command as VerdictCommand, subject, around);
    case 'mark': {
      if (view.kind !== 'list' || text === '') return nothing(remembered);
      const step = markByQuery(remembered, view, text, around);
      return 'problem' in step ? staysOpen(remembered, prompt, step.problem) : step;
    }
    case 'rename':
      return giveName(remembered, prompt, around);
    case 'pipe':
      return text === '' ? nothing(remembered) : handOn(remembered, text, prompt.cables);
    case 'label':
      return toggleBookmark(remembered, text, around);
    case 'save':
      return keepSearch(remembered, text, around);
    case 'box': {
      if (/^\d+$/.test(text))
        return runCommand(remembered, { command: 'top', count: Math.max(1, Number(text)), counted: true, seen: EVERYTHING }, around);
      if (text === 'q') return follow(remembered, { to: 'command', command: 'quit' }, around);
      const choice = chosen(prompt);
      if (!choice) return text === '' ? nothing(remembered) : staysOpen(remembered, prompt, `${text}: nothing has this name.`);
      if (choice.disabled !== null || choice.target === null)
        return nothing(say(remembered, choice.disabled ?? 'That cannot be opened.', 'bad'));
      return follow(remembered, choice.target, around);
    }
  }
}

/** What is wrong is said, and what was typed stays to be mended. */
const staysOpen = (state: ReaderState, prompt: Prompt, error: string): Step<ReaderState> =>
  nothing({ ...state, prompt: { ...prompt, entered: false, error } });

const REMEMBERED = 50;

/** Letters that narrow a table of values are no filter. */
function remember(state: ReaderState, kind: Prompt['kind'], text: string): ReaderState {
  if (text === '' || kind === 'note' || (kind === 'narrow' && currentView(state).kind !== 'list')) return state;
  const earlier = (state.typed[kind] ?? []).filter((typed) => typed !== text);
  return { ...state, typed: { ...state.typed, [kind]: [...earlier, text].slice(-REMEMBERED) } };
}
