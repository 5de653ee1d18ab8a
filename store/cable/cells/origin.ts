import type { Cells } from '../cable.ts';
import { oneLine } from '../one-line.ts';

/** The display name of the origin as the site gives it, `Embassy Mexico`. */
export function readOrigin(cells: Cells): string | null {
  return oneLine(cells.origin ?? '') || null;
}
