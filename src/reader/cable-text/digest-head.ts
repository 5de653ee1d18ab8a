/* Two lines above a cable in triage: what it is, and its subject. */
import type { Cable } from '../../../store/cable/cable.ts';
import { shortClassification } from '../../text/classification.ts';
import { fitLine, lineWidth } from '../../text/fit-line.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import type { Line } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { wrapText } from '../../text/wrap.ts';
import { MEASURE } from './cable-document.ts';

export interface DigestHeadFacts {
  readonly columns: number;
  /** Personal tags. */
  readonly tags: readonly string[];
  readonly glyphs: Pick<Glyphs, 'ellipsis'>;
}

/** Lines at most `columns` wide. Pure. */
export function layoutDigestHead(cable: Cable, { columns, tags, glyphs }: DigestHeadFacts): Line[] {
  const room = Math.min(columns, MEASURE) - 1;
  const left: Line = [
    { text: cable.id, role: 'strong' },
    { text: `  ${cable.created?.slice(0, 10) ?? 'no date'} ${shortClassification(cable.classification)}`, role: 'dim' },
    { text: columns < 60 ? '' : `  ${makeVisible(cable.origin ?? '')}` },
  ];
  const personal = tags.map((tag) => `#${makeVisible(tag)}`).join(' ');
  const theirs = columns < 60 ? '' : [...new Set(cable.tags.map(({ tag }) => makeVisible(tag)))].slice(0, 5).join(' ');
  const right: Line = [{ text: personal, role: 'accent' }, { text: personal && theirs ? '  ' : '' }, { text: theirs, role: 'tag' }];
  const wide = Math.min(lineWidth(right), room >> 1);
  const subject = makeVisible(cable.subject ?? '(no subject)').replaceAll(/\s+/g, ' ');
  return [
    [...fitLine(left, room - wide - 1, glyphs.ellipsis), { text: ' ' }, ...fitLine(right, wide, glyphs.ellipsis)],
    ...wrapText(subject, room)
      .slice(0, 2)
      .map((part): Line => [{ text: part.text, role: 'strong' }]),
  ];
}
