import type { Cable, Span } from '../../cable/cable.ts';

/** The text as it is read: without page markers and repeated heads, so that a phrase is found across them. */
export function readingText({ body, layout }: Cable): string {
  const hidden: Span[] = [...layout.pageMarkers, ...layout.sectionHeads].sort((a, b) => a.start - b.start);
  let text = '';
  let at = 0;
  for (const { start, end } of hidden) {
    if (start > at) text += body.slice(at, start);
    at = Math.max(at, end);
  }
  return text + body.slice(at);
}
