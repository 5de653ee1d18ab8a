import type { Step } from '../../messages.ts';
import type { Prompt, ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { giveVerdict, type VerdictCommand } from '../decide/give-verdict.ts';
import { repeatLast } from '../decide/repeat.ts';
import { nameCables, type Subject, subjectOf } from '../decide/subject.ts';
import { readAs, toggleRead } from '../decide/toggle-read.ts';
import { redoLast, undoLast } from '../decide/undo.ts';
import { ask } from '../prompt/prompt.ts';
import { nothing, say } from '../step.ts';
import { editNote } from '../write/edit-note.ts';
import { askForName, tagUnderCursor } from '../write/rename-tag.ts';
import { namePlace, notePlace } from '../write/take-note.ts';
import { toggleBookmark } from '../write/toggle-bookmark.ts';
import type { Run, RunsOf } from './run.ts';

export const deciding: RunsOf<'decide'> = {
  keep: give('keep'),
  skip: give('skip'),
  later: give('later'),
  clear: give('clear', 'verdict off'),
  'keep-because': (state) => askAbout(state, 'because', 'keep', (cables) => `keep ${cables}because: `),
  'skip-because': (state) => askAbout(state, 'because', 'skip', (cables) => `skip ${cables}because: `),
  'later-until': (state) => askAbout(state, 'until', 'later', (cables) => `later ${cables}until: `),
  'mark-read': onOneOrMany(toggleRead, (subject, around) => `mark ${readAs(subject, around)}`),
  tag: (state) => {
    const tag = tagUnderCursor(state);
    return tag === null ? askForTags(state) : askForName(state, tag);
  },
  note: (state, _, around) => askNote(state, around),
  'note-in-editor': (state, _, around) => editNote(state, around),
  bookmark: (state, _, around) => toggleBookmark(state, null, around),
  'bookmark-label': (state, { command }) => nothing(ask(state, { kind: 'label', ask: 'bookmark as: ', command })),
  repeat: onOneOrMany(repeatLast, (_, __, { last }) => (last ? [last.command, last.text, last.because].filter(Boolean).join(' ') : '')),
  undo: (state, _, around) => undoLast(state, around),
  redo: (state, _, around) => redoLast(state, around),
};

function give(command: VerdictCommand, verb: string = command): Run {
  return onOneOrMany(
    (state, subject, around) => giveVerdict(state, command, subject, around),
    () => verb,
  );
}

/** One cable at once; many are asked about first, with what would change. */
function onOneOrMany(
  decide: (state: ReaderState, subject: Subject, around: Surroundings) => Step<ReaderState>,
  verb: (subject: Subject, around: Surroundings, state: ReaderState) => string,
): Run {
  return (state, { command }, around) => {
    const subject = subjectOf(state);
    if (subject === null) return nothing(say(state, 'No cable under the cursor.', 'bad'));
    if (subject.cables.length === 1) return decide(state, subject, around);
    const { cables } = subject;
    return nothing(ask(state, { kind: 'confirm', ask: `${verb(subject, around, state)} ${nameCables(cables)}?`, command, cables }));
  };
}

const askForTags = (state: ReaderState): Step<ReaderState> =>
  askAbout(state, 'tag', 'tag', (cables) => `tag${cables === '' ? '' : ` ${cables.trimEnd()}`}: `);

/** Asks for words about the cables under the cursor or marked. @param line gets `60 cables, ` or nothing */
function askAbout(
  state: ReaderState,
  kind: Prompt['kind'],
  command: Prompt['command'],
  line: (cables: string) => string,
): Step<ReaderState> {
  const cables = subjectOf(state)?.cables ?? [];
  if (cables.length === 0) return nothing(say(state, 'No cable under the cursor.', 'bad'));
  return nothing(ask(state, { kind, ask: line(cables.length === 1 ? '' : `${nameCables(cables)} `), command, cables }));
}

/** A note on the paragraph under the cursor, or on the cable; one that is there is gone on with. */
function askNote(state: ReaderState, around: Surroundings): Step<ReaderState> {
  const place = notePlace(state, around);
  if (place === null) return nothing(say(state, 'No cable under the cursor.', 'bad'));
  // What one line cannot show is not to be lost by entering one.
  if (place.there && (place.there.text.includes('\n') || place.there.conflicts.length > 0)) return editNote(state, around);
  const on = place.para === null ? 'note: ' : `note on ${namePlace(place, around)}: `;
  return nothing(ask(state, { kind: 'note', ask: on, command: 'note', cables: [place.cable], text: place.there?.text ?? '' }));
}
