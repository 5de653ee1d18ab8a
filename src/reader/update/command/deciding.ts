import type { Step } from '../../messages.ts';
import { currentView, type Prompt, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import {
  giveVerdict,
  redoLast,
  repeatLast,
  subjectOf,
  toggleBookmark,
  toggleRead,
  undoLast,
  type VerdictCommand,
} from '../decide/decide.ts';
import { ask } from '../prompt/prompt.ts';
import { nothing, say } from '../step.ts';
import type { Run, RunsOf } from './run.ts';

export const deciding: RunsOf<'decide'> = {
  keep: give('keep'),
  skip: give('skip'),
  later: give('later'),
  clear: give('clear'),
  'keep-because': (state) => askAbout(state, { kind: 'because', ask: 'keep, because: ', command: 'keep' }),
  'skip-because': (state) => askAbout(state, { kind: 'because', ask: 'skip, because: ', command: 'skip' }),
  'later-until': (state) => askAbout(state, { kind: 'until', ask: 'later, until (tomorrow, 3d, fri, next month): ', command: 'later' }),
  'mark-read': (state, _, around) => toggleRead(state, around),
  tag: (state, { command }) => {
    const count = subjectOf(state)?.cables.length ?? 0;
    return askAbout(state, { kind: 'tag', ask: count > 1 ? `tag ${count} cables: ` : 'tag: ', command });
  },
  note: (state, _, around) => askNote(state, around),
  bookmark: (state, _, around) => toggleBookmark(state, null, around),
  'bookmark-label': (state, { command }) => nothing(ask(state, { kind: 'label', ask: 'bookmark as: ', command })),
  repeat: (state, _, around) => repeatLast(state, around),
  undo: (state, _, around) => undoLast(state, around),
  redo: (state, _, around) => redoLast(state, around),
};

function give(command: VerdictCommand): Run {
  return (state, _, around) => giveVerdict(state, command, around);
}

/** Asks for words about the cables under the cursor or marked. */
function askAbout(state: ReaderState, prompt: Pick<Prompt, 'kind' | 'ask' | 'command'> & Partial<Prompt>): Step<ReaderState> {
  const subject = subjectOf(state);
  if (subject === null) return nothing(say(state, 'No cable under the cursor.', 'bad'));
  return nothing(ask(state, { ...prompt, cables: subject.cables }));
}

/** A note on the paragraph under the cursor, or on the cable; one that is there is gone on with. */
function askNote(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const view = currentView(state);
  const [cable] = subjectOf(state)?.cables ?? [];
  const para = view.kind === 'cable' && view.paragraph !== null ? view.paragraph + 1 : null;
  const earlier = cable === undefined ? undefined : around.personal.notes(cable).find((note) => note.para === para);
  return askAbout(state, {
    kind: 'note',
    ask: para === null ? 'note: ' : `note on ${around.glyphs.paragraph}${para}: `,
    command: 'note',
    text: earlier?.text.replaceAll('\n', ' ') ?? '',
  });
}
