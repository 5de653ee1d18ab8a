/* What a person may set, and what holds where nothing is set. Plain values: the schema that checks a file is loaded only where there is one. */
import type { CommandId } from '../reader/keys/keymap.ts';
import type { Role } from '../text/line.ts';

export const THEMES = ['auto', 'dark', 'light', 'contrast'] as const;
export const COLUMNS = ['id', 'created', 'released', 'classification', 'origin', 'subject', 'tags', 'marks'] as const;

export type Column = (typeof COLUMNS)[number];

export interface Config {
  /** Keys of commands, sequences written with blanks (`g h`); an empty list takes all keys from a command. */
  readonly keys: Readonly<Partial<Record<CommandId, readonly string[]>>>;
  /** `auto` asks the terminal for its background. */
  readonly theme: (typeof THEMES)[number];
  /** Own colours by role: `bold cyan`, `#5fd7d7`, `81`. */
  readonly colours: Readonly<Partial<Record<Role, string>>>;
  /** Columns of a list from left to right; what does not fit is left out from the right, the subject last. */
  readonly columns: readonly Column[];
  /** Addresses of a cable and of a paragraph of it, with places to fill in: see `fillLink`. */
  readonly links: { readonly cable: string; readonly paragraph: string };
  /** Tags of `t1` to `t9`; empty: those used most. */
  readonly favourites: readonly string[];
  /** IANA name; null: the machine's. */
  readonly zone: string | null;
  readonly mouse: boolean;
  /** How wide the terminal draws signs that East Asian fonts draw wide. */
  readonly ambiguous: 'narrow' | 'wide';
  /** Text around the first hit below each row of a search. */
  readonly excerpts: boolean;
}

export const defaultConfig: Config = {
  keys: {},
  theme: 'auto',
  colours: {},
  columns: ['id', 'created', 'classification', 'subject', 'tags', 'marks'],
  links: {
    cable: 'https://wikileaks.org/plusd/cables/{id}_a.html',
    paragraph: 'https://wikileaks.org/cable/{year}/{month}/{id}.html#par{paragraph}',
  },
  favourites: [],
  zone: null,
  mouse: false,
  ambiguous: 'narrow',
  excerpts: true,
};
