/* A cable as lines of a given width: the head folded, the body by paragraph, rewrapped; each line knows the paragraph it belongs to and
 * where in the body it came from, so that hits, redactions, bookmarks and the place of reading can be put on it.
 */
import type { Block, Cable, Paragraph, Span } from '../../../store/cable/cable.ts';
import type { Line, Piece } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { placeOnLine, type WrappedLine, wrapText } from '../../text/wrap.ts';
import { splitAt } from './split-at.ts';
import { withoutHidden } from './without-hidden.ts';

export interface DocumentLine {
  readonly line: Line;
  /** 0-based paragraph, or null before the first and in the head. */
  readonly paragraph: number | null;
  /** Part of the body it shows, or null. */
  readonly span: Span | null;
  /** A table line: not wrapped, may be wider than the screen. */
  readonly wide: boolean;
}

export interface DocumentOptions {
  readonly columns: number;
  /** Lines to put above the body. */
  readonly head: readonly Line[];
  /** Marks before a paragraph's text, by 0-based paragraph: `◆`. */
  readonly marks: ReadonlyMap<number, string>;
  /** Lines below a paragraph: notes. */
  readonly notes: ReadonlyMap<number, readonly string[]>;
  /** Spans of the body to show as hits. */
  readonly hits: readonly Span[];
  readonly pageRule: string;
  /** Only these spans of paragraphs are shown, with a sign where something is left out. */
  readonly excerpts?: { readonly spans: readonly Span[]; readonly ellipsis: string };
}

/** Text is at most so wide on any terminal. */
export const MEASURE = 84;
/** Columns before the other lines of a numbered paragraph, and before tables that leave room: these and those of the number. */
const HANGING = 3;
/** Columns of the commonest portion marks: `(SBU) `, `(C/NF) `. */
const PORTION = 7;

/** The reading view. Pure; about 1 ms for an average cable. */
export function layoutDocument(cable: Cable, options: DocumentOptions): DocumentLine[] {
  const { layout, body } = cable;
  const columns = Math.max(20, options.columns);
  const measure = Math.min(MEASURE, columns) - 2;
  const lines: DocumentLine[] = options.head.map((line) => ({ line, paragraph: null, span: null, wide: false }));
  const digits = measure >= 50 && cable.paragraphs.some(({ number }) => number !== null && number > 9) ? 3 : 2;
  const hidden = [...layout.pageMarkers, ...layout.sectionHeads].sort((a, b) => a.start - b.start);
  if (lines.length > 0) push([], null);
  // Dashes above or below a heading only underline it, and it stands out already.
  const blocks = layout.blocks.filter(
    ({ kind }, i) => kind !== 'rule' || (layout.blocks[i - 1]?.kind !== 'heading' && layout.blocks[i + 1]?.kind !== 'heading'),
  );
  const { ellipsis = '', spans = null } = options.excerpts ?? {};
  if (spans !== null) {
    pushExcerpts(spans);
    return lines;
  }
  for (const [index, block] of blocks.entries()) {
    const previous = blocks[index - 1];
    const marker = previous && pageBetween(previous.end, block.start);
    if (marker)
      push([{ text: `${' '.repeat(Math.max(0, measure - 20))}${options.pageRule} page ${marker} ${options.pageRule}`, role: 'dim' }], null);
    const paragraph = block.paragraph === null ? undefined : cable.paragraphs[block.paragraph];
    const opens = paragraph !== undefined && paragraph.start >= block.start && paragraph.start < Math.max(block.end, block.start + 1);
    if (index > 0 && needsGap(block, previous)) push([], previous!.paragraph);
    switch (block.kind) {
      case 'table':
      case 'trailer':
        pushTable(rowsOf(block.start, block.end), block.paragraph);
        break;
      case 'rule':
        push([{ text: '   ' }, { text: options.pageRule.repeat(Math.min(24, measure - 3)), role: 'dim' }], null);
        break;
      case 'heading':
        for (const row of rowsOf(block.start, block.end))
          push([{ text: '  ' }, { text: makeVisible(row.text.trim()), role: 'strong' }], null, row);
        break;
      case 'signature':
        push(
          [{ text: '     ' }, { text: makeVisible(body.slice(block.start, block.end).replace('¶', '').trim()), role: 'dim' }],
          block.paragraph,
          block,
        );
        break;
      case 'prose':
        pushProse(block, block, opens ? paragraph : null, false);
    }
    // A heading at a paragraph's end speaks of what follows: notes stand before it.
    const next = blocks.slice(index + 1).find(({ kind }) => kind !== 'heading' && kind !== 'rule');
    if (block.paragraph !== null && block.kind !== 'heading' && block.kind !== 'rule' && next?.paragraph !== block.paragraph)
      pushNotes(block.paragraph);
  }
  return lines;

  function push(line: Line, paragraph: number | null, span: Span | null = null, wide = false): void {
    lines.push({ line, paragraph, span: span && { start: span.start, end: span.end }, wide });
  }

  /** @param part what of the block is shown; @param paragraph the one whose number stands before it; @param cut whether its end is left out */
  function pushProse(block: Block, part: Span, paragraph: Paragraph | null, cut: boolean): void {
    const from = paragraph ? Math.max(part.start, Math.min(paragraph.textStart, part.end)) : part.start;
    const begun = paragraph !== null && from > paragraph.textStart;
    const shown = withoutHidden(body, { start: from, end: part.end }, hidden);
    const label = paragraph ? nameParagraph(paragraph.number, paragraph.portion, digits) : '';
    const mark = paragraph ? (options.marks.get(block.paragraph!) ?? ' ') : ' ';
    const numbered = block.paragraph !== null && cable.paragraphs[block.paragraph]!.number !== null;
    const indent = measure >= 50 && numbered ? HANGING + digits : 2;
    const first = `${mark} ${label}`;
    const firstIndent =
      (paragraph === null || label === '' ? indent : Math.max(measure >= 50 ? HANGING + digits + PORTION : 0, first.length + 1)) +
      (begun ? 1 : 0);
    const text = makeVisible(shown.text).replaceAll('\t', ' ');
    const wrapped = wrapText(text, cut ? measure - 1 : measure, { joinLines: true, indent, firstIndent });
    for (const [i, row] of wrapped.entries()) {
      const span = { start: shown.at(row.start), end: shown.at(Math.max(row.start, row.end - 1)) + 1 };
      const lead: Piece =
        i === 0 && paragraph
          ? {
              text: begun ? first.padEnd(firstIndent - 1) + ellipsis : first.padEnd(firstIndent),
              role: mark === ' ' ? 'dim' : 'accent',
            }
          : { text: ' '.repeat(row.indent) };
      const end: Line = cut && i === wrapped.length - 1 ? [{ text: ellipsis, role: 'dim' }] : [];
      push([lead, ...paint(row, shown.back, row.text), ...end], block.paragraph, span);
    }
  }

  /** Each span under the number of its paragraph; tables as typed; a sign on a line of its own where whole paragraphs are left out. */
  function pushExcerpts(only: readonly Span[]): void {
    let before: { readonly paragraph: number; readonly cut: boolean } | null = null;
    for (const part of only) {
      // A text without paragraphs, or what stands before the first, is -1.
      const index = cable.paragraphs.findLastIndex(({ start }) => start <= part.start);
      const paragraph = cable.paragraphs[index] ?? null;
      const place = paragraph ? index : null;
      const end = paragraph?.end ?? body.length;
      const begun = paragraph ? part.start > paragraph.textStart : before !== null;
      const left = index > (before?.paragraph ?? -1) + 1 && !(before?.cut && begun);
      if (left && lines.length > 0) push([{ text: ' '.repeat(measure >= 50 ? HANGING + digits : 2) + ellipsis, role: 'dim' }], null);
      const inside = blocks.filter((block) => block.paragraph === place && block.start < part.end && block.end > part.start);
      let label = paragraph;
      for (const block of inside) {
        const span = { start: Math.max(block.start, part.start), end: Math.min(block.end, part.end) };
        if (block.kind === 'table' || block.kind === 'trailer') pushTable(rowsOf(span.start, span.end), place);
        else if (block.kind === 'prose') {
          pushProse(block, span, label, span.end < block.end && /\S/.test(body.slice(span.end, block.end)));
          label = null;
        }
      }
      pushNotes(index);
      before = { paragraph: index, cut: part.end < end && /\S/.test(body.slice(part.end, end)) };
    }
  }

  function paint(part: WrappedLine, back: (offset: number) => number | null, text: string): Line {
    let pieces: Piece[] = [{ text }];
    const apply = (spans: readonly Span[], role: Piece['role']) => {
      for (const { start, end } of spans) {
        const [from, to] = [back(start), back(end)];
        if (from === null || to === null) continue;
        const place = placeOnLine(part, from, to);
        if (place) pieces = splitAt(pieces, place.from, place.to, role);
      }
    };
    apply(layout.redactions, 'redacted');
    apply(options.hits, 'hit');
    return pieces;
  }

  /** As typed, moved in to where the text stands if that leaves it whole. */
  function pushTable(rows: readonly Row[], paragraph: number | null): void {
    const widest = Math.max(0, ...rows.map(({ text }) => text.length));
    const lead = ' '.repeat(Math.max(1, Math.min(HANGING + digits, columns - widest)));
    for (const row of rows) pushSource(row, paragraph, lead);
  }

  function pushSource(row: Row, paragraph: number | null, lead: string): void {
    const text = makeVisible(row.text);
    let pieces: Piece[] = [{ text }];
    for (const { start, end } of options.hits) {
      if (start < row.end && end > row.start)
        pieces = splitAt(pieces, Math.max(0, start - row.start), Math.min(text.length, end - row.start), 'hit');
    }
    push([{ text: lead }, ...pieces], paragraph, row, true);
  }

  function pushNotes(paragraph: number): void {
    for (const note of options.notes.get(paragraph) ?? []) {
      for (const part of wrapText(makeVisible(note), measure - 7)) push([{ text: '     ' }, { text: part.text, role: 'tag' }], paragraph);
    }
  }

  function rowsOf(start: number, end: number): Row[] {
    const rows: Row[] = [];
    for (let at = start; at <= end; ) {
      const newline = body.indexOf('\n', at);
      const stop = newline === -1 || newline > end ? end : newline;
      const covered = hidden.some((span) => span.start < stop && span.end > at);
      const text = body.slice(at, stop).replace('¶', '').trimEnd();
      if (!covered && text !== '') rows.push({ start: at, end: stop, text });
      at = stop + 1;
    }
    return rows;
  }

  function pageBetween(from: number, to: number): string | null {
    const marker = layout.pageMarkers.find(({ start, end }) => start >= from && end <= to);
    if (!marker || marker.section === null) return null;
    return marker.of === null ? String(marker.section) : `${marker.section} of ${marker.of}`;
  }

  function needsGap(block: Cable['layout']['blocks'][number], before: Cable['layout']['blocks'][number] | undefined): boolean {
    if (before === undefined) return false;
    if (before.kind === 'heading') return block.kind === 'heading' && /\n[ \t]*\n/.test(body.slice(before.end, block.start + 1));
    if (block.kind === 'table' && before.kind === 'table') return /\n[ \t]*\n/.test(body.slice(before.end, block.start + 1));
    return true;
  }
}

/** A line of the source. */
interface Row extends Span {
  readonly text: string;
}

/** `12. (C/NF)`, numbers of one cable below each other. */
function nameParagraph(number: number | null, portion: string | null, digits: number): string {
  return [number === null ? '' : `${number}.`.padStart(digits), portion === null ? '' : `(${portion})`].filter(Boolean).join(' ');
}

/** The text as received, line by line, at the same places. */
export function layoutAsReceived(cable: Cable, hits: readonly Span[]): DocumentLine[] {
  const lines: DocumentLine[] = [];
  for (const line of cable.headerText === '' ? [] : [...cable.headerText.split('\n'), '']) {
    lines.push({ line: [{ text: makeVisible(line.replaceAll('\r', '')), role: 'dim' }], paragraph: null, span: null, wide: true });
  }
  let at = 0;
  for (const text of cable.body.split('\n')) {
    const span = { start: at, end: at + text.length };
    let pieces: Piece[] = [{ text: makeVisible(text) }];
    for (const { start, end } of hits)
      if (start < span.end && end > span.start) pieces = splitAt(pieces, Math.max(0, start - span.start), end - span.start, 'hit');
    const index = cable.paragraphs.findLastIndex(({ start }) => start <= span.end);
    lines.push({ line: pieces, paragraph: index === -1 ? null : index, span, wide: true });
    at += text.length + 1;
  }
  return lines;
}
