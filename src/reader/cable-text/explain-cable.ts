/* What the words of a cable mean: first of the paragraph under the cursor, then of its head. */
import type { Cable, TagFound } from '../../../store/cable/cable.ts';
import { explainCaption } from '../../../store/cable/vocabulary/captions.ts';
import { findJargon } from '../../../store/cable/vocabulary/jargon.ts';
import { explainPortion } from '../../../store/cable/vocabulary/portions.ts';
import { explainPrecedence } from '../../../store/cable/vocabulary/precedences.ts';
import { explainProsign } from '../../../store/cable/vocabulary/prosigns.ts';
import { explainReason } from '../../../store/cable/vocabulary/reasons.ts';
import { explainRoute } from '../../../store/cable/vocabulary/stations.ts';
import { explainTag, tagMeanings } from '../../../store/cable/vocabulary/tags.ts';
import { editDistance } from '../../../store/query/nearest-name.ts';
import { paragraphText } from './paragraph-text.ts';

export interface Explained {
  readonly title: string;
  readonly rows: readonly (readonly [word: string, meaning: string])[];
}

const UNKNOWN = 'no known meaning';

/** @param paragraph 0-based, or null above the first. Sections without a row are left out. */
export function explainCable(cable: Cable, paragraph: number | null): readonly Explained[] {
  const { header } = cable;
  const sections: Explained[] = [
    { title: `In paragraph ${(paragraph ?? 0) + 1}`, rows: paragraph === null ? [] : explainParagraph(cable, paragraph) },
    { title: 'TAGS', rows: cable.tags.map((tag) => [tag.tag, explainFound(tag, cable.tags)]) },
    { title: 'Captions', rows: cable.captions.map((caption) => [caption, explainCaption(caption) ?? UNKNOWN]) },
    { title: 'Precedence', rows: header.precedence ? [[header.precedence, explainPrecedence(header.precedence) ?? UNKNOWN]] : [] },
    {
      title: 'Reasons for its classification (E.O. 12958, section 1.4)',
      rows: cable.reasons.map((letter) => [`(${letter})`, explainReason(letter) ?? UNKNOWN]),
    },
    { title: 'Routing', rows: explainRouting(cable) },
    { title: 'What could not be understood', rows: cable.problems.map(({ code, message }) => [code, message]) },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

function explainParagraph(cable: Cable, index: number): Explained['rows'] {
  const paragraph = cable.paragraphs[index];
  if (!paragraph) return [];
  const { portion, start, end } = paragraph;
  const text = paragraphText(cable, paragraph);
  const redacted = cable.layout.redactions.filter((span) => span.start >= start && span.end <= end).length;
  const letters = new Set([...text.matchAll(/\bREF(?:TEL|S)?\s*\(?([A-H])\b/gi)].map(([, letter]) => letter!.toUpperCase()));
  return [
    ...(portion === null ? [] : [[`(${portion})`, explainPortion(portion) ?? UNKNOWN] as const]),
    ...(redacted === 0 ? [] : [['XXXX', `${redacted === 1 ? 'a redaction' : `${redacted} redactions`} of this edition`] as const]),
    ...cable.references
      .filter(({ label }) => label !== null && letters.has(label))
      .map(({ label, id, text: written }) => [`ref ${label}`, id ?? written] as const),
    ...findJargon(text),
  ];
}

/** What a tag means, and where it was not written so: how it was, and what that is. */
function explainFound({ tag, original }: TagFound, all: readonly TagFound[]): string {
  const known = explainTag(tag)?.meaning;
  const written = original.toUpperCase();
  if (known === undefined) {
    // One letter off: tags of four letters are too close to each other for more.
    const near = fourLetters().filter((name) => editDistance(tag, name) === 1);
    if (near.length === 0 || near.length > 3) return UNKNOWN;
    return `${UNKNOWN}; probably ${near.map((name) => `${name}, ${explainTag(name)!.meaning}`).join('; or ')}`;
  }
  if (written === tag) return known;
  const together = all.filter((other) => other.span.start === all.find((one) => one.tag === tag)!.span.start);
  return together.length > 1
    ? `${known}; written ${written}, ${together.map((one) => one.tag).join(' and ')} run together`
    : `${known}; written ${written}, misspelt`;
}

let names: readonly string[] | null = null;
function fourLetters(): readonly string[] {
  names ??= tagMeanings()
    .map(({ tag }) => tag)
    .filter((tag) => tag.length === 4);
  return names;
}

function explainRouting({ header }: Cable): Explained['rows'] {
  const stations = [...header.to, ...header.info].flatMap(({ route, name }) => (route === null ? [] : [[route, name] as const]));
  const indicators = header.routing.flatMap((line) => line.split(/\s+/)).filter((word) => /^RU?[A-Z]{3,6}$/.test(word));
  const known = new Set(stations.map(([route]) => route));
  return [
    ...(header.prosign ? ([[header.prosign, explainProsign(header.prosign) ?? UNKNOWN]] as const) : []),
    ...stations,
    ...[...new Set(indicators)].flatMap((route) => {
      const meaning = known.has(route) ? null : explainRoute(route);
      return meaning === null ? [] : [[route, meaning] as const];
    }),
  ];
}
