/* What a batch would change, before it is done: `41 undecided, 19 kept before`. Counted with sets, since a batch may be a hundred thousand
 * cables and this is said again with every letter typed.
 */
import { readTagChanges } from '../../../../store/journal/decide/change-tags.ts';
import { readTagName } from '../../../../store/journal/decide/tag-name.ts';
import { groupDigits } from '../../../text/group-digits.ts';
import type { Prompt, ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { type VerdictCommand, verdictOf } from './give-verdict.ts';
import { type Subject, subjectOfPrompt } from './subject.ts';
import { readAs } from './toggle-read.ts';

/** Empty where the prompt is about one cable. */
export function previewBatch(state: ReaderState, prompt: Prompt, around: Surroundings): string {
  const subject = subjectOfPrompt(state, prompt);
  if (subject === null || subject.cables.length < 2) return '';
  const [command, text] = prompt.command === 'repeat' && state.last ? [state.last.command, state.last.text] : [prompt.command, prompt.text];
  switch (command) {
    case 'keep':
    case 'skip':
    case 'later':
    case 'clear':
      return previewVerdict(command, subject, around);
    case 'mark-read': {
      const as = readAs(subject, around);
      const read = countIn(subject.cables, around.personal.ids('read', null, null));
      return phrase([
        [subject.cables.length - read, as === 'unread' ? 'unread already' : 'unread before'],
        [read, as === 'read' ? 'read already' : 'read before'],
      ]);
    }
    case 'tag':
      return previewTags(text, subject, around);
    default:
      return '';
  }
}

function previewVerdict(command: VerdictCommand, { cables, queue }: Subject, { personal }: Surroundings): string {
  const verdict = verdictOf(command);
  const due = personal.ids('due', queue, null);
  const kept = countIn(cables, personal.ids('kept', queue, null));
  const skipped = countIn(cables, personal.ids('skipped', queue, null));
  const later = countIn(cables, personal.ids('later', queue, null).difference(due));
  const when = (of: string) => (of === verdict ? 'already' : 'before');
  return phrase([
    [cables.length - kept - skipped - later, 'undecided'],
    [kept, `kept ${when('kept')}`],
    [skipped, `skipped ${when('skipped')}`],
    [later, `later ${when('later')}`],
  ]);
}

function previewTags(text: string, { cables }: Subject, { personal }: Surroundings): string {
  const { add, remove } = readTagChanges(text);
  const said: string[] = [];
  for (const [names, sign] of [
    [add, '+'],
    [remove, '-'],
  ] as const)
    for (const name of names) {
      const { tag } = readTagName(name);
      if (tag === null) continue;
      const have = countIn(cables, personal.ids('tagged', null, tag));
      said.push(
        sign === '+'
          ? `+${tag}: ${phrase([
              [cables.length - have, 'get it'],
              [have, 'have it already'],
            ])}`
          : `-${tag}: ${phrase([
              [have, 'lose it'],
              [cables.length - have, 'have it not'],
            ])}`,
      );
    }
  return said.join('   ');
}

function countIn(cables: readonly string[], ids: ReadonlySet<string>): number {
  let count = 0;
  for (const cable of cables) if (ids.has(cable)) count += 1;
  return count;
}

const phrase = (parts: readonly (readonly [count: number, what: string])[]): string =>
  parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${groupDigits(count)} ${what}`)
    .join(', ');
