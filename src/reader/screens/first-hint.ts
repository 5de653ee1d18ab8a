/* What a screen is for and how to leave it, told until it was used once: whoever knows `less` gets on from the screen alone. Whether it was
 * is what the journal says; nothing else is kept for it.
 */
import type { CommandId } from '../keys/keymap.ts';
import { currentView, type ReaderState } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';

/** `/ and a word searches, enter opens`: pairs of a command and what its key does. */
type Told = readonly (readonly [command: CommandId, does: string])[];

const ON_HOME: Told = [
  ['find', 'and a word searches'],
  ['open', 'opens a row'],
  ['back', 'leaves'],
  ['help', 'shows all keys'],
];
const IN_LIST: Told = [
  ['open', 'opens the cable under the cursor'],
  ['tag', 'tags it'],
  ['find', 'narrows'],
  ['back', 'goes back'],
];
const IN_CABLE: Told = [
  ['page-down', 'next page'],
  ['page-up', 'back'],
  ['find', 'finds'],
  ['tag', 'tags it'],
  ['back', 'goes back to where you came from'],
];
const IN_TRIAGE: Told = [
  ['keep', 'keeps it'],
  ['skip', 'skips it'],
  ['later', 'puts it off'],
  ['undo', 'takes it back'],
];

export function firstHint(state: ReaderState, { personal, keys }: Surroundings): string {
  const view = currentView(state);
  const tell = (told: Told): string =>
    told.flatMap(([command, does]) => (keys.keyOf(command) === '' ? [] : [`${keys.keyOf(command)} ${does}`])).join(', ');
  const opened = personal.ids('opened', null, null).size;
  switch (view.kind) {
    case 'home':
      return opened === 0 ? tell(ON_HOME) : '';
    case 'list':
      return opened === 0 && view.total !== null && view.total > 0 ? tell(IN_LIST) : '';
    case 'cable':
      if (view.digest) return personal.lastVerdict() === null ? tell(IN_TRIAGE) : '';
      return opened <= 1 ? tell(IN_CABLE) : '';
    default:
      return '';
  }
}
