/* A comparison as lines: paragraphs that say the same as one line, the others with what is gone and what is new in brackets.
 *
 *     ¶1 ¶2 the same
 *      3. (C)    [-XXXXXXXXXXXX-] {+Mr. Karim+} confirmed that the commission will not ...
 */
import type { Cable } from '../../../../store/cable/cable.ts';
import type { Line, Piece, Role } from '../../../text/line.ts';
import { makeVisible } from '../../../text/visible.ts';
import { placeOnLine, wrapText } from '../../../text/wrap.ts';
import { MEASURE } from '../cable-document.ts';
import { splitAt } from '../split-at.ts';
import type { Change, ComparedParagraph } from './compare-versions.ts';

/** Words left on either side of a long stretch that is the same. */
const AROUND = 12;

export interface ComparisonSigns {
  readonly paragraph: string;
  readonly ellipsis: string;
}

export function layoutComparison(cable: Cable, compared: readonly ComparedParagraph[], columns: number, signs: ComparisonSigns): Line[] {
  const measure = Math.min(MEASURE, columns) - 2;
  const lines: Line[] = [...summarize(compared, measure, signs), []];
  let same: string[] = [];
  const closeSame = () => {
    if (same.length === 0) return;
    const names = same.length < 3 ? same.join(' ') : `${same[0]} to ${same.at(-1)}`;
    lines.push([{ text: `  ${names}  the same`, role: 'dim' }], []);
    same = [];
  };
  for (const { paragraph, changes } of compared) {
    if (changes.every(({ kind }) => kind === 'same')) {
      same.push(namePlace(paragraph, signs));
      continue;
    }
    closeSame();
    lines.push([{ text: `  ${namePlace(paragraph, signs)}`, role: 'accent' }]);
    lines.push(...layoutChanges(paragraph === null ? changes : withoutNumber(cable, paragraph, changes), measure, signs), []);
  }
  closeSame();
  return lines;
}

const namePlace = (paragraph: number | null, { paragraph: sign }: ComparisonSigns): string =>
  paragraph === null ? 'the head' : `${sign}${paragraph + 1}`;

/** The number stands above already. */
function withoutNumber(cable: Cable, paragraph: number, changes: readonly Change[]): readonly Change[] {
  const [first, ...rest] = changes;
  const { number } = cable.paragraphs[paragraph]!;
  if (first?.kind !== 'same' || number === null) return changes;
  const text = first.was.replace(new RegExp(`^${number}\\.? ?`), '');
  return text === '' ? rest : [{ ...first, was: text, is: text }, ...rest];
}

function summarize(compared: readonly ComparedParagraph[], measure: number, signs: ComparisonSigns): Line[] {
  const say = (kind: Change['kind'], what: string) => {
    const at = compared.filter(({ changes }) => changes.some((change) => change.kind === kind)).map(({ paragraph }) => paragraph);
    return at.length === 0 ? [] : [`${what}: ${at.map((paragraph) => namePlace(paragraph, signs)).join(' ')}`];
  };
  const said = [
    ...say('filled', 'It fills in what is redacted here'),
    ...say('redacted', 'It redacts what is to be read here'),
    ...say('changed', 'Other words'),
  ];
  if (said.length === 0) said.push('Both say the same, word for word.');
  return said.flatMap((text) =>
    wrapText(text, measure - 2, { indent: 2 }).map(({ text: part, indent }): Line => [{ text: `  ${' '.repeat(indent)}${part}` }]),
  );
}

function layoutChanges(changes: readonly Change[], measure: number, signs: ComparisonSigns): Line[] {
  let text = '';
  const marks: { readonly from: number; readonly to: number; readonly role: Role }[] = [];
  const put = (words: string, role: Role | null) => {
    if (words === '') return;
    if (text !== '') text += ' ';
    if (role !== null) marks.push({ from: text.length, to: text.length + words.length, role });
    text += words;
  };
  for (const [i, { kind, was, is }] of changes.entries()) {
    if (kind === 'same') {
      put(shorten(makeVisible(was), i > 0, i < changes.length - 1, signs), null);
      continue;
    }
    put(was === '' ? '' : `[-${makeVisible(was)}-]`, kind === 'filled' ? 'redacted' : 'warn');
    put(is === '' ? '' : `{+${makeVisible(is)}+}`, kind === 'redacted' ? 'redacted' : 'good');
  }
  return wrapText(text, measure, { indent: 4, firstIndent: 4 }).map((part): Line => {
    let pieces: Piece[] = [{ text: part.text }];
    for (const { from, to, role } of marks) {
      const place = placeOnLine(part, from, to);
      if (place) pieces = splitAt(pieces, place.from, place.to, role);
    }
    return [{ text: ' '.repeat(part.indent) }, ...pieces];
  });
}

function shorten(text: string, before: boolean, after: boolean, { ellipsis }: ComparisonSigns): string {
  const words = text.split(' ');
  if (words.length <= 3 * AROUND) return text;
  const start = before ? words.slice(0, AROUND) : [];
  const end = after ? words.slice(-AROUND) : [];
  return [...start, ellipsis, ...end].join(' ');
}
