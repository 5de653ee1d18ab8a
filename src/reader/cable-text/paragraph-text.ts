import type { Cable, Paragraph } from '../../../store/cable/cable.ts';
import { withoutHidden } from './without-hidden.ts';

/** All that a paragraph says, in one line: without its number, page markers, repeated heads and ¶. */
export function paragraphText({ body, layout }: Cable, { textStart, end }: Paragraph): string {
  const hidden = [...layout.pageMarkers, ...layout.sectionHeads].sort((a, b) => a.start - b.start);
  return withoutHidden(body, { start: textStart, end }, hidden).text.replaceAll('¶', '').replaceAll(/\s+/g, ' ').trim();
}
