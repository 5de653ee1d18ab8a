/* What screens and the update may ask besides the state: the journal's projections, the time, the drawn signs. No I/O behind any of it. */
import type { Journal } from '../../store/journal/journal.ts';
import type { Personal } from '../../store/journal/personal.ts';
import type { Config } from '../config/config.ts';
import type { Glyphs } from '../text/glyphs.ts';
import type { Keymap } from './keys/live-keymap.ts';

export interface Surroundings {
  readonly personal: Personal;
  readonly journal: Pick<Journal, 'lastUndoable' | 'lastRedoable' | 'takenBackBy' | 'trouble'>;
  readonly glyphs: Glyphs;
  /** The keys as they are bound now. */
  readonly keys: Keymap;
  readonly config: Config;
  readonly now: () => Date;
  readonly zone: string;
  /** `synced 2 h ago, 12 from server`, or null. */
  readonly lastSync: string | null;
}
