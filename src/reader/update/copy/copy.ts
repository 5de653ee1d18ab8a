/* What is copied to the clipboard of the machine one sits at, through the terminal. Of a cable that is open all of it is here; of rows
 * the catalogue is asked first.
 */
import { citeBibtex } from '../../../../store/cable/citation/cite-bibtex.ts';
import { citeChicago } from '../../../../store/cable/citation/cite-chicago.ts';
import { fillLink } from '../../../config/fill-link.ts';
import { makeVisible } from '../../../text/visible.ts';
import { paragraphText } from '../../cable-text/paragraph-text.ts';
import type { CommandIn } from '../../keys/keymap.ts';
import type { Step } from '../../messages.ts';
import { type CableView, currentView, type ReaderState } from '../../state.ts';
import type { Surroundings } from '../../surroundings.ts';
import { nameCables, subjectOf } from '../decide/subject.ts';
import { nothing, say, withEffects } from '../step.ts';

export type Copying = Exclude<CommandIn<'copy'>, 'copy-plain' | 'pipe' | 'open-outside'>;

export function copyFrom(state: ReaderState, command: Copying, around: Surroundings): Step<ReaderState> {
  const subject = subjectOf(state);
  if (subject === null) return nothing(say(state, 'No cable under the cursor.', 'bad'));
  const { cables } = subject;
  if (command === 'copy-id') return copied(state, cables.join('\n'), nameCables(cables), around);
  if (command === 'copy-hashtags') {
    const hashtags = `#cablegate ${cables.map((id) => `#${id}`).join(' ')}`;
    return copied(state, hashtags, cables.length === 1 ? hashtags : `hashtags of ${nameCables(cables)}`, around);
  }
  const view = currentView(state);
  if (view.kind === 'cable') return copyFromCable(state, view, command, around);
  if (command === 'copy-link' || command === 'copy-chicago' || command === 'copy-bibtex')
    return withEffects(state, { kind: 'load-copied', what: command, ids: cables });
  return nothing(state);
}

function copyFromCable(
  state: ReaderState,
  view: CableView,
  command: Exclude<Copying, 'copy-id' | 'copy-hashtags'>,
  around: Surroundings,
): Step<ReaderState> {
  const { cable } = view;
  if (cable === null) return nothing(state);
  const { links } = around.config;
  const found = view.paragraph === null ? undefined : cable.paragraphs[view.paragraph];
  const number = found?.number ?? (view.paragraph ?? 0) + 1;
  const link = found ? fillLink(links.paragraph, { ...cable, paragraph: String(number) }) : fillLink(links.cable, cable);
  const place = { link, ...(found && { paragraph: number }) };
  const where = found ? `${around.glyphs.paragraph}${view.paragraph! + 1}` : cable.id;
  switch (command) {
    case 'copy-link':
      return copied(state, link, `link to ${where}`, around);
    case 'copy-chicago':
      return copied(state, citeChicago(cable, place), `citation of ${where}, Chicago style`, around);
    case 'copy-bibtex':
      return copied(state, citeBibtex(cable, place), `citation of ${where}, BibTeX`, around);
  }
  if (!found) return nothing(say(state, 'No paragraph under the cursor.', 'bad'));
  const text = paragraphText(cable, found);
  switch (command) {
    case 'copy-place':
      return copied(state, `${cable.id}#${view.paragraph! + 1}`, `${cable.id}#${view.paragraph! + 1}`, around);
    case 'copy-text':
      return copied(state, text, where, around);
    case 'copy-paragraph':
      return copied(state, `“${text}” ${citeChicago(cable, place)}`, `${where} with its citation`, around);
  }
}

/** OSC 52 is not answered: what was sent is named, with the key that shows it for the mouse. */
export function copied(state: ReaderState, found: string, what: string, { keys }: Surroundings): Step<ReaderState> {
  // What a cable hides is not to be pasted into a shell either.
  const text = makeVisible(found);
  const said = say({ ...state, copied: text }, `sent to the clipboard: ${what}${keys.hint('copy-plain', 'show plain')}`);
  return withEffects(said, { kind: 'copy', text });
}
