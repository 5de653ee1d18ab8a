import { type Copying, copyFrom } from '../copy/copy.ts';
import { askForCommand, handOn } from '../copy/hand-on.ts';
import { showPlain } from '../copy/show-plain.ts';
import { subjectOf } from '../decide/subject.ts';
import { nothing } from '../step.ts';
import type { Run, RunsOf } from './run.ts';

const copy =
  (what: Copying): Run =>
  (state, _, around) =>
    copyFrom(state, what, around);

export const copying: RunsOf<'copy'> = {
  'copy-paragraph': copy('copy-paragraph'),
  'copy-text': copy('copy-text'),
  'copy-id': copy('copy-id'),
  'copy-place': copy('copy-place'),
  'copy-link': copy('copy-link'),
  'copy-chicago': copy('copy-chicago'),
  'copy-bibtex': copy('copy-bibtex'),
  'copy-hashtags': copy('copy-hashtags'),
  'copy-plain': (state) => nothing(showPlain(state)),
  pipe: (state, { command }) => nothing(askForCommand(state, command)),
  'open-outside': (state) => handOn(state, null, subjectOf(state)?.cables ?? []),
};
