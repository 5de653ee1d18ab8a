import type { Cable, Paragraph } from '../cable.ts';
import { oneLine } from '../one-line.ts';

const QUOTE_LENGTH = 120;

/** The beginning of a paragraph in one line: by it the paragraph is found again in another edition. */
export function quoteParagraph(cable: Pick<Cable, 'body'>, paragraph: Paragraph): string {
  return oneLine(cable.body.slice(paragraph.textStart, paragraph.end)).slice(0, QUOTE_LENGTH);
}
