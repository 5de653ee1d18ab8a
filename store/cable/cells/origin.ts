import type { Cells } from '../cable.ts';

/** The display name of the origin as the site gives it, `Embassy Mexico`. */
export function readOrigin(cells: Cells): string | null {
  return cells.origin?.replaceAll(/\s+/g, ' ').trim() || null;
}
