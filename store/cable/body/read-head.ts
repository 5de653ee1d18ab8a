/* The head of a body: classification, captions, distribution, E.O., TAGS, SUBJECT, REF, Classified By, each a span of lines.
 *
 *     UNCLAS SECTION 01 OF 02 ARCADIA 000812
 *     SENSITIVE
 *     SIPDIS                                      captions
 *     DEPT FOR EUR/ERA                            distribution
 *     E.O. 12958: DECL: 12/02/2019                eo
 *     TAGS: SENV PGOV                             tags
 *     SUBJECT: DROUGHT: THE VIEW                  subject, also over several lines
 *     FROM THE DELTA
 *     REF: A. ARCADIA 701 B. STATE 110023         ref
 *     Classified By: ...                          classified-by
 *
 * A field goes on until a blank line, the next label or the first paragraph.
 */
import type { Cable } from '../cable.ts';
import { CAPTIONS } from '../vocabulary/captions.ts';
import { isBlank, type TextLine } from './lines.ts';

export type HeadField = Cable['layout']['fields'][number];
type Name = HeadField['name'];

const CLASSIFICATION = /^\s*(?:UNCLAS|UNCLASSIFIED|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|LIMITED OFFICIAL USE)(?![a-z])/i;
const LABELS: readonly (readonly [Name, RegExp])[] = [
  ['eo', /^\s*(?:E\.?\s?O\.?\s*:?\s*1?\d{4,5}|EXECUTIVE ORDER|DECL(?:AS)?\s*:)/i],
  ['tags', /^\s*(?:TAGS?|TAGS?\s)\s*(?::|(?=[A-Z]{2,5}\b))/i],
  ['subject', /^\s*(?:SUBJECT|SUBJ|UBJECT|SUBECT|SUBJET|SUBJ?CT)\s*[:.;]/i],
  ['ref', /^\s*\(?REF(?:S|TEL|TELS|ERENCE|ERENCES|\(S\)|ERENCE\(S\))?\s*[:;.](?!\w)/i],
  ['ref', /^\s*REFS?\s+(?=[A-Z]\s*[.)]|\(A\))/],
  [
    'classified-by',
    /^\s*(?:\d\.\s*)?(?:\([UCS]\)\s*)?(?:CLASSIFIED\s+BY|CLASS(?:IFICATION)?\.?\s+BY|DERIVED\s+FROM|REASONS?\s*:|CLASSIFIED\s+(?:FOR|PER|UNDER|ON))/i,
  ],
];
const PARAGRAPH = /^\s*(?:1\s*[.)]\s?|\(?1\)\s|SUMMARY\b|Summary\b|-{4,}|={4,})/;
const DISTRIBUTION = /\b(?:FOR|PASS|PLEASE PASS|ALSO FOR|DEPT|STATE PASS|INFO)\b|\//;
const CAPTION = new RegExp(
  `^\\s*(?:${[...Object.keys(CAPTIONS)].sort((a, b) => b.length - a.length).join('|')})(?:[ /,;]+(?:${Object.keys(CAPTIONS).join('|')}))*\\s*$`,
  'i',
);
/** UTF-16 units. */
const LONGEST_FIELD = 300;
/** A head that reaches further is none. */
const MOST_LINES = 120;

export interface Head {
  readonly fields: readonly HeadField[];
  /** Index of the first line of the text. */
  readonly textLine: number;
}

/** @param first index of the line to begin with @param repeated a head of a later section: it ends where its labels end */
export function readHead(lines: readonly TextLine[], first = 0, repeated = false): Head {
  const fields: HeadField[] = [];
  let at = first;
  let textLine = first;
  let seenSubject = false;
  for (const stop = Math.min(lines.length, first + MOST_LINES); at < stop; ) {
    const line = lines[at]!;
    if (isBlank(line)) {
      at += 1;
      continue;
    }
    const name = nameField(line, fields, seenSubject);
    if (name === null) {
      if (repeated || beginsText(line, fields) || (seenSubject && !labelFollows(lines, at))) break;
      at += 1;
      continue;
    }
    if (name === 'subject') {
      if (seenSubject) break;
      seenSubject = true;
    }
    // `1. (U) Classified by ...` is the first paragraph too.
    const numbered = name === 'classified-by' && /^\s*\d/.test(line.text);
    const end = name === 'classification' || name === 'captions' || name === 'distribution' ? at + 1 : endOfField(lines, at, name);
    fields.push({ name, start: line.start, end: lines[end - 1]!.end });
    if (numbered) return { fields, textLine: at };
    // Where a page lost its line ends, the whole text may stand behind a label: it is text as well.
    textLine = isLost(lines, at, end) ? at : end;
    at = end;
  }
  return { fields, textLine };
}

/** So much behind one label, and nothing below it. */
function isLost(lines: readonly TextLine[], first: number, end: number): boolean {
  const length = lines[end - 1]!.end - lines[first]!.start;
  return length > LONGEST_FIELD && lines.slice(end).every(isBlank);
}

/** Behind the subject a remark or two may stand before REF and Classified By. */
function labelFollows(lines: readonly TextLine[], from: number): boolean {
  for (const { text } of lines.slice(from + 1, from + 7)) {
    if (PARAGRAPH.test(text) || /^\s*\d{1,2}\s*[.)]/.test(text)) return false;
    if (LABELS.some(([name, pattern]) => (name === 'ref' || name === 'classified-by') && pattern.test(text))) return true;
  }
  return false;
}

/** A rule above the TAGS is decoration; below them, or with a number, the text begins. */
function beginsText(line: TextLine, fields: readonly HeadField[]): boolean {
  if (!PARAGRAPH.test(line.text) || fields.length === 0) return false;
  return !/^\s*[-=]{4,}/.test(line.text) || fields.some(({ name }) => name === 'tags' || name === 'subject' || name === 'ref');
}

function nameField(line: TextLine, fields: readonly HeadField[], seenSubject: boolean): Name | null {
  const has = (name: Name) => fields.some((field) => field.name === name);
  if (!has('classification') && CLASSIFICATION.test(line.text) && line.text.length < 160) return 'classification';
  if (CAPTION.test(line.text)) return 'captions';
  const label = LABELS.find(([, pattern]) => pattern.test(line.text));
  if (label) return has(label[0]) && label[0] !== 'classified-by' && label[0] !== 'ref' ? null : label[0];
  if (!seenSubject && has('classification') && !PARAGRAPH.test(line.text) && line.text.length < 200 && DISTRIBUTION.test(line.text))
    return 'distribution';
  return null;
}

/** `(C)` may be the third reference, or the portion mark of the first paragraph: references go on with the next letter, and hold a number. */
function goesOn(text: string, before: readonly TextLine[]): boolean {
  const letter = /^\s*\(?([B-Z])[.)]/.exec(text)?.[1];
  if (letter === undefined || !/\d/.test(text)) return false;
  const letters = before.flatMap((line) => [...line.text.matchAll(/(?:^|\s)\(?([A-Z])[.)]/g)].map((match) => match[1]!));
  return letter.charCodeAt(0) === (letters.at(-1) ?? 'A').charCodeAt(0) + 1;
}

function endOfField(lines: readonly TextLine[], first: number, name: Name): number {
  let at = first + 1;
  while (at < lines.length && at < first + 40) {
    const line = lines[at]!;
    if (isBlank(line)) {
      const next = lines[at + 1];
      // References may stand apart: the next enumerator after a blank line goes on.
      if (name === 'ref' && next && goesOn(next.text, lines.slice(first, at))) {
        at += 1;
        continue;
      }
      break;
    }
    if (
      LABELS.some(([, pattern]) => pattern.test(line.text)) ||
      CLASSIFICATION.test(line.text) ||
      (CAPTION.test(line.text) && name !== 'subject')
    )
      break;
    if (PARAGRAPH.test(line.text) || /^\s*\d{1,2}\s*\.\s*\([A-Z/ ]+\)/.test(line.text)) break;
    if (name === 'eo' && !/^\s*(?:DECL|REASON)/i.test(line.text)) break;
    if (name === 'tags' && !/^[\sA-Z,()./-]+$/.test(line.text)) break;
    if (name === 'subject' && at - first >= 5) break;
    at += 1;
  }
  return at;
}
