/* A list of cables: what each is, and what one did with it. */

import { nameTerm } from '../../../store/query/plan-query.ts';
import { suggestValue } from '../../../store/query/suggest-value.ts';
import { drawTimeline } from '../../text/draw-bars.ts';
import { groupDigits } from '../../text/group-digits.ts';
import type { Line, Piece } from '../../text/line.ts';
import { makeVisible } from '../../text/visible.ts';
import { layoutDocument } from '../cable-text/cable-document.ts';
import { drawExcerpt } from '../cable-text/make-excerpt.ts';
import { type ListView, lacksAnswer, type ReaderState } from '../state.ts';
import type { Surroundings } from '../surroundings.ts';
import { knownTotal } from '../update/list/list.ts';
import { queryNames } from '../update/prompt/complete-filter.ts';
import { saysElsewhere } from './elsewhere.ts';
import { composeScreen, spread } from './frame.ts';
import { drawListRow } from './list-row.ts';
import { frameLines, linesPerRow, previewLines, rowsPerPage, showsExcerpts, showsTimeline } from './page-size.ts';
import { sayEmpty } from './say-empty.ts';

const HINTS = ['open', 'find', 'tag', 'keep', 'skip', 'later', 'triage', 'back', 'help'] as const;
const HINTS_WITHOUT_ROWS = ['find', 'back', 'help'] as const;

export function drawList(state: ReaderState, view: ListView, around: Surroundings): readonly Line[] {
  const { columns } = state.size;
  const { glyphs } = around;
  const under = view.rows.get(view.cursor);
  const place = drawPlace(view, glyphs);
  const marked = view.marked.size > 0 ? ` ${glyphs.dot} ${view.marked.size} ${glyphs.marked}` : '';
  const small = columns < 60;
  // The rows are those of the order before, until the others have come.
  const sort = lacksAnswer(state) && view.rows.size > 0 ? `${view.sort} ${glyphs.ellipsis}` : view.sort;
  const right = small ? (under?.id ?? '') : `${place} ${glyphs.dot} ${sort}${marked}`;
  const title = spread(
    [{ text: ` ${makeVisible(view.title)}`, role: 'strong' }, ...(small ? [{ text: ` ${place}` }] : [])],
    [{ text: right, role: small ? 'plain' : 'dim' }],
    columns,
  );
  const second: Line[] = frameLines(state).above === 2 ? [filterLine(state, view, around)] : [];
  const page = rowsPerPage(state);
  const last = Math.min(view.top + page, knownTotal(view));
  const unfolded = showsExcerpts(state, view);
  const lines: Line[] = [];
  for (let i = view.top; i < last; i++) {
    const row = view.rows.get(i);
    const cursor = i === view.cursor;
    const gutter: Piece = { text: cursor ? glyphs.cursor : ' ', role: 'accent' };
    if (!row) lines.push([gutter, { text: ' ...', role: 'dim' }]);
    else
      lines.push([gutter, ...drawListRow(row, around.personal.mark(row.id, view.question), view.marked.has(row.id), columns - 1, around)]);
    if (unfolded) lines.push(row ? excerptLine(view, row.id, columns, around) : []);
  }
  const rows = view.total === 0 ? emptyList(state, view, around) : lines;
  const said = under ? saysElsewhere(state, under.id, view.question, around) : state;
  const content =
    view.preview === null || view.total === 0
      ? rows
      : [...fillUp(rows, page * linesPerRow(state, view)), ...drawPreview(state, view.preview, around)];
  return composeScreen(said, [title, ...second], content, view.total === 0 ? HINTS_WITHOUT_ROWS : HINTS, around);
}

/** `3/1,204`; the number of rows may follow them. */
function drawPlace({ total, cursor, answered }: ListView, { ellipsis }: Surroundings['glyphs']): string {
  if (total === 0) return '0';
  if (total === null) return answered === -1 ? '' : `${groupDigits(cursor + 1)}/${ellipsis}`;
  return `${groupDigits(cursor + 1)}/${groupDigits(total)}`;
}

function fillUp(rows: readonly Line[], count: number): Line[] {
  return Array.from({ length: count }, (_, i) => rows[i] ?? []);
}

/** The beginning of the text of the cable under the cursor, below a rule. */
function drawPreview(state: ReaderState, { cable }: NonNullable<ListView['preview']>, around: Surroundings): Line[] {
  const { columns } = state.size;
  const rule: Line = [{ text: around.glyphs.rule.repeat(columns), role: 'dim' }];
  if (cable === null) return [rule];
  const document = layoutDocument(cable, {
    columns: columns - 1,
    head: [],
    marks: new Map(),
    notes: new Map(),
    hits: [],
    pageRule: around.glyphs.pageRule,
  });
  return [rule, ...document.slice(0, previewLines(state) - 1).map(({ line }): Line => [{ text: ' ' }, ...line])];
}

function filterLine(state: ReaderState, view: ListView, { glyphs }: Surroundings): Line {
  const text = state.prompt?.kind === 'narrow' ? state.prompt.text : view.query;
  const filter: Line = [text === '' ? { text: ' every cable', role: 'dim' } : { text: ` ${makeVisible(text)}`, role: 'accent' }];
  if (!showsTimeline(state) || view.months === null) return filter;
  return spread(filter, drawTimeline(view.months.values, Math.floor(state.size.columns / 3), glyphs), state.size.columns);
}

/** Columns before the text of an excerpt: as far in as the id. */
const EXCERPT_AT = 3;

function excerptLine(view: ListView, id: string, columns: number, { glyphs }: Surroundings): Line {
  const excerpt = view.excerpts.get(id)?.excerpt;
  return excerpt ? [{ text: ' '.repeat(EXCERPT_AT) }, ...drawExcerpt(excerpt, columns - EXCERPT_AT - 1, glyphs.ellipsis)] : [];
}

function emptyList(state: ReaderState, view: ListView, around: Surroundings): Line[] {
  const { query } = view;
  const { keys } = around;
  const says = (what: string, key: string, does: string) => sayEmpty(what, key, does, state.size.columns);
  if (query === 'is:kept') return says('Nothing is kept yet.', keys.keyOf('keep'), 'keeps the cable under the cursor');
  if (query === 'is:later') return says('Nothing is left for later.', keys.keyOf('later'), 'leaves the cable under the cursor for later');
  if (state.info.cables === 0 && state.library.growing)
    return says('An import is running: its cables appear here.', keys.keyOf('back'), 'back');
  if (state.info.cables === 0) return says('This library holds no cables yet.', 'cables import PATH', 'in a shell');
  const near = suggestValue(query, queryNames(state, around));
  const suggestion = near === null ? '' : `  Did you mean ${near.better} (${groupDigits(near.count)})?`;
  const missing = near === null ? sayMissing(view, around) : null;
  if (missing !== null) return says(makeVisible(missing), keys.keyOf('find'), 'edit');
  return says(`No cable has  ${makeVisible(near?.typed ?? query)}.${makeVisible(suggestion)}`, keys.keyOf('find'), 'edit');
}

/** Which of the words no cable has; where each has some, how many. Null where that is not known, or does not explain it. */
function sayMissing({ terms, missing, asked }: ListView, { glyphs }: Surroundings): string | null {
  if (missing?.asked !== asked || missing.counts.length === 0) return null;
  const { counts, near } = missing;
  const none = counts.indexOf(0);
  if (none !== -1)
    return `No cable has  ${nameTerm(terms[none]!)}.${near === null ? '' : `  Did you mean ${near.word} (${groupDigits(near.count)})?`}`;
  if (terms.length === 1) return null;
  const each = terms.map((term, i) => `${nameTerm(term)} ${groupDigits(counts[i]!)}`);
  return `No cable has all of it:  ${each.join(` ${glyphs.dot} `)}.`;
}
