/* A line of a screen before it becomes bytes: pieces of already harmless text, each with a role. Screens speak of roles;
 * the theme says which colours they have, if any. Colour never carries meaning alone.
 */
export type Role =
  | 'plain'
  /** The one accent colour: cursor, place. */
  | 'accent'
  | 'strong'
  | 'dim'
  | 'good'
  | 'warn'
  | 'bad'
  /** A search hit. */
  | 'hit'
  | 'tag'
  | 'link'
  | 'redacted';

export interface Piece {
  readonly text: string;
  readonly role?: Role;
}

export type Line = readonly Piece[];
