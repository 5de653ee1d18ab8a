/* What is copied to the clipboard of the machine one sits at, through the terminal. */

import { fillLink } from '../../../config/fill-link.ts';
import type { CommandId } from '../../keys/keymap.ts';
import type { Step } from '../../messages.ts';
import { currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { subjectOf } from '../decide/subject.ts';
import { nothing, say, withEffects } from '../step.ts';

export function copyFrom(state: ReaderState, command: Extract<CommandId, `copy-${string}`>, { config }: Surroundings): Step<ReaderState> {
  const subject = subjectOf(state);
  if (subject === null) return nothing(say(state, 'No cable under the cursor.', 'bad'));
  const ids = subject.cables.join('\n');
  if (command === 'copy-id') return copied(state, ids, ids.replaceAll('\n', ' '));
  if (command === 'copy-link')
    return copied(
      state,
      subject.cables.map((id) => fillLink(config.links.cable, { id, created: createdOf(id, state) })).join('\n'),
      'link',
    );
  if (command === 'copy-hashtags') return copied(state, `#cablegate #${ids.replaceAll('\n', ' #')}`, 'hashtags');
  const view = currentView(state);
  if (view.kind !== 'cable' || view.cable === null || view.paragraph === null)
    return nothing(say(state, 'No paragraph under the cursor.', 'bad'));
  const { cable, paragraph } = view;
  const at = cable.paragraphs[paragraph];
  if (!at) return nothing(state);
  const text = cable.body
    .slice(at.start, at.end)
    .replaceAll('¶', '')
    .replaceAll(/[ \t]*\n[ \t]*/g, ' ')
    .trim();
  const citation = `(${cable.origin ?? 'cable'}, ${cable.id}, ${cable.created?.slice(0, 10) ?? 'no date'}, para. ${at.number ?? paragraph + 1})`;
  return copied(state, command === 'copy-text' ? text : `"${text}" ${citation}`, `paragraph ${paragraph + 1}`);
}

/** When a cable was created, where the screen knows. */
function createdOf(id: string, state: ReaderState): string | null {
  const view = currentView(state);
  if (view.kind === 'cable' && view.id === id) return view.cable?.created ?? null;
  return view.kind === 'list' ? ([...view.rows.values()].find((row) => row.id === id)?.created ?? null) : null;
}

function copied(state: ReaderState, text: string, what: string): Step<ReaderState> {
  return withEffects(say(state, `sent to the clipboard: ${what} (if your terminal takes it)`, 'plain'), { kind: 'copy', text });
}
