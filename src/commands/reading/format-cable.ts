import type { Cable } from '../../../store/cable/cable.ts';
import { layoutDocument } from '../../reader/cable-text/cable-document.ts';
import { layoutHead } from '../../reader/cable-text/cable-head.ts';
import { lineText } from '../../text/fit-line.ts';
import { glyphs } from '../../text/glyphs.ts';

export interface CableFormat {
  readonly width: number;
  readonly versions: number;
  readonly tags: readonly string[];
  /** 1-based: this paragraph alone. */
  readonly only: number | null;
}

/** The reading view as plain text, with a newline at its end. */
export function formatCable(cable: Cable, { width, versions, tags, only }: CableFormat): string {
  const drawn = glyphs('drawn');
  const head = only === null ? layoutHead(cable, { columns: width, tags, versions, unfolded: true, cited: new Map(), glyphs: drawn }) : [];
  const lines = layoutDocument(cable, { columns: width, head, marks: new Map(), notes: new Map(), hits: [], pageRule: drawn.pageRule })
    .filter(({ paragraph }) => only === null || paragraph === only - 1)
    .map(({ line }) => lineText(line).trimEnd());
  return `${lines.join('\n').trim()}\n`;
}
