/* A text as found -> what it says. Never throws: what cannot be understood is a problem, and the text stays as it is. */

import { cutGluedLabels, linesFrom, splitLines, type TextLine, withoutDoubling, withoutMarkers } from './body/lines.ts';
import { findPageMarkers } from './body/page-markers.ts';
import { type HeadField, readHead } from './body/read-head.ts';
import { readText } from './body/read-paragraphs.ts';
import { readReferences } from './body/read-references.ts';
import { readTags } from './body/read-tags.ts';
import type { Cable, FoundCable, Problem, Span } from './cable.ts';
import { readClassification } from './cells/classification.ts';
import { readCreated } from './cells/created.ts';
import { findFirstLine } from './cells/first-line.ts';
import { classificationFromText, createdFromText, dtgFromText, originFromText } from './cells/from-text.ts';
import { readOrigin } from './cells/origin.ts';
import { readReleased } from './cells/released.ts';
import { readHeader } from './header/read-header.ts';
import { parseReferenceId } from './ids/reference-id.ts';
import { oneLine } from './one-line.ts';
import { findSiteAnchors } from './site-anchors.ts';

const SECTION = /^\s*(?:UNCLAS|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T)[^\n]*\bSECTION (\d\d) OF (\d\d)/i;
const REDACTION = /[XХ]{5,}|(?<![a-z])x{8,}(?![a-z])/g;

export function parseCable(found: FoundCable): Cable {
  const { body, headerText, cells, source } = found;
  const problems: Problem[] = [];
  const report = (code: string, message: string) => problems.push({ code, message });
  const id = parseReferenceId(found.id);
  if (id === null || id.quirk === 'garbled') report('id-odd', `the id ${found.id} does not follow year, station, serial`);

  const { header, problems: headerProblems } = readHeader(headerText);
  problems.push(...headerProblems);
  const dtg = header.dtg ?? dtgFromText(headerText, body);
  const createdRead = readCreated(cells, source.edition, dtg, body);
  const created = createdRead.created ?? createdFromText(headerText, body);
  if (createdRead.problem) problems.push(createdRead.problem);
  if (created === null) report('created-unknown', 'no time of creation in the cells and no date-time group in the text');

  const markers = findPageMarkers(body, id?.station ?? null);
  // Preambles (a newspaper's dateline, a database row) stand before the classification line.
  const first = findFirstLine(body)?.start ?? 0;
  const written = splitLines(body, first);
  const lines = cutGluedLabels(withoutMarkers(withoutDoubling(written), markers, body));
  const head = readHead(lines);
  const sectionLines = findSectionLines(body, lines);
  const sectionHeads = findSectionHeads(lines, sectionLines, head.textLine);
  const anchors = findSiteAnchors(body);
  const textStart = lines[head.textLine]?.start ?? body.length;
  const hidden: Span[] = [...markers, ...sectionHeads].sort((a, b) => a.start - b.start);
  const text = readText(body, linesFrom(written, textStart, body), hidden, anchors);

  const field = (name: HeadField['name']) => head.fields.find((candidate) => candidate.name === name);
  const plain = (span: Span) => joinLines(body, span, markers);
  const subjectField = field('subject');
  const subject =
    (subjectField &&
      plain(subjectField)
        .replace(/^\s*S?U?B[A-Z]*\s*[:.;]\s*/i, '')
        .trim()) ||
    cells.subject;
  if (!subject) report('subject-missing', 'no subject in the text');

  const tagsField = field('tags');
  const tagsLabel = tagsField ? /^\s*¶?\s*TAGS?\s*:?/i.exec(body.slice(tagsField.start, tagsField.end))![0].length : 0;
  const tags = tagsField ? readTags(body.slice(tagsField.start + tagsLabel, tagsField.end), tagsField.start + tagsLabel) : [];
  if (tags.length === 0) report('tags-missing', 'no TAGS in the text');

  const year = created === null ? (id?.year ?? null) : Number(created.slice(0, 4));
  const citing = { year, station: id?.station ?? '', serial: id?.serial ?? null };
  const references = head.fields
    .filter(({ name }) => name === 'ref')
    .flatMap((ref) => {
      const label = /^\s*¶?\s*\(?REF[A-Z()]*\s*[:;.]?/i.exec(body.slice(ref.start, ref.end))?.[0].length ?? 0;
      return readReferences(blank(body, { start: ref.start + label, end: ref.end }, markers), ref.start + label, citing);
    });

  const eo = field('eo');
  const { declassify, declassifyText } = readDeclassification(eo ? plain(eo) : null);
  const classifier = head.fields
    .filter(({ name }) => name === 'classified-by')
    .map(plain)
    .join(' ');
  const captions = readCaptions(head.fields, plain);
  const classification =
    (cells.classification === null ? null : readClassification(cells.classification)) ?? classificationFromText(headerText, body);
  if (classification === null) report('classification-unknown', 'no classification in the cells or in the text');

  return {
    id: id?.id ?? found.id,
    created,
    released: readReleased(cells, source.edition),
    classification,
    origin: readOrigin(cells) ?? originFromText(headerText, body),
    subject: subject || null,
    tags,
    references,
    header,
    captions,
    declassify,
    declassifyText,
    classifiedBy: readClassifiedBy(classifier),
    reasons: readReasons(classifier),
    sections: countSections(sectionLines, markers),
    paragraphs: text.paragraphs,
    signature: text.signature,
    anchors,
    source,
    headerText,
    body,
    layout: {
      head: { start: 0, end: textStart },
      fields: head.fields,
      blocks: text.blocks,
      pageMarkers: markers,
      sectionHeads,
      redactions: findRedactions(body),
    },
    problems,
  };
}

function findRedactions(body: string): Span[] {
  // Looked for first as what they are made of: three times as fast where there are none.
  if (!body.includes('XXXXX') && !body.includes('xxxxxxxx') && !body.includes('Х')) return [];
  return [...body.matchAll(REDACTION)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

interface SectionLine {
  /** Index of the line. */
  readonly line: number;
  readonly section: number;
  readonly of: number;
}

/** Lines that begin a section, `UNCLAS SECTION 02 OF 03 ...`. */
function findSectionLines(body: string, lines: readonly TextLine[]): SectionLine[] {
  if (!/SECTION \d\d OF \d\d/i.test(body)) return [];
  return lines.flatMap(({ text }, line) => {
    const match = SECTION.exec(text);
    return match ? [{ line, section: Number(match[1]), of: Number(match[2]) }] : [];
  });
}

function findSectionHeads(lines: readonly TextLine[], begin: readonly SectionLine[], from: number): Cable['layout']['sectionHeads'] {
  const heads: { start: number; end: number; section: number | null }[] = [];
  let next = from;
  for (const { line, section } of begin) {
    if (line < next) continue;
    const { textLine } = readHead(lines, line, true);
    const last = Math.max(line, textLine - 1);
    heads.push({ start: lines[line]!.start, end: lines[last]!.end, section });
    next = last + 1;
  }
  return heads;
}

function countSections(begin: readonly SectionLine[], markers: Cable['layout']['pageMarkers']): number {
  const named = begin.reduce((most, { of }) => Math.max(most, of), 1);
  return markers.reduce((most, { section, of }) => Math.max(most, of ?? section ?? 0), named);
}

/** The lines of a field as one, page markers left out. */
function joinLines(body: string, span: Span, markers: readonly Span[]): string {
  return oneLine(
    blank(body, span, markers)
      .replaceAll('¶', '')
      .replaceAll(/\\(?=\s*\n|$)/g, ''),
  );
}

/** The text of a span with markers blanked out, so that offsets stay. */
function blank(body: string, span: Span, markers: readonly Span[]): string {
  let text = body.slice(span.start, span.end);
  for (const marker of markers) {
    if (marker.end <= span.start || marker.start >= span.end) continue;
    const [from, to] = [Math.max(0, marker.start - span.start), Math.min(text.length, marker.end - span.start)];
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  return text;
}

function readCaptions(fields: readonly HeadField[], plain: (span: Span) => string): string[] {
  const captions = fields
    .filter(({ name }) => name === 'captions')
    .flatMap((field) =>
      plain(field)
        .toUpperCase()
        .split(/[ /,;]+(?=[A-Z])/),
    );
  const classification = fields.find(({ name }) => name === 'classification');
  if (classification && /\bNOFORN\b/.test(plain(classification))) captions.unshift('NOFORN');
  return [...new Set(captions)];
}

function readDeclassification(field: string | null): { declassify: string | null; declassifyText: string | null } {
  if (field === null) return { declassify: null, declassifyText: null };
  const text = field
    .replace(/^\s*(?:E\.?\s?O\.?|EXECUTIVE ORDER)\s*:?\s*1?\d{4,5}\s*[:.,]?\s*/i, '')
    .replace(/^DECL(?:AS(?:SIFY)?)?(?:\s+ON)?\s*[:.]?\s*/i, '')
    .trim();
  if (text === '') return { declassify: null, declassifyText: null };
  return { declassify: readDate(text), declassifyText: text };
}

function readDate(text: string): string | null {
  const american = /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)\b/.exec(text);
  const iso = /\b(\d{4})[/-](\d{1,2})[/-](\d{1,2})\b/.exec(text);
  const [year, month, day] = iso ? [iso[1]!, iso[2]!, iso[3]!] : american ? [american[3]!, american[1]!, american[2]!] : [];
  if (!year || !month || !day || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  const full = year.length === 2 ? (Number(year) < 60 ? `20${year}` : `19${year}`) : year;
  return `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function readClassifiedBy(field: string): string | null {
  const match = /CLASSIFIED\s+BY\s*:?\s*(.+?)(?:[.;,]?\s*(?:FOR\s+)?REASONS?\b|[.;]\s*$|$)/i.exec(field);
  return match?.[1]?.trim() || null;
}

/** Letters of section 1.4 (1.5 before 2003). */
function readReasons(field: string): string[] {
  const after = /(?:1\.?\s*[45]|REASONS?)(.*)$/is.exec(field)?.[1] ?? '';
  return [...new Set([...after.matchAll(/(?<![A-Za-z])\(?([a-h])\)?(?![A-Za-z])/gi)].map((match) => match[1]!.toLowerCase()))].sort();
}
