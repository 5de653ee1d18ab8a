import type { Cable, Span } from '../../cable/cable.ts';

/** The text as it is read: without page markers and repeated heads, so that a phrase is found across them. */
export function readingText({ body, layout }: Pick<Cable, 'body' | 'layout'>): string {
  if (layout.pageMarkers.length === 0 && layout.sectionHeads.length === 0) return body;
  const hidden: Span[] = [...layout.pageMarkers, ...layout.sectionHeads].sort((a, b) => a.start - b.start);
  const shown: string[] = [];
  let at = 0;
  for (const { start, end } of hidden) {
    if (start > at) shown.push(body.slice(at, start));
    at = Math.max(at, end);
  }
  shown.push(body.slice(at));
  return shown.join(' ');
}
